import { expect } from '@open-wc/testing';
import { lateParts, provideLateParts } from '../../src/elements/shared/late-parts.js';
import { nameOf, textOf, until } from '../../src/kit/page-objects/index.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';
import { itNeeds, press, resizeTo, type } from './engine.js';
import { complete, DETAILS, mockAdapter, nextEvent, openFlow, toDetails } from './flow-fixture.js';

describe('<booking-flow>', () => {
  describe('a whole booking', () => {
    it('by mouse, with every event in order', async () => {
      const page = await openFlow();
      const seen: string[] = [];
      for (const type of [
        'booking-duration-select',
        'booking-step-change',
        'booking-slot-select',
        'booking-submit',
        'booking-complete',
        'booking-error',
      ]) {
        page.element.addEventListener(type, ({ type: name }) => seen.push(name));
      }
      expect(await page.heading()).to.equal('How long do you need?');
      expect(await page.lengths()).to.have.length(3);
      await page.chooseLength('90 min');
      await page.press('See times');
      await page.shows('Pick a day and time');
      const [, second = ''] = await page.freeDays();
      await page.chooseDay(second);
      await page.chooseTime();
      expect(await page.receipt()).to.match(/90 min.*US\$120.*New York.*Berlin.*Video call/);
      await page.press('Continue');
      await page.fill(DETAILS);
      const completed = nextEvent(page.element, 'booking-complete');
      await page.press('Book for');
      const { booking } = (await completed).detail;
      expect(booking.durationMinutes).to.equal(90);
      expect(booking.attendee?.timeZone).to.equal('America/New_York');
      expect(await page.heading()).to.match(/^See you on .*, Jordan$/);
      expect(await page.receipt()).to.match(/Booked Reference/);
      await page.button('Google').catch(() => page.part('calendar'));
      expect(seen).to.deep.equal([
        'booking-duration-select',
        'booking-step-change',
        'booking-slot-select',
        'booking-step-change',
        'booking-submit',
        'booking-step-change',
        'booking-complete',
      ]);
    });

    it('a booked time is not offered again', async () => {
      const adapter = mockAdapter();
      const page = await openFlow({ adapter });
      await page.chooseLength('60 min');
      await page.press('See times');
      const before = await page.times();
      await page.chooseTime();
      await page.press('Continue');
      await page.fill(DETAILS);
      await page.press('Book for');
      await page.press('Book another session');
      await page.press('See times');
      await page.times();
      await until(
        () =>
          !page
            .parts('slot')
            .some((slot) => [...slot.querySelectorAll('input')].some((input) => nameOf(input) === before[0])),
        'the time to go',
      );
    });

    it('by keyboard only', async () => {
      const page = await openFlow();
      await page.lengths();
      const tabTo = async (what: string, wanted: (element: Element) => boolean) => {
        for (let presses = 0; presses < 30; presses++) {
          await press('Tab');
          const focused = page.focused();
          if (focused && wanted(focused)) return;
        }
        throw new Error(`30 times Tab, and the focus never came to ${what}`);
      };
      const main = (element: Element) => element.part.contains('main-button');
      await tabTo('the lengths', (element) => element.matches('input[name=duration]'));
      await press('ArrowDown');
      await tabTo('See times', main);
      await press('Enter');
      await page.shows('Pick a day and time');
      await until(() => page.focused()?.localName === 'h2', 'the focus on the heading');
      await page.freeDays();
      await tabTo('the days', (element) => element.getAttribute('role') === 'gridcell');
      await press('ArrowRight');
      await press('Enter');
      await tabTo(
        'the times',
        (element) => element.matches('input[type=radio]') && element.closest('[part~=slot]') !== null,
      );
      await press(' ');
      await tabTo('Continue', main);
      await press('Enter');
      await page.shows('Your details');
      await page.field('Name');
      await tabTo('the name', (element) => element.id === 'name');
      await type('Jordan Reyes');
      await press('Tab');
      await type('jordan@northwind.co');
      await press('Tab');
      await type('By keyboard.');
      await tabTo('Book', main);
      await press('Enter');
      await page.shows(/See you on .*Jordan/);
      await until(() => page.focused()?.localName === 'h2', 'the focus on the title of the booking');
    });
  });

  describe('for everyone', () => {
    it('passes axe on every step', async function () {
      this.timeout(60_000);
      const page = await openFlow({ scenario: 'fields' });
      await page.lengths();
      await expectAccessible(page.element);
      await page.press('See times');
      await page.chooseTime();
      await expectAccessible(page.element);
      await page.press('Continue');
      await page.press('Book for');
      await page.part('error');
      await expectAccessible(page.element);
      const other = await openFlow({ scenario: 'taken' });
      await toDetails(other);
      await other.fill(DETAILS);
      await other.press('Book for');
      await other.alternatives();
      await expectAccessible(other.element);
      await other.takeAlternative();
      await other.press('Book for');
      await other.shows(/See you on/);
      await expectAccessible(other.element);
    });

    it('moves the focus to each step’s heading, and not before the visitor acts', async () => {
      const page = await openFlow();
      await page.lengths();
      expect(document.activeElement).to.equal(document.body);
      await page.press('See times');
      await until(() => page.focused()?.textContent.trim() === 'Pick a day and time', 'the focus on step 2');
      await page.chooseTime();
      await page.press('Continue');
      await until(() => page.focused()?.textContent.trim() === 'Your details', 'the focus on step 3');
      await page.back();
      await until(() => page.focused()?.textContent.trim() === 'Pick a day and time', 'the focus back on step 2');
    });

    it('turned by keyboard, the calendar keeps the focus on the very day, whichever it shows the times of', async () => {
      const page = await openFlow({ duration: 60 });
      await page.times();
      const calendar = await page.part('grid');
      const days = () => [...calendar.querySelectorAll<HTMLElement>('.day')];
      const focused = () => page.focused()?.getAttribute('aria-label') ?? '';
      days()
        .find((day) => day.ariaLabel?.includes('30 November'))
        ?.focus();
      const names = ['30 December', '30 November', '7 December', '14 December', '21 December', '28 December'];
      const keys = ['PageDown', 'PageUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'];
      for (const [index, key] of [...keys, 'ArrowDown', 'ArrowDown'].entries()) {
        await press(key);
        await until(
          () => focused().includes([...names, '4 January', '11 January'][index] ?? ''),
          `${key}: ${focused()}`,
        );
        await page.times();
        expect(days().filter((day) => day.tabIndex === 0)).to.deep.equal([page.focused()]);
      }
    });

    it('one polite live region says what changes without a move of the focus', async () => {
      const page = await openFlow();
      await complete(page);
      const said: string[] = [];
      const region = page.element.renderRoot.querySelector('[role=status]');
      if (!region) throw new Error('no live region');
      const observer = new MutationObserver(() => {
        const text = page.announcement();
        if (text && text !== said.at(-1)) said.push(text);
      });
      observer.observe(region, { childList: true, characterData: true, subtree: true });
      expect(page.announcement()).to.equal('');
      await page.press('See times');
      const [first = '', second = ''] = await page.freeDays();
      await page.chooseDay(second);
      await page.press('Later days');
      await until(() => said.length > 2, 'three announcements');
      const count = /\d+ times? available/;
      expect(said[0]).to.match(count).and.to.contain(first.replace('Today, ', '').slice(0, 12));
      expect(said[1]).to.match(count).and.to.contain(second.slice(0, 12));
      observer.disconnect();
      const regions = page.element.renderRoot.querySelectorAll('[role=status], [aria-live]');
      expect(regions).to.have.length(1);
    });

    it('a main button pressed too early stays focusable and says what is missing', async () => {
      const page = await openFlow({ duration: 60 });
      await page.times();
      const button = await page.part('main-button');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      button.click();
      await until(() => page.announcement() === 'Choose a time first.', 'the announcement');
      expect(button.getAttribute('aria-describedby')).to.equal('hint');
      await page.chooseTime();
      await until(() => !page.parts('hint').length, 'the hint to go');
      expect(button.getAttribute('aria-disabled')).to.equal('false');
    });

    it('words, language, direction and formats go together, with the conventions of the region', async () => {
      const page = await openFlow({ locale: 'ar-SA' });
      await page.lengths();
      const base = await page.part('base');
      expect([base.lang, base.dir]).to.deep.equal(['en-SA', 'ltr']);
      expect(await page.lengths()).to.satisfy((lengths: string[]) =>
        lengths.some((length) => length.includes('60 min')),
      );
    });

    it('an element that says "dir" gets arrows and columns that way round, also later', async () => {
      const page = await openFlow();
      await page.lengths();
      const base = await page.part('base');
      page.element.dir = 'rtl';
      await until(() => getComputedStyle(base).direction === 'rtl', 'right to left');
      page.element.removeAttribute('dir');
      await until(() => getComputedStyle(base).direction === 'ltr', 'left to right');
    });
  });

  describe('time zones', () => {
    it('shows the visitor’s clock first and the coach’s beside it', async () => {
      const page = await openFlow({ timeZone: 'Asia/Kolkata' });
      await page.chooseLength('30 min');
      await page.press('See times');
      await complete(page);
      const [first = ''] = await page.times();
      expect(first)
        .to.contain('in Kolkata')
        .and.to.match(/for Ada/);
      await page.chooseTime();
      const receipt = await page.receipt();
      expect(receipt).to.match(/Kolkata.*Berlin.*4\.5 h behind/);
    });

    it('another zone keeps the chosen instant and moves its day', async () => {
      const page = await openFlow({ timeZone: 'Europe/Berlin', duration: 60 });
      await page.chooseTime();
      await page.press('Continue');
      const before = await page.receipt();
      page.element.timeZone = 'Pacific/Auckland';
      await page.element.updateComplete;
      const after = await until(async () => {
        const text = await page.receipt();
        return text.includes('Auckland') ? text : null;
      }, 'the other zone');
      expect(after).to.match(/Auckland.*Berlin/);
      expect(before).not.to.contain('Auckland');
    });

    it('says when the clocks of one of the two change within the weeks shown', async () => {
      const page = await openFlow({ duration: 60 });
      const now = () => Date.parse('2027-03-01T10:00:00Z');
      page.element.now = now;
      page.element.adapter = mockAdapter('default', now);
      const wanted = /clocks in New York go forward on .*14.*Berlin’s change on .*28.*Ada is 5 h ahead/;
      await until(async () => wanted.test(await page.notice()), 'the notice of both');
    });

    it('says when the visitor’s own clocks change before the session, and nothing where they don’t', async () => {
      const now = () => Date.parse('2026-10-19T08:00:00Z');
      const page = await openFlow({ duration: 60, timeZone: 'Europe/Paris' });
      page.element.now = now;
      page.element.adapter = mockAdapter('default', now);
      const wanted = /^The clocks in Paris go back on Sun.*25 Oct.*The times shown already allow for it\.$/;
      await until(async () => wanted.test(await page.notice()), 'the notice');
      await page.chooseDay(/^Monday,? 26 October/);
      await page.chooseTime();
      await page.goOn();
      await page.shows('Your details');
      expect(await page.notice()).to.match(wanted);
      await page.back();
      await page.chooseDay(/^Friday,? 23 October/);
      await page.chooseTime();
      await page.goOn();
      await page.shows('Your details');
      await until(() => !page.parts('notice').length, 'no word of clocks that are as now');
    });

    it('the visitor chooses between the 12-hour and the 24-hour clock', async () => {
      const page = await openFlow({ duration: 60 });
      await complete(page);
      const [twelve] = page.element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=clock]');
      twelve?.click();
      await until(
        () =>
          /[ap]m/i.test(
            page
              .parts('time')
              .map((time) => time.textContent)
              .join(),
          ),
        'am and pm',
      );
    });
  });

  describe('what the page can do', () => {
    it('says nothing of a length or a clock before it knows the visitor’s', async () => {
      const seen = new Set<string>();
      let watching = true;
      const look = () => {
        for (const flow of document.querySelectorAll('booking-flow')) seen.add(textOf(flow));
        if (watching) requestAnimationFrame(look);
      };
      look();
      await complete(await openFlow({ duration: 60 }));
      watching = false;
      expect([...seen].filter((text) => /UTC|Choose a length/.test(text))).to.deep.equal([]);
    });

    it('an unknown zone counts as none given', async () => {
      const page = await openFlow({ timeZone: 'Mars/Olympus' });
      await page.lengths();
      const city = Intl.DateTimeFormat().resolvedOptions().timeZone.split('/').pop()?.replaceAll('_', ' ') ?? '';
      expect(await page.receipt()).to.contain(city);
    });

    it('keeps a time from being chosen', async () => {
      const page = await openFlow({ duration: 60 });
      page.element.addEventListener('booking-slot-select', (event) => event.preventDefault());
      const radio = (await page.part('slot')).querySelector('input');
      await page.times();
      radio?.click();
      await page.element.updateComplete;
      expect(radio?.checked).to.equal(false);
      expect(await page.receipt()).to.contain('Choose a day and time');
    });

    it('keeps a booking from being sent, and nothing typed is lost', async () => {
      const page = await openFlow();
      await toDetails(page);
      await page.fill(DETAILS);
      const sent = nextEvent(page.element, 'booking-submit');
      page.element.addEventListener('booking-submit', (event) => event.preventDefault(), { once: true });
      await page.press('Book for');
      const { request } = (await sent).detail;
      expect(request.attendee).to.deep.equal({
        name: DETAILS.name,
        email: DETAILS.email,
        timeZone: 'America/New_York',
      });
      expect(await page.heading()).to.equal('Your details');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
      await page.press('Book for');
      await page.shows(/See you on/);
    });

    it('moves it to another place, or takes it out and puts it back: the state stays', async () => {
      const page = await openFlow();
      await toDetails(page);
      await page.fill(DETAILS);
      const other = document.createElement('div');
      page.element.after(other);
      other.append(page.element);
      page.element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      other.append(page.element);
      expect(await page.heading()).to.equal('Your details');
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
      await page.press('Book for');
      await page.shows(/See you on/);
      other.remove();
    });

    it('asks nothing any more once it is gone', async () => {
      const good = mockAdapter();
      let calls = 0;
      const adapter: BookingAdapter = {
        ...good,
        getConfig: (query, options) => (calls++, good.getConfig(query, options)),
        getAvailability: (query, options) => (calls++, good.getAvailability(query, options)),
      };
      const page = await openFlow({ adapter });
      await page.lengths();
      page.element.remove();
      const before = calls;
      for (const type of ['offline', 'online']) dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(calls).to.equal(before);
    });

    it('another coach is another flow, with the details kept', async () => {
      const page = await openFlow();
      await toDetails(page);
      await page.fill(DETAILS);
      page.element.adapter = mockAdapter();
      await page.shows('How long do you need?');
      await toDetails(page);
      expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
    });

    it('a length given beforehand opens the times, and the way back to the lengths stays open', async () => {
      const page = await openFlow({ duration: 30 });
      await page.shows('Pick a day and time');
      expect(await page.receipt()).to.contain('30 min');
      await page.back();
      await page.shows('How long do you need?');
    });

    it('its own content shows only where there is nothing to book', async () => {
      const page = await openFlow();
      await page.lengths();
      const link = page.element.querySelector('a');
      expect(link?.getClientRects().length).to.equal(0);
    });
  });

  describe('late parts', () => {
    it('a failed load shows a retry and loses nothing', async () => {
      let online = false;
      provideLateParts(() => (online ? Promise.resolve() : Promise.reject(new Error('offline'))));
      const page = await openFlow({ duration: 60 });
      await page.times();
      await page.chooseTime();
      await page.press('Continue');
      await page.shows('This step could not be loaded');
      expect(await page.heading()).to.equal('Your details');
      online = true;
      await page.press('Try again');
      await page.field('Name');
      await lateParts();
    });
  });

  describe('layout', () => {
    for (const width of [1280, 1040, 768, 560]) {
      it(`nothing is cut off at ${width} px`, async () => {
        await resizeTo(width);
        await expectToFit();
      });
    }
    itNeeds('narrow viewport', 'nothing is cut off at 360 and 320 px', async () => {
      for (const width of [360, 320]) {
        await resizeTo(width);
        await expectToFit();
      }
      await resizeTo(800);
    });

    itNeeds('narrow viewport', 'the bar with the main button covers nothing that has the focus', async () => {
      await resizeTo(360, 480);
      const page = await openFlow();
      const bar = () => page.parts('action')[0]?.getBoundingClientRect().top ?? 0;
      const bottom = () => page.focused()?.getBoundingClientRect().bottom ?? Infinity;
      await toDetails(page);
      (await page.field('Email')).focus();
      await press('Tab');
      expect(page.focused()).to.equal(await page.field('What should Ada know?'));
      expect(bottom()).to.be.at.most(bar());
      await resizeTo(800);
    });

    it('a page’s own text styles stay outside, inherited or for all elements', async () => {
      const page = await openFlow();
      await page.lengths();
      const look = async () => {
        const { fontFamily, letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace, fontStyle, color } =
          getComputedStyle(await page.part('base'));
        return [fontFamily, letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace, fontStyle, color];
      };
      const before = await look();
      const style = document.createElement('style');
      style.textContent =
        'body, booking-flow { font: italic 30px fantasy; letter-spacing: 4px; word-spacing: 4px; text-indent: 9px; text-transform: uppercase; white-space: pre; color: red }';
      document.head.append(style);
      expect(await look()).to.deep.equal(before);
      style.remove();
    });

    it('the reference of a booking stands in the receipt, or beside the heading where there is no room for one', async () => {
      for (const width of [1040, 560]) {
        await resizeTo(width);
        const page = await openFlow();
        await toDetails(page);
        await page.fill(DETAILS);
        await page.press(/^Book for/);
        const expected = [width < 760, width >= 760];
        await until(() => {
          const booked = page.parts('body')[0]?.querySelector('booking-confirmation')?.shadowRoot;
          const seen = [
            booked?.querySelector('.reference'),
            page.parts('receipt')[0]?.shadowRoot?.querySelector('.when'),
          ];
          const shown = seen.map((element) => element?.checkVisibility());
          return booked?.querySelector('h2') && String(shown) === String(expected);
        }, `the reference in one place at ${width} px`);
      }
      await resizeTo(800);
    });

    async function expectToFit(): Promise<void> {
      const page = await openFlow({ scenario: 'long-text' });
      await page.lengths();
      const frame = await page.part('base');
      const fits = (step: string) => {
        expect(frame.scrollWidth, step).to.be.at.most(frame.clientWidth + 1);
        const body = page.parts('body')[0];
        expect(body?.scrollWidth ?? 0, `body of ${step}`).to.be.at.most((body?.clientWidth ?? 0) + 1);
      };
      fits('lengths');
      await page.chooseLength('60 min');
      await page.press('See times');
      await page.chooseTime();
      fits('times');
      await page.press('Continue');
      await page.field('Name');
      fits('details');
    }
  });
});

/** With colours at rest: a button on its way from grey to blue has no contrast to speak of. */
async function expectAccessible(element: Element): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(element).to.be.accessible();
}
