import { expect, fixture, html } from '@open-wc/testing';
import { BookingError } from '../../src/domain/booking-error.js';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { configure } from '../../src/elements/configure.js';
import { BookingFlowPage, until } from '../../src/kit/page-objects/index.js';
import type { ScenarioName } from '../../src/kit/scenarios.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';
import { complete, DETAILS, hurried, mockAdapter, nextEvent, NOW, openFlow, toDetails } from './flow-fixture.js';

/** Collects what is said to developers instead of showing it. */
async function withoutConsole<T>(run: (said: string[]) => Promise<T>): Promise<T> {
  const { error } = console;
  const said: string[] = [];
  console.error = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  try {
    return await run(said);
  } finally {
    console.error = error;
  }
}

/** An adapter with some methods replaced. */
function altered(change: Partial<BookingAdapter>, scenario: ScenarioName = 'default'): BookingAdapter {
  return { ...mockAdapter(scenario), ...change };
}

const never = () => new Promise<never>(() => undefined);

describe('<booking-flow> when things go wrong', () => {
  describe('nothing to book', () => {
    const outcomes: readonly (readonly [ScenarioName, string, boolean])[] = [
      ['unknown-coach', 'This booking page is not available', false],
      ['inactive', 'Not taking bookings at the moment', false],
      ['no-lengths', 'Booking is not set up here yet', false],
      // The server itself fails over such a config.
      ['missing-rate', 'The times could not be loaded', true],
      ['unknown-currency', 'The times could not be loaded', true],
      ['unknown-zone', 'The times could not be loaded', true],
      ['malformed', 'Booking is not set up here yet', false],
      ['wrong-shape', 'Booking is not set up here yet', false],
      ['error', 'The times could not be loaded', true],
      ['rate-limited', 'The times could not be loaded', true],
      ['offline', 'The times could not be loaded', true],
    ];
    for (const [scenario, title, retry] of outcomes) {
      it(`${scenario}: says “${title}”, with the page’s own link below`, () =>
        withoutConsole(async () => {
          const page = await openFlow({ scenario });
          await page.shows(title);
          expect(page.parts('retry').length > 0, 'a way to try again').to.equal(retry);
          expect(page.element.querySelector('a')?.getClientRects().length).to.equal(1);
          expect(page.announcement()).to.contain(title);
        }));
    }

    const configs = { 'a length without a rate': { rates: { 30: 50 } }, 'an unknown currency': { currency: 'QQQ' } };
    for (const [what, change] of Object.entries(configs)) {
      it(`an adapter that hands out a config with ${what}: not set up`, () =>
        withoutConsole(async () => {
          const good = mockAdapter();
          const sessionConfig = { ...(await good.getConfig({ coachId: 'ada' })), ...change };
          const page = await openFlow({
            adapter: altered({
              getConfig: () => Promise.resolve(sessionConfig),
              getAvailability: () => Promise.resolve({ slots: [], timeZone: 'Europe/Berlin', sessionConfig }),
            }),
          });
          await page.shows('Booking is not set up here yet');
        }));
    }

    it('trying again brings what is there by then', async () => {
      let down = true;
      const good = mockAdapter();
      const page = await openFlow({
        adapter: altered({
          getAvailability: (query, options) =>
            down ? Promise.reject(new BookingError('network')) : good.getAvailability(query, options),
          getConfig: (query) => (down ? Promise.reject(new BookingError('network')) : good.getConfig(query)),
        }),
      });
      await page.shows('The times could not be loaded');
      down = false;
      await page.press('Try again');
      expect(await page.lengths()).to.have.length(3);
    });

    it('no adapter: a message in the element and one in the console; an adapter that comes later is used', () =>
      withoutConsole(async (said) => {
        const element = await fixture<BookingFlow>(html`<booking-flow coach-id="ada" locale="en-GB"></booking-flow>`);
        const page = new BookingFlowPage(element);
        await page.shows('Booking is not set up here yet');
        expect(said.filter((words) => words.includes('no booking adapter'))).to.have.length(1);
        element.now = () => NOW;
        element.adapter = mockAdapter();
        expect(await page.lengths()).to.have.length(3);
      }));

    it('no coach id: the same', () =>
      withoutConsole(async (said) => {
        const element = await fixture<BookingFlow>(
          html`<booking-flow .adapter=${mockAdapter()} locale="en-GB"></booking-flow>`,
        );
        await new BookingFlowPage(element).shows('Booking is not set up here yet');
        expect(said.join()).to.contain('coach-id');
      }));

    it('demo without the demo script: the same; with it, a coach is there', () =>
      withoutConsole(async (said) => {
        const element = await fixture<BookingFlow>(html`<booking-flow demo locale="en-GB"></booking-flow>`);
        element.now = () => NOW;
        const page = new BookingFlowPage(element);
        await page.shows('Booking is not set up here yet');
        expect(said.join()).to.contain('demo script');
        configure({ demoAdapter: mockAdapter() });
        expect(await page.lengths()).to.have.length(3);
        configure({ demoAdapter: undefined });
      }));
  });

  describe('an adapter that breaks its promises', () => {
    it('throws what is no BookingError, and at once', () =>
      withoutConsole(async () => {
        const broken = () => {
          throw new TypeError('x is not a function');
        };
        const page = await openFlow({
          adapter: altered({ getAvailability: broken, getConfig: broken, getCoach: broken }),
        });
        await page.shows('The times could not be loaded');
        expect(await page.receipt().catch(() => '')).not.to.contain('not a function');
      }));

    it('never answers: placeholders first, which never look like “no times”, then a way to try again', () =>
      withoutConsole(() =>
        hurried(300, async () => {
          const page = await openFlow({
            adapter: altered({ getAvailability: never, getConfig: never, getCoach: never }),
          });
          expect(await page.heading()).to.equal('How long do you need?');
          expect(page.element.renderRoot.textContent).not.to.match(/no free times/i);
          await page.shows('The times could not be loaded');
          await page.button('Try again');
        }),
      ));

    it('times that never come: days and times are placeholders, not empty', async () => {
      const good = mockAdapter();
      const config = await good.getConfig({ coachId: 'ada' });
      const page = await openFlow({
        adapter: altered({ getAvailability: never, getConfig: () => Promise.resolve(config) }),
        duration: 60,
      });
      await page.shows('Pick a day and time');
      const days = await page.part('grid');
      expect(days.getAttribute('aria-busy')).to.equal('true');
      expect(page.parts('empty')).to.have.length(0);
    });

    it('is without a coach: the flow books all the same', async () => {
      const adapter = altered({});
      delete adapter.getCoach;
      const page = await openFlow({ adapter });
      await toDetails(page);
      await page.fill({ name: DETAILS.name, email: DETAILS.email });
      await page.press('Book for');
      await page.shows(/See you on/);
    });
  });

  describe('free times', () => {
    it('none at all: says so, and offers nothing to press', async () => {
      const page = await openFlow({ scenario: 'empty', duration: 60 });
      await page.shows('No free times in these weeks');
      await until(() => page.parts('empty').some((part) => part.textContent.includes('no free times to book')), 'why');
    });

    it('none in these weeks: names the next one and goes there', async () => {
      const page = await openFlow({ scenario: 'next-month', duration: 60 });
      await page.press(/^Go to /);
      expect((await page.times()).length).to.be.greaterThan(0);
    });

    it('times fail, the lengths are there: the calendar stays and one button tries again', async () => {
      const page = await openFlow({ scenario: 'times-error', duration: 60 });
      await page.shows('The times could not be loaded');
      await page.button('Try again');
    });

    it('5,000 slots: shown within a second, and only those of one day as buttons', async () => {
      const start = Date.parse('2026-11-24T00:00:00Z');
      const slots = Array.from({ length: 5000 }, (_, index) => ({
        startTime: new Date(start + index * 600_000).toISOString(),
        endTime: new Date(start + index * 600_000 + 1_800_000).toISOString(),
        durationMinutes: 30,
        rate: { amountMinor: 5000, currency: 'USD' },
      }));
      const good = mockAdapter();
      const config = await good.getConfig({ coachId: 'ada' });
      const answer = { slots, timeZone: 'Europe/Berlin', sessionConfig: config };
      const began = performance.now();
      const page = await openFlow({
        adapter: altered({ getAvailability: () => Promise.resolve(answer) }),
        duration: 30,
      });
      await page.times();
      expect(performance.now() - began).to.be.below(1500);
      expect(page.parts('slot').length).to.be.at.most(144);
    });
  });

  describe('booking', () => {
    it('fields that are wrong: an error each, a summary of several, the focus there, and all typed is kept', async () => {
      const page = await openFlow({ scenario: 'fields' });
      await toDetails(page);
      await page.fill({ email: 'jordan@northwind' });
      await page.press('Book for');
      await page.part('summary');
      await until(() => page.focused()?.id === 'summary', 'the focus on the summary');
      expect(page.errors().join()).to.contain('Enter your name.').and.to.contain('.com');
      expect((await page.values()).Email).to.equal('jordan@northwind');
    });

    it('a slot taken meanwhile: three other times, what was typed kept, one tap and it is booked', async () => {
      const page = await openFlow({ scenario: 'taken' });
      await toDetails(page);
      await page.fill(DETAILS);
      const failed = nextEvent(page.element, 'booking-error');
      await page.press('Book for');
      expect((await failed).detail.error.code).to.equal('slot_unavailable');
      await page.shows(/was just taken$/);
      await until(() => page.focused()?.localName === 'h2', 'the focus on what happened');
      expect(await page.notice()).to.contain('What you typed is kept');
      const others = await page.alternatives();
      expect(others).to.have.length(3);
      expect(others.join()).to.match(/later|earlier|next day/);
      await page.takeAlternative();
      await page.shows('Your details');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
      await page.press('Book for');
      await page.shows(/See you on/);
    });

    it('a slot taken meanwhile: all times, and the taken one is gone', async () => {
      const page = await openFlow({ scenario: 'taken' });
      await page.chooseLength('60 min');
      await page.press('See times');
      const [first] = await page.times();
      await page.chooseTime();
      await page.press('Continue');
      await page.fill(DETAILS);
      await page.press('Book for');
      await page.press('All times');
      expect(await page.times()).not.to.include(first);
    });

    it('a slot taken meanwhile: how much later another one is, in hours and minutes', async () => {
      const adapter = mockAdapter();
      const later = (time: string) => new Date(Date.parse(time) + 270 * 60_000).toISOString();
      const page = await openFlow({
        adapter: {
          ...adapter,
          book: ({ startTime, endTime, durationMinutes, rate }) => {
            const other = { startTime: later(startTime), endTime: later(endTime), durationMinutes, rate };
            return Promise.reject(new BookingError('slot_unavailable', { alternatives: [other] }));
          },
        },
      });
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      expect((await page.alternatives())[0]).to.contain('4 h 30 min later');
    });

    it('booked while the connection drops: nothing is said of a choice that is kept', async () => {
      const page = await openFlow();
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      await page.shows(/See you on/);
      dispatchEvent(new Event('offline'));
      await page.element.updateComplete;
      expect(page.announcement()).to.equal('');
      dispatchEvent(new Event('online'));
    });

    it('another price: says both, and books only when the visitor accepts', async () => {
      const page = await openFlow({ scenario: 'price-changed' });
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      expect(await page.notice()).to.match(/The price is now .*, not US\$90/);
      const sent = nextEvent(page.element, 'booking-submit');
      await page.press(/^Book for/);
      const { request } = (await sent).detail;
      expect(request.rate.amountMinor).not.to.equal(9000);
      await page.shows(/See you on/);
    });

    it('a lost answer: never called a failure, found again under its key, booked once', async () => {
      const page = await openFlow({ scenario: 'lost-answer' });
      await toDetails(page);
      await page.fill(DETAILS);
      await hurried(400, async () => {
        await page.press('Book for');
        expect(await page.notice()).to.contain('We are checking whether your booking arrived');
        expect(page.announcement()).to.contain('Checking your booking');
        expect((await page.part('back')).getAttribute('aria-disabled')).to.equal('true');
        await page.shows(/See you on/);
      });
    });

    it('answers that never come: unconfirmed, with a way to ask again and no second booking', async () => {
      const page = await openFlow({ scenario: 'lost-answers' });
      await toDetails(page);
      await page.fill(DETAILS);
      await hurried(50, async () => {
        await page.press('Book for');
        await until(() => page.parts('notice')[0]?.textContent.includes('could not confirm'), 'unconfirmed');
      });
      expect(page.announcement()).to.contain('It may have gone through');
      await page.button('Check again');
      expect(page.parts('main-button')).to.have.length(1);
      // No dead end: another time, with everything that was typed, in fields that can be changed.
      await page.press('Choose another time');
      await page.chooseTime();
      await page.press('Continue');
      await page.shows('Your details');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
      expect(page.element.shadowRoot?.querySelector('booking-form')?.disabled).to.equal(false);
    });

    it('booking while offline: the refusal is spoken, and gone when the connection is back', async () => {
      const page = await openFlow();
      await toDetails(page);
      await page.fill(DETAILS);
      dispatchEvent(new Event('offline'));
      await page.press('Book for');
      await until(() => page.announcement().includes('This was not booked'), 'the refusal');
      dispatchEvent(new Event('online'));
      await until(() => page.parts('notice').length === 0, 'the notice to go');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
    });

    it('a refusal: says so in the visitor’s words, keeps what was typed, and can be sent again', async () => {
      const good = mockAdapter();
      let refused = 0;
      const page = await openFlow({
        adapter: altered({
          book: (request, options) =>
            refused++ === 0
              ? Promise.reject(new BookingError('forbidden', { status: 403, message: 'policy 77-B' }))
              : good.book(request, options),
        }),
      });
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      expect(await page.notice())
        .to.contain('This was not booked')
        .and.not.to.contain('77-B');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
      await page.press('Book for');
      await page.shows(/See you on/);
    });

    it('a time that the coach’s rules no longer allow: one button leads to the other times', async () => {
      const page = await openFlow({
        adapter: altered({ book: () => Promise.reject(new BookingError('out_of_policy', { status: 422 })) }),
      });
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      expect(await page.notice()).to.contain('Choose another one');
      await page.press('Choose another time');
      await page.shows('Pick a day and time');
    });

    it('offline while choosing: a notice, the times stay, back online it goes', async () => {
      const page = await openFlow({ duration: 60 });
      await complete(page);
      dispatchEvent(new Event('offline'));
      expect(await page.notice())
        .to.contain('You’re offline')
        .and.to.contain('These times are from');
      expect((await page.times()).length).to.be.greaterThan(0);
      dispatchEvent(new Event('online'));
      await until(() => page.parts('notice').length === 0, 'the notice to go');
    });
  });

  describe('hostile and endless texts', () => {
    it('markup in every text is shown as text, and no address runs script', async () => {
      const page = await openFlow({ scenario: 'hostile' });
      await page.lengths();
      expect(await page.receipt()).to.contain('<');
      expect(page.parts('avatar')[0]?.querySelector('img')).to.equal(null);
      await toDetails(page);
      const markup = '<img src=x onerror="document.title=\'pwned\'">';
      await page.fill({ name: markup, email: DETAILS.email, notes: markup });
      await page.press('Book for');
      await until(() => page.parts('title').some((title) => title.localName === 'h2'), 'the title');
      expect(document.title).not.to.equal('pwned');
      const images = (root: Element | ShadowRoot): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) =>
            sum +
            (element.localName === 'img' || element.localName === 'script' ? 1 : 0) +
            (element.shadowRoot ? images(element.shadowRoot) : 0),
          0,
        );
      expect(images(page.element.shadowRoot ?? page.element)).to.equal(0);
    });

    it('a photo that does not load leaves the initials', async () => {
      const good = mockAdapter();
      const coach = await good.getCoach?.({ coachId: 'ada' });
      if (!coach) throw new Error('no coach');
      const page = await openFlow({
        adapter: altered({ getCoach: () => Promise.resolve({ ...coach, avatarUrl: '/no-such-picture.png' }) }),
      });
      const avatar = await page.part('avatar');
      await until(() => avatar.querySelector('img')?.hidden, 'the broken picture to go');
      expect(avatar.textContent.trim()).to.equal('AM');
    });

    it('uses no style attribute, so that a strict policy holds', async () => {
      const page = await openFlow();
      await toDetails(page);
      const styled = (root: Element | ShadowRoot): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          ...(element.hasAttribute('style') ? [element] : []),
          ...(element.shadowRoot ? styled(element.shadowRoot) : []),
        ]);
      expect(styled(page.element.shadowRoot ?? page.element)).to.deep.equal([]);
    });
  });
});
