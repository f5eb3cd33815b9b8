import { expect, fixture, html } from '@open-wc/testing';
import { nameOf as pendingName } from '../../src/elements/booking-flow/later/pending.js';
import { until, type BookingFlowPage } from '../../src/kit/page-objects/index.js';
import type { ScenarioName } from '../../src/kit/scenarios.js';
import type { BookingAdapter } from '../../src/ports/booking-adapter.js';
import { complete, DETAILS, hurried, mockAdapter, nextEvent, NOW, openFlow, toDetails } from './flow-fixture.js';

type Calls = [method: string, holdId: string | undefined][];

/** An adapter over a backend whose clock runs, and what is asked of it about holds. */
function recorded(scenario: ScenarioName = 'default'): { adapter: BookingAdapter; calls: Calls } {
  const start = performance.now();
  const adapter = mockAdapter(scenario, () => NOW + performance.now() - start);
  const calls: Calls = [];
  return {
    calls,
    adapter: {
      ...adapter,
      hold: async (request, options) => {
        calls.push(['hold', request.holdId]);
        return (await adapter.hold?.(request, options)) ?? Promise.reject(new Error('no holds'));
      },
      release: async (query, options) => {
        calls.push(['release', query.holdId]);
        await adapter.release?.(query, options);
      },
      book: (request, options) => {
        calls.push(['book', request.holdId]);
        return adapter.book(request, options);
      },
      getAvailability: (query, options) => {
        if (query.holdId) calls.push(['getAvailability', query.holdId]);
        return adapter.getAvailability(query, options);
      },
    },
  };
}

async function called(calls: Calls, method: string, times = 1): Promise<string | undefined> {
  const found = () => calls.filter(([name]) => name === method);
  await until(() => found().length >= times, `${times} × ${method}, not ${calls.join(' ')}`);
  return found()[times - 1]?.[1];
}

async function isHeld(page: BookingFlowPage): Promise<void> {
  await until(() => page.parts('held').length + page.parts('hold').length > 0, 'the hold');
}

function leave(): void {
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
}

function comeBack(): void {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

describe('<booking-flow> holds the chosen time', () => {
  it('from the pick on, says so, and books with it', async () => {
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter });
    await page.chooseLength('60 min');
    await page.press('See times');
    await page.chooseTime();
    expect(await called(calls, 'hold')).to.equal(undefined);
    await page.press('Continue');
    await isHeld(page);
    expect(page.parts('held')[0]?.textContent).to.contain('Held for you');
    expect(page.parts('hold'), 'no hurry while there is time').to.have.length(0);
    await page.fill(DETAILS);
    await page.press('Book for');
    await page.shows(/See you on/);
    expect(await called(calls, 'book')).to.be.a('string');
    expect(calls.map(([method]) => method)).to.deep.equal(['hold', 'book']);
  });

  it('is moved with another pick, and the visitor’s own times stay in sight', async () => {
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter, duration: 60 });
    await complete(page);
    const before = await page.times();
    await page.chooseTime(before[0]);
    await called(calls, 'hold');
    await page.chooseTime(before[1]);
    expect(await called(calls, 'hold', 2)).to.be.a('string');
    comeBack();
    expect(await called(calls, 'getAvailability')).to.be.a('string');
    await until(() => page.element.shadowRoot?.querySelector('[aria-busy=true]') === null, 'the fresh times');
    expect(await page.times()).to.deep.equal(before);
  });

  it('back at the times it is free for others, and still chosen; on again it is held anew', async () => {
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter });
    await toDetails(page);
    await isHeld(page);
    await page.back();
    expect(await called(calls, 'release')).to.be.a('string');
    await page.press('Continue');
    await isHeld(page);
    const methods = calls.map(([method]) => method);
    expect(methods.filter((method) => method !== 'getAvailability')).to.deep.equal(['hold', 'release', 'hold']);
  });

  it('is released with the page, and held again when the browser brings it back', async () => {
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter });
    await toDetails(page);
    await isHeld(page);
    leave();
    await called(calls, 'release');
    comeBack();
    await called(calls, 'hold', 2);
    await isHeld(page);
  });

  it('is released with the element', async () => {
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter });
    await toDetails(page);
    await isHeld(page);
    const { parentNode } = page.element;
    page.element.remove();
    await called(calls, 'release');
    parentNode?.append(page.element);
    await isHeld(page);
    await called(calls, 'hold', 2);
  });

  it('is released with the dialog around it, and held again when the form is used again', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
    const { adapter, calls } = recorded();
    const page = await openFlow({ adapter });
    dialog.append(page.element);
    dialog.showModal();
    await toDetails(page);
    await isHeld(page);
    dialog.close();
    await called(calls, 'release');
    dialog.showModal();
    (await page.field(/^Name/)).focus();
    await called(calls, 'hold', 2);
    dialog.close();
  });

  for (const scenario of ['hold-fails', 'no-holds'] as const) {
    it(`is not needed to book: ${scenario}`, async () => {
      const { adapter, calls } = recorded(scenario);
      const page = await openFlow({ adapter });
      const errors: string[] = [];
      page.element.addEventListener('booking-error', ({ detail }) => errors.push(detail.error.code));
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      await page.shows(/See you on/);
      expect(await called(calls, 'book')).to.equal(undefined);
      expect(errors).to.deep.equal([]);
    });
  }

  it('somebody else has it: said before a word is typed, with other times; one tap goes on', async () => {
    const { adapter } = recorded('hold-taken');
    const page = await openFlow({ adapter, duration: 60 });
    const failed = nextEvent(page.element, 'booking-error');
    await page.chooseTime();
    await page.shows(/was just taken$/);
    expect((await failed).detail.error.code).to.equal('slot_unavailable');
    await until(() => page.focused()?.localName === 'h2', 'the focus on what happened');
    expect(await page.notice()).to.contain('Someone else was faster');
    expect(await page.alternatives()).to.have.length(3);
    await page.takeAlternative();
    await page.shows('Your details');
    await isHeld(page);
  });
});

