/** Holds against an adapter that is slow, late, gone or strange. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hold, HoldRequest } from '../../../src/domain/booking.js';
import { BookingError } from '../../../src/domain/booking-error.js';
import { loadLater } from '../../../src/flow/later-loader.js';
import { createFlowStore, type FlowStore, type FlowStoreOptions } from '../../../src/flow/store.js';
import type { BookingAdapter } from '../../../src/ports/booking-adapter.js';
import { availability, bookingOf, COACH, CONFIG, DRAFT, holdOf, NOW, slot } from './support.js';

const A = slot('2026-11-24T15:00:00Z');
const B = slot('2026-11-24T16:00:00Z');
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

interface Asked {
  readonly request: HoldRequest;
  readonly answer: (hold: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** A store that chooses; each request for a hold waits for the test. */
async function setUp(methods: Partial<BookingAdapter> = {}, options: Partial<FlowStoreOptions> = {}) {
  let ms = 0;
  let timers: { at: number; run: () => void }[] = [];
  const asked: Asked[] = [];
  const released: string[] = [];
  const queries: (string | undefined)[] = [];
  const booked: (string | undefined)[] = [];
  const adapter: BookingAdapter = {
    name: 'test',
    getConfig: () => Promise.resolve(CONFIG),
    getAvailability: ({ holdId }) => (queries.push(holdId), Promise.resolve(availability())),
    getCoach: () => Promise.resolve(COACH),
    book: ({ holdId }) => (booked.push(holdId), Promise.resolve(bookingOf(store.getState()))),
    hold: (request) =>
      new Promise<Hold>((resolve, reject) => {
        asked.push({ request, answer: (hold) => resolve(hold as Hold), fail: reject });
      }),
    release: ({ holdId }) => (released.push(holdId), Promise.resolve()),
    ...methods,
  };
  const store: FlowStore = createFlowStore({
    adapter,
    coachId: 'ada',
    timeZone: 'America/New_York',
    now: () => NOW,
    elapsed: () => ms,
    later: (run, after) => {
      const timer = { at: ms + after, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    draft: DRAFT,
    report: () => undefined,
    ...options,
  });
  const pass = async (by: number) => {
    await settled();
    ms += by;
    const due = timers.filter(({ at }) => at <= ms);
    timers = timers.filter(({ at }) => at > ms);
    due.forEach(({ run }) => run());
    await settled();
  };
  await loadLater();
  store.connect();
  await settled();
  store.send({ type: 'continue' });
  const pick = async (chosen = A) => {
    store.send({ type: 'select-slot', slot: chosen });
    await pass(400);
  };
  return { store, asked, released, queries, booked, pass, pick, timers: () => timers.length };
}

const heldId = (store: FlowStore) => store.getState().hold?.held?.holdId;

describe('a hold from end to end', () => {
  it('is asked for, asked beside, booked with, and leaves no timer behind', async () => {
    const { store, asked, queries, booked, released, pick, timers } = await setUp();
    await pick();
    assert.deepEqual(asked[0]?.request, { coachId: 'ada', startTime: A.startTime, durationMinutes: 60 });
    asked[0].answer(holdOf('h1'));
    await settled();
    store.send({ type: 'refresh' });
    await settled();
    assert.equal(queries.at(-1), 'h1', 'the own hold is to hide nothing');
    store.send({ type: 'continue' });
    store.send({ type: 'submit' });
    await settled();
    assert.deepEqual(booked, ['h1']);
    assert.equal(store.getState().step, 'booked');
    assert.deepEqual(released, []);
    assert.equal(timers(), 0);
  });

  it('leaving the page releases at once, and a late answer when it comes', async () => {
    const { store, asked, released, pick } = await setUp();
    await pick();
    store.disconnect();
    await settled();
    assert.deepEqual(released, [], 'nobody knows its id yet');
    asked[0]?.answer(holdOf('h1'));
    await settled();
    assert.deepEqual(released, ['h1']);

    store.connect();
    await settled();
    asked[1]?.answer(holdOf('h2'));
    await settled();
    assert.equal(heldId(store), 'h2', 'back in the page it is held again');
    store.disconnect();
    await settled();
    assert.deepEqual(released, ['h1', 'h2']);
  });

  it('a flow that was taken out before all of it was there holds nothing', async () => {
    let load = (): void => undefined;
    const { store, asked, released, pass, timers } = await setUp({}, { defer: (run) => (load = run) });
    store.send({ type: 'select-slot', slot: A });
    store.disconnect();
    load();
    await pass(400);
    asked.forEach(({ answer }, index) => answer(holdOf(`h${index}`)));
    await pass(400);
    assert.deepEqual([asked.length - released.length, timers()], [0, 0]);

    store.connect();
    await pass(400);
    asked.at(-1)?.answer(holdOf('back'));
    await settled();
    assert.equal(heldId(store), 'back', 'put back, it holds what is chosen');
  });

  it('a slow answer to the first pick does not overtake the second', async () => {
    const { store, asked, pick, released } = await setUp();
    await pick(A);
    await pick(B);
    assert.equal(asked.length, 1);
    asked[0]?.answer(holdOf('h1'));
    await settled();
    assert.deepEqual([asked[1]?.request.startTime, asked[1]?.request.holdId], [B.startTime, 'h1']);
    asked[1]?.answer(holdOf('h1'));
    await settled();
    assert.equal(store.getState().hold?.held?.slot.startTime, B.startTime);
    assert.deepEqual(released, []);
  });

  it('one that takes too long is given up; when it comes all the same, it is given back', async () => {
    const { store, asked, released, booked, pass, pick } = await setUp();
    await pick();
    store.send({ type: 'continue' });
    store.send({ type: 'submit' });
    await settled();
    assert.deepEqual(booked, [], 'the booking waits for the answer');
    await pass(8000);
    assert.deepEqual(booked, [undefined]);
    asked[0]?.answer(holdOf('late'));
    await settled();
    assert.deepEqual(released, ['late']);
  });
});

describe('adapters that misbehave with holds', () => {
  const answers: Record<string, unknown> = {
    nothing: undefined,
    'a page': '<!doctype html>',
    'no id': { expiresAt: '2026-11-22T12:05:00Z', serverNow: '2026-11-22T12:00:00Z' },
    'an end that is none': { ...holdOf('h'), expiresAt: 'soon' },
    'no clock': { holdId: 'h', expiresAt: '2026-11-22T12:05:00Z' },
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`answers ${what}: booking goes on without, and what has an id is given back`, async () => {
      const { store, asked, booked, released, pick } = await setUp();
      await pick();
      asked[0]?.answer(answer);
      await settled();
      assert.equal(heldId(store), undefined);
      const hasId = typeof answer === 'object' && answer !== null && 'holdId' in answer;
      assert.deepEqual(released, hasId ? ['h'] : []);
      store.send({ type: 'continue' });
      await settled();
      asked[1]?.fail(new Error('boom'));
      await settled();
      store.send({ type: 'submit' });
      await settled();
      assert.deepEqual(booked, [undefined]);
    });
  }

  it('throws at once, or has no such method after all', async () => {
    const hold = (): never => {
      throw new TypeError('no such thing');
    };
    const { store, booked, pick } = await setUp({ hold });
    await pick();
    store.send({ type: 'continue' });
    store.send({ type: 'submit' });
    await settled();
    assert.deepEqual(booked, [undefined]);
  });

  const releases: Record<string, () => Promise<void>> = {
    'fails to release': () => Promise.reject(new BookingError('network')),
    'never answers to a release': () => new Promise(() => undefined),
  };
  for (const [what, release] of Object.entries(releases)) {
    it(`${what}: the time can be held again all the same`, async () => {
      const { store, asked, pass, pick } = await setUp({ release });
      await pick();
      asked[0]?.answer(holdOf('h1'));
      await settled();
      store.send({ type: 'continue' });
      store.send({ type: 'back' });
      store.send({ type: 'continue' });
      await pass(8000);
      assert.deepEqual(
        asked.map(({ request }) => [request.startTime, request.holdId]),
        Array(2).fill([A.startTime, undefined]),
      );
    });
  }

  it('a backend that asks for patience with holds keeps nobody from the times or the booking', async () => {
    const { store, asked, booked, queries, pick } = await setUp();
    await pick();
    asked[0]?.fail(new BookingError('rate_limited', { retryAfterMs: 60_000 }));
    await settled();
    const before = queries.length;
    store.send({ type: 'refresh' });
    await settled();
    assert.equal(queries.length, before + 1);
    store.send({ type: 'continue' });
    await settled();
    asked[1]?.fail(new BookingError('rate_limited', { retryAfterMs: 60_000 }));
    await settled();
    store.send({ type: 'submit' });
    await settled();
    assert.deepEqual(booked, [undefined]);
  });
});

it('a refused booking waits for as long as the backend asks, at most a minute; then the button works', async () => {
  let busy = true;
  const setup = await setUp({
    book: () =>
      busy
        ? Promise.reject(new BookingError('rate_limited', { retryAfterMs: 3_600_000 }))
        : Promise.resolve(bookingOf(setup.store.getState())),
    hold: () => Promise.reject(new BookingError('unsupported')),
  });
  const { store, pass, pick } = setup;
  await pick();
  store.send({ type: 'continue' });
  store.send({ type: 'submit' });
  await settled();
  busy = false;
  store.send({ type: 'submit' });
  await pass(59_000);
  assert.equal(store.getState().step, 'confirmation');
  store.send({ type: 'submit' });
  await settled();
  assert.equal(store.getState().step, 'confirmation');
  await pass(1000);
  store.send({ type: 'submit' });
  await settled();
  assert.equal(store.getState().step, 'booked');
});

it('offline while a booking is on its way: nothing is asked in vain, and all at once when it is back', async () => {
  let calls = 0;
  const setup = await setUp({
    hold: () => Promise.reject(new BookingError('unsupported')),
    book: () => (calls++ ? Promise.resolve(bookingOf(setup.store.getState())) : Promise.reject(new Error('gone'))),
  });
  const { store, pass, pick } = setup;
  await pick();
  store.send({ type: 'continue' });
  store.send({ type: 'submit' });
  store.send({ type: 'offline' });
  await settled();
  await pass(600_000);
  assert.equal(calls, 1);
  const state = store.getState();
  assert.equal(state.step === 'confirmation' && state.submission.status, 'checking');
  store.send({ type: 'online' });
  await settled();
  assert.equal(store.getState().step, 'booked');
});
