import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Availability, Booking } from '../../../src/domain/booking.js';
import { BookingError } from '../../../src/domain/booking-error.js';
import { nextFreeOf, obstacle } from '../../../src/flow/selectors.js';
import { createFlowStore, type FlowStore, type FlowStoreOptions } from '../../../src/flow/store.js';
import type { BookingAdapter } from '../../../src/ports/booking-adapter.js';
import { availability, bookingOf, COACH, CONFIG, DRAFT, NOW, slot } from './support.js';

/** Lets all that was answered arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Timers that run when a test says so. */
class Clock {
  ms = NOW;
  private timers: { at: number; run: () => void }[] = [];
  now = () => this.ms;
  later = (run: () => void, ms: number) => {
    const timer = { at: this.ms + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  async pass(ms: number): Promise<void> {
    await settled();
    this.ms += ms;
    const due = this.timers.filter(({ at }) => at <= this.ms);
    this.timers = this.timers.filter(({ at }) => at > this.ms);
    due.forEach(({ run }) => run());
    await settled();
  }

  get waiting(): number {
    return this.timers.length;
  }
}

interface Setup {
  readonly store: FlowStore;
  readonly clock: Clock;
  readonly reports: string[];
  readonly calls: string[];
}

function setUp(methods: Partial<BookingAdapter> = {}, options: Partial<FlowStoreOptions> = {}): Setup {
  const clock = new Clock();
  const reports: string[] = [];
  const calls: string[] = [];
  const adapter: BookingAdapter = {
    name: 'test',
    getConfig: () => Promise.resolve(CONFIG),
    getAvailability: () => Promise.resolve(availability()),
    getCoach: () => Promise.resolve(COACH),
    book: () => Promise.resolve(bookingOf(store.getState())),
    ...methods,
  };
  const counted: BookingAdapter = { ...adapter };
  for (const name of ['getConfig', 'getAvailability', 'getCoach', 'book', 'findBooking'] as const) {
    const method: unknown = Reflect.get(adapter, name);
    if (typeof method === 'function') {
      Object.assign(counted, {
        [name]: (...parameters: unknown[]) => {
          calls.push(name);
          return Reflect.apply(method, adapter, parameters) as unknown;
        },
      });
    }
  }
  let keys = 0;
  const store = createFlowStore({
    adapter: counted,
    coachId: 'ada',
    timeZone: 'America/New_York',
    now: clock.now,
    elapsed: clock.now,
    later: clock.later,
    saveData: () => true,
    newKey: () => `key-${++keys}`,
    report: (message) => reports.push(message),
    ...options,
  });
  return { store, clock, reports, calls };
}

async function toConfirmation(setup: Setup): Promise<FlowStore> {
  const { store } = setup;
  store.connect();
  await settled();
  store.send({ type: 'edit-draft', draft: DRAFT });
  store.send({ type: 'continue' });
  store.send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') });
  store.send({ type: 'continue' });
  assert.equal(store.getState().step, 'confirmation');
  return store;
}

function submissionOf(store: FlowStore): string {
  const state = store.getState();
  return state.step === 'confirmation' ? state.submission.status : state.step;
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
/** What a stranger's adapter may answer, whatever the types say. */
const foreign = <T>(value: unknown): Promise<T> => Promise.resolve(value as T);

it('what happens before all of the flow is loaded waits for it, in order', async () => {
  const { store } = setUp();
  store.connect();
  store.send({ type: 'edit-draft', draft: { name: 'J' } });
  store.send({ type: 'edit-draft', draft: { name: 'Jordan' } });
  store.send({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' });
  assert.equal(store.getState().draft.name, '');
  while (!store.getState().draft.name) await settled();
  assert.equal(store.getState().draft.name, 'Jordan');
  assert.equal(store.getState().timeZone, 'Asia/Kathmandu');
});

describe('a booking from end to end', () => {
  it('takes one request to the times and one to book', async () => {
    const setup = setUp({
      getAvailability: () =>
        Promise.resolve(availability({ slots: [30, 60, 90].map((m) => slot('2026-11-24T15:00:00Z', m)) })),
    });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await settled();
    assert.equal(store.getState().step, 'booked');
    assert.deepEqual(setup.calls, ['getAvailability', 'getCoach', 'book']);
    assert.equal(setup.clock.waiting, 0, 'no timer is left behind');
    assert.deepEqual(setup.reports, []);
  });

  it('tells listeners of each change, once, with what was before', async () => {
    const setup = setUp();
    const seen: string[] = [];
    const stop = setup.store.subscribe((state, previous, { type }) => {
      assert.notEqual(state, previous);
      seen.push(type);
    });
    setup.store.connect();
    await settled();
    stop();
    setup.store.send({ type: 'continue' });
    assert.deepEqual(seen.slice(0, 2), ['start', 'times-loaded']);
    assert.ok(seen.includes('coach-loaded'));
    assert.ok(!seen.includes('continue'));
  });

  it('loads what the first times do not need when it is told to, and not before', async () => {
    let load = (): void => undefined;
    const slots = [30, 60, 90].map((minutes) => slot('2026-11-24T15:00:00Z', minutes));
    const getAvailability = () => Promise.resolve(availability({ slots }));
    const setup = setUp({ getAvailability }, { defer: (run) => (load = run) });
    setup.store.connect();
    await settled();
    assert.ok(!setup.calls.includes('getCoach'));
    load();
    await settled();
    assert.ok(setup.calls.includes('getCoach'));
    assert.equal(setup.store.getState().coach.status, 'ready');
  });

  it('asks the host before it sends; a no keeps everything as it is', async () => {
    const asked: unknown[] = [];
    let answer = false;
    const setup = setUp({}, { mayBook: (request) => (asked.push(request.attendee), answer) });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await settled();
    assert.equal(submissionOf(store), 'editing');
    answer = true;
    store.send({ type: 'submit' });
    await settled();
    assert.equal(submissionOf(store), 'booked');
    assert.deepEqual(
      asked,
      Array(2).fill({ name: 'Jordan', email: 'jordan@example.com', timeZone: 'America/New_York' }),
    );
  });

  it('is not sent twice by two presses, nor when the booking code is still on its way', async () => {
    const setup = setUp();
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    store.send({ type: 'submit' });
    await settled();
    store.send({ type: 'submit' });
    assert.equal(setup.calls.filter((name) => name === 'book').length, 1);
  });
});

describe('adapters that misbehave', () => {
  const methods: Record<string, () => Promise<never>> = {
    'throws at once': () => {
      throw new TypeError('no such thing');
    },
    'rejects with anything': () => Promise.reject(new Error('boom')),
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- strangers do
    'rejects with no error at all': () => Promise.reject('nope'),
    'answers nothing': () => foreign(undefined),
    'answers a page of HTML': () => foreign('<!doctype html>'),
    'answers a list of nothing': () => foreign({ slots: null, timeZone: 'UTC' }),
    'answers an unknown zone': () => foreign(availability({ timeZone: 'Mars/Olympus' })),
  };
  for (const [what, getAvailability] of Object.entries(methods)) {
    it(`one that ${what} ends in a defined state, with a word to the developer`, async () => {
      const { store, reports } = setUp({ getAvailability });
      store.connect();
      await settled();
      const problem = obstacle(store.getState());
      assert.ok(problem instanceof BookingError);
      assert.ok(['unknown', 'invalid_response'].includes(problem.code));
      assert.equal(reports.length, 1);
      assert.match(reports[0] ?? '', /^\[coach-booking\] The adapter "test"/);
    });
  }

  const configs: Record<string, [change: object, path: RegExp]> = {
    'no lengths': [{ durations: [] }, /sessionConfig\.durations/],
    'a length without a rate': [{ rates: { 30: 50, 60: 90 } }, /sessionConfig\.rates\.90: required/],
    'an unknown currency': [{ currency: 'QQQ' }, /sessionConfig\.currency: invalid/],
    'no config at all': [{ durations: undefined, rates: undefined, currency: undefined }, /durations: required/],
  };
  for (const [what, [change, path]] of Object.entries(configs)) {
    it(`a config with ${what} can't be used; the console names the path`, async () => {
      const config = { ...CONFIG, ...change };
      const { store, reports } = setUp({
        getAvailability: () => foreign({ ...availability(), sessionConfig: config }),
      });
      store.connect();
      await settled();
      const problem = obstacle(store.getState());
      assert.equal(problem instanceof BookingError && problem.code, 'invalid_response');
      assert.match(reports.join(), path);

      const alone = setUp({
        getAvailability: () => foreign({ slots: [], timeZone: 'UTC' }),
        getConfig: () => foreign(config),
      });
      alone.store.connect();
      await settled();
      assert.equal(alone.store.getState().config.status, 'failed');
      assert.match(alone.reports.join(), path);
    });
  }

  it('an unknown coach is not the developer’s mistake: the visitor is told', async () => {
    const { store, reports } = setUp({ getAvailability: () => Promise.reject(new BookingError('not_found')) });
    store.connect();
    await settled();
    const problem = obstacle(store.getState());
    assert.equal(problem instanceof BookingError && problem.code, 'not_found');
    assert.deepEqual(reports, []);
  });

  it('a coach without a name or with an unknown zone is left out; booking goes on', async () => {
    for (const coach of [{ ...COACH, name: ' ' }, { ...COACH, timezone: 'Mars/Olympus' }, null]) {
      const setup = setUp({ getCoach: () => foreign(coach) });
      const store = await toConfirmation(setup);
      assert.equal(store.getState().coach.status, 'failed');
    }
  });

  it('one that never answers is given up, and can be asked again', async () => {
    let signal: AbortSignal | undefined;
    const { store, clock } = setUp(
      { getAvailability: (_, options) => ((signal = options?.signal), never<Availability>()) },
      { timeoutMs: 1000 },
    );
    store.connect();
    await clock.pass(999);
    assert.equal(obstacle(store.getState()), null);
    await clock.pass(1);
    const problem = obstacle(store.getState());
    assert.equal(problem instanceof BookingError && problem.code, 'timeout');
    assert.equal(signal?.aborted, true);
    store.send({ type: 'retry' });
    assert.equal(store.getState().config.status, 'loading');
  });

  it('a booking that never answers is checked, never called a failure', async () => {
    const setup = setUp({ book: () => never<Booking>() }, { timeoutMs: 1000 });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await setup.clock.pass(1000);
    assert.equal(submissionOf(store), 'checking');
  });

  it('an answer to a booking that is no booking is checked, under the same key', async () => {
    const keys: string[] = [];
    const answers: unknown[] = [undefined, '', { id: '' }, { id: 'b', startTime: 'soon', endTime: 'later' }];
    const setup = setUp({
      book: (_, { idempotencyKey }) => (
        keys.push(idempotencyKey),
        foreign<Booking>(answers.length ? answers.shift() : bookingOf(setup.store.getState()))
      ),
    });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    for (let tries = 0; tries < 4; tries++) {
      await settled();
      assert.equal(submissionOf(store), 'checking');
      await setup.clock.pass(20_000);
    }
    assert.equal(submissionOf(store), 'booked');
    assert.deepEqual(new Set(keys), new Set(['key-1']));
  });
});

describe('lost answers', () => {
  it('the adapter is asked what became of the booking, where it can tell', async () => {
    const setup = setUp({
      book: () => Promise.reject(new BookingError('network', { outcome: 'unknown' })),
      findBooking: ({ idempotencyKey }) => (
        assert.equal(idempotencyKey, 'key-1'),
        Promise.resolve(bookingOf(setup.store.getState()))
      ),
    });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await setup.clock.pass(1000);
    assert.equal(submissionOf(store), 'booked');
    assert.deepEqual(setup.calls.slice(-2), ['book', 'findBooking']);
  });

  it('what the adapter does not know of is sent again under the same key', async () => {
    let fails = 1;
    const setup = setUp({
      book: () =>
        fails-- > 0 ? Promise.reject(new Error('socket hang up')) : foreign<Booking>(bookingOf(setup.store.getState())),
      findBooking: () => Promise.resolve(null),
    });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await setup.clock.pass(1000);
    assert.equal(submissionOf(store), 'booked');
    assert.deepEqual(setup.calls.slice(-3), ['book', 'findBooking', 'book']);
  });

  it('leaving the page’s tree does not abort a booking', async () => {
    let answer: ((booking: Booking) => void) | undefined;
    const setup = setUp({ book: () => new Promise((resolve) => (answer = resolve)) });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await settled();
    store.disconnect();
    answer?.(bookingOf(store.getState()));
    await settled();
    assert.equal(submissionOf(store), 'booked');
  });
});

describe('stale answers', () => {
  it('another page aborts the request of the one that was left; its late answer is ignored', async () => {
    const asked: { start: string; signal: AbortSignal; answer: (value: Availability) => void }[] = [];
    const all = [30, 60, 90].map((minutes) => slot('2026-11-24T15:00:00Z', minutes));
    const { store } = setUp({
      getAvailability: ({ start }, options) =>
        new Promise((answer) => {
          if (options?.signal) asked.push({ start, signal: options.signal, answer });
        }),
    });
    store.connect();
    await settled();
    asked[0]?.answer(availability({ slots: all }));
    await settled();
    store.send({ type: 'show-page', pageStart: '2027-01-04' });
    store.send({ type: 'show-page', pageStart: '2027-03-01' });
    await settled();
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [false, true, false],
    );
    asked[1]?.answer(availability({ slots: [slot('2027-01-05T15:00:00Z')] }));
    await settled();
    assert.equal(store.getState().times.slots.length, 3);
  });

  it('reads stop with the element and go on when it is back', async () => {
    const signals: AbortSignal[] = [];
    const { store, calls } = setUp({
      getAvailability: (_, options) => (
        options?.signal && signals.push(options.signal),
        signals.length > 1 ? Promise.resolve(availability()) : never<Availability>()
      ),
    });
    store.connect();
    await settled();
    store.disconnect();
    assert.equal(signals[0]?.aborted, true);
    store.connect();
    await settled();
    assert.equal(store.getState().config.status, 'ready');
    assert.equal(calls.filter((name) => name === 'getCoach').length, 1);
  });

  it('back on the page, times are fetched anew', async () => {
    const { store, calls } = setUp();
    store.connect();
    await settled();
    store.disconnect();
    const before = calls.length;
    store.connect();
    store.connect();
    await settled();
    assert.equal(calls.length, before + 1);
  });
});

describe('a backend that asks for patience', () => {
  it('is left alone for as long as it asked', async () => {
    let busy = true;
    const { store, clock, calls } = setUp({
      getAvailability: () =>
        busy
          ? Promise.reject(new BookingError('rate_limited', { retryAfterMs: 8000 }))
          : Promise.resolve(availability()),
    });
    store.connect();
    await settled();
    busy = false;
    store.send({ type: 'retry' });
    await clock.pass(7999);
    assert.equal(calls.filter((name) => name === 'getAvailability').length, 1);
    assert.equal(store.getState().config.status, 'loading');
    await clock.pass(1);
    assert.equal(store.getState().config.status, 'ready');
  });

  it('a booking that was turned away is sent again after the wait, by itself', async () => {
    let busy = true;
    const setup = setUp({
      book: () => {
        if (!busy) return Promise.resolve(bookingOf(setup.store.getState()));
        busy = false;
        return Promise.reject(new BookingError('rate_limited', { retryAfterMs: 4000 }));
      },
    });
    const store = await toConfirmation(setup);
    store.send({ type: 'submit' });
    await setup.clock.pass(3999);
    assert.equal(submissionOf(store), 'sending');
    await setup.clock.pass(1);
    assert.equal(submissionOf(store), 'booked');
  });

  it('but never for hours', async () => {
    let busy = true;
    const { store, clock } = setUp({
      getAvailability: () =>
        busy
          ? Promise.reject(new BookingError('unavailable', { retryAfterMs: 1e12 }))
          : Promise.resolve(availability()),
    });
    store.connect();
    await settled();
    busy = false;
    store.send({ type: 'retry' });
    await clock.pass(60_000);
    assert.equal(store.getState().config.status, 'ready');
  });
});

it('a search through an empty year ends', async () => {
  const { store, calls } = setUp({ getAvailability: () => Promise.resolve(availability({ slots: [] })) });
  store.connect();
  await settled();
  assert.equal(nextFreeOf(store.getState()).status, 'none');
  assert.equal(calls.filter((name) => name === 'getAvailability').length, 5);
});

describe('times in advance', () => {
  const MANY = [30, 60, 90].map((minutes) => slot('2026-11-24T15:00:00Z', minutes));

  async function opened(
    options: Partial<FlowStoreOptions> = {},
    methods: Partial<BookingAdapter> = {},
  ): Promise<Setup> {
    const setup = setUp(
      { getAvailability: () => Promise.resolve(availability({ slots: MANY })), ...methods },
      { durationMinutes: 60, saveData: () => false, ...options },
    );
    setup.store.connect();
    await settled();
    return setup;
  }
  const asked = ({ calls }: Setup) => calls.filter((name) => name === 'getAvailability').length;

  it('are fetched once the later half of the flow is there; turning to them asks for nothing but the next ones', async () => {
    const slots = [...MANY, slot('2026-12-29T15:00:00Z')];
    const setup = await opened({}, { getAvailability: () => Promise.resolve(availability({ slots })) });
    assert.equal(asked(setup), 2);
    setup.store.send({ type: 'show-page', pageStart: '2026-11-30' });
    assert.equal(setup.store.getState().times.loading, null);
    await settled();
    assert.equal(asked(setup), 3);
  });

  it('are asked for once, by a page that is turned to while they are on their way', async () => {
    const answers: ((answer: Availability) => void)[] = [];
    const setup = await opened(
      {},
      {
        getAvailability: () =>
          answers.length
            ? new Promise((resolve) => answers.push(resolve))
            : (answers.push(() => undefined), Promise.resolve(availability({ slots: MANY }))),
      },
    );
    setup.store.send({ type: 'show-page', pageStart: '2026-11-30' });
    await settled();
    assert.equal(asked(setup), 2);
    answers[1]?.(availability({ slots: [slot('2026-12-29T15:00:00Z')] }));
    await settled();
    assert.equal(setup.store.getState().times.slots.length, 4);
  });

  it('are left alone where the browser asks to save data', async () => {
    assert.equal(asked(await opened({ saveData: () => true })), 1);
    const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    for (const [saveData, count] of [
      [true, 1],
      [false, 2],
    ] as const) {
      Object.defineProperty(globalThis, 'navigator', { value: { connection: { saveData } }, configurable: true });
      const setup = await opened({ saveData: undefined as never });
      assert.equal(asked(setup), count);
    }
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });
});

it('an adapter with a longest span is never asked for a longer one', async () => {
  const lengths: number[] = [];
  const { store } = setUp(
    {
      maximumDays: 7,
      getAvailability: ({ start, end }) => {
        lengths.push((Date.parse(end) - Date.parse(start)) / 86_400_000);
        return Promise.resolve(availability({ sessionConfig: { ...CONFIG, bookingWindowDays: 60 } }));
      },
    },
    { saveData: () => false, durationMinutes: 60 },
  );
  store.connect();
  await settled();
  store.send({ type: 'show-page', pageStart: '2026-12-28' });
  await settled();
  assert.ok(lengths.length > 7);
  assert.equal(Math.max(...lengths), 7);
  assert.equal(store.getState().times.loading, null);
});

it('a visitor whose clock is a day ahead is offered what is still to come today, and told the true time', async () => {
  const today = slot('2026-11-22T18:00:00Z');
  const { store } = setUp(
    {
      getAvailability: () => Promise.resolve(availability({ slots: [today], serverNow: new Date(NOW).toISOString() })),
    },
    { now: () => NOW + 86_400_000, durationMinutes: 60 },
  );
  store.connect();
  await settled();
  assert.equal(store.getState().day, '2026-11-22');
  assert.equal(store.getState().clockSkew, -86_400_000);
});