describe('<booking-flow> in the last minute of a hold', () => {
  it('counts down for the eyes, says it once, and keeps the time at a press; the focus goes back to the field', async () => {
    const { adapter, calls } = recorded('hold-expires-soon');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await page.fill(DETAILS);
    const field = await page.field(/^Email/);
    field.focus();
    const notice = await page.part('hold');
    expect(await page.hold()).to.contain('held for you');
    const timer = notice.querySelector('[role=timer]');
    expect(timer?.getAttribute('aria-live')).to.equal('off');
    expect(timer?.textContent).to.match(/0:4\d left/);
    const said = page.announcement();
    expect(said).to.contain('held for you a little longer');
    const shown = timer?.textContent;
    await until(() => timer?.textContent !== shown, 'the next second');
    expect(page.announcement()).to.equal(said);
    expect(page.focused()).to.equal(field);

    const button = await page.button('Keep it longer');
    const height = button.getBoundingClientRect().height;
    expect(height).to.be.at.least(40);
    button.focus();
    button.click();
    expect(await called(calls, 'hold', 2)).to.be.a('string');
    await until(() => /0:4[45]/.test(timer?.textContent ?? ''), 'the time to be kept');
    await page.press('Book for');
    await page.shows(/See you on/);
  });

  it('kept at a press: says so, and the focus goes back to the field that was left last', async () => {
    const { adapter } = recorded('hold-expires-soon');
    const page = await openFlow({
      adapter: {
        ...adapter,
        hold: async (request, options) => {
          const hold = await adapter.hold?.(request, options);
          if (!hold) throw new Error('no holds');
          const longer = new Date(Date.parse(hold.serverNow) + 300_000).toISOString();
          return request.holdId === undefined ? hold : { ...hold, expiresAt: longer };
        },
      },
    });
    await toDetails(page);
    const button = await page.button('Keep it longer');
    (await page.field(/^Email/)).focus();
    const field = await page.field(/^Name/);
    field.focus();
    button.focus();
    button.click();
    await until(() => page.parts('held').length > 0, 'the hold');
    await until(() => page.focused() === field, 'the focus on the field');
    expect(page.announcement()).to.equal('Held for you');
  });

  it('at the cap, says honestly that it ends', async () => {
    const { adapter } = recorded('hold-at-its-cap');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await page.press('Keep it longer');
    await until(() => page.parts('hold')[0]?.textContent.includes('can’t be held beyond this minute'), 'the end');
    expect(page.parts('hold')[0]?.querySelector('button')).to.equal(null);
    await until(() => page.focused()?.localName !== 'body', 'the focus');
    expect(page.announcement()).to.contain('can’t be held beyond this minute');
  });

  it('when it is over, the focus stays, nothing is lost, and the time is booked all the same', async () => {
    const { adapter, calls } = recorded('hold-is-over');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await page.fill(DETAILS);
    const field = await page.field(/know\?/);
    field.focus();
    await page.button('Hold it again');
    expect(page.focused()).to.equal(field);
    expect(page.announcement()).to.contain('no longer held for you');
    expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
    await page.press('Book for');
    await page.shows(/See you on/);
    expect(await called(calls, 'book')).to.equal(undefined);
  });
});

describe('<booking-flow> says how it stands', () => {
  it('the chosen time is gone meanwhile: said before it is sent; other times one press away, the form still filled', async () => {
    const { adapter } = recorded('gone-while-typing');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await page.fill(DETAILS);
    const field = await page.field(/^Name/);
    field.focus();
    await until(() => {
      comeBack();
      return page.parts('notice')[0]?.textContent.includes('no longer free');
    }, 'the notice');
    expect(page.focused()).to.equal(field);
    expect(page.announcement()).to.contain('no longer free');
    await page.press('See other times');
    await page.shows(/isn’t free right now$/);
    await page.takeAlternative();
    expect(Object.values(await page.values())).to.deep.equal(Object.values(DETAILS));
  });

  it('asked to wait: calmly says how long, then the button works', async () => {
    const { adapter } = recorded('rate-limited-booking');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await page.fill(DETAILS);
    await page.press('Book for');
    await until(() => /try again in (30|2\d) s/.test(page.parts('notice')[0]?.textContent ?? ''), 'the seconds');
    const button = await page.part('main-button');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(page.announcement()).to.contain('in 30 s');
  });

  it('a busy server: waits for as long as it asks and books', async () => {
    for (const scenario of ['busy-server', 'in-progress'] as const) {
      const { adapter } = recorded(scenario);
      const page = await openFlow({ adapter });
      await toDetails(page);
      await page.fill(DETAILS);
      await page.press('Book for');
      await page.shows(/See you on/);
    }
  });

  it('the connection drops while it is sent: says so, checks when it is back, never a failure', async () => {
    const { adapter, calls } = recorded('offline-while-sending');
    const page = await openFlow({ adapter });
    await toDetails(page);
    await isHeld(page);
    await page.fill(DETAILS);
    await page.press('Book for');
    dispatchEvent(new Event('offline'));
    await until(() => page.parts('notice')[0]?.textContent.includes('As soon as you are back online'), 'the notice');
    await called(calls, 'book', 1);
    expect(page.announcement()).to.contain('You’re offline');
    dispatchEvent(new Event('online'));
    await hurried(200, () => page.shows(/See you on/));
    expect(new Set(calls.filter(([method]) => method === 'book').map(([, holdId]) => holdId)).size).to.equal(1);
  });

  it('a reload while it is not known: asks under the same key, and forgets it when it is known', async () => {
    const { adapter } = recorded();
    const keys: string[] = [];
    const first = await openFlow({ adapter });
    await toDetails(first);
    await isHeld(first);
    await first.fill(DETAILS);
    first.element.addEventListener('booking-submit', (event) => {
      event.preventDefault();
      const attempt = { at: Date.now(), idempotencyKey: 'of-before-the-reload', request: event.detail.request };
      sessionStorage.setItem(pendingName('ada'), JSON.stringify(attempt));
    });
    await first.press('Book for');
    first.element.remove();
    const page = await openFlow({
      adapter: {
        ...adapter,
        book: (request, options) => (keys.push(options.idempotencyKey), adapter.book(request, options)),
      },
    });
    await page.shows(/See you on .*, Jordan/);
    expect(keys).to.deep.equal(['of-before-the-reload']);
    expect(sessionStorage.getItem(pendingName('ada'))).to.equal(null);
  });

  it('what is kept over a reload is old, foreign or broken: the flow starts as ever', async () => {
    const request = { coachId: 'ada', startTime: 'soon', attendee: {} };
    for (const kept of ['{', 'null', '[]', JSON.stringify({ at: 1, idempotencyKey: 'k', request }), '{"at":1e99}']) {
      sessionStorage.setItem(pendingName('ada'), kept);
      const page = await openFlow();
      expect(await page.lengths()).to.have.length(3);
      await until(() => sessionStorage.getItem(pendingName('ada')) === null, 'it to be forgotten');
    }
  });
});
