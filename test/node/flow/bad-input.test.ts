/** What an adapter may answer, and what becomes of it in the flow. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Availability } from '../../../src/domain/booking.js';
import { dayCounts, pageStatus, slotsOf } from '../../../src/flow/selectors.js';
import { createFlowStore, type FlowStore } from '../../../src/flow/store.js';
import { availability, bookingOf, CONFIG, NOW, slot } from './support.js';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

interface Opened {
  readonly store: FlowStore;
  readonly said: readonly string[];
  /** Starts of the free times of a day. */
  readonly startsOn: (day: string) => readonly string[];
}

/** A flow in New York over an adapter that answers this, whatever it is asked for. */
async function openWith(answer: unknown, timeZone = 'America/New_York'): Promise<Opened> {
  const said: string[] = [];
  const store = createFlowStore({
    adapter: {
      name: 'test',
      getConfig: () => Promise.resolve(CONFIG),
      getAvailability: () => Promise.resolve(answer as Availability),
      book: () => Promise.resolve(bookingOf(store.getState())),
    },
    coachId: 'ada',
    timeZone,
    durationMinutes: 60,
    now: () => NOW,
    saveData: () => false,
    report: (message) => said.push(message),
  });
  store.connect();
  await settled();
  const startsOn = (day: string) =>
    (slotsOf(store.getState(), day) ?? []).map(({ startTime }) => startTime.slice(11, 16));
  return { store, said, startsOn };
}

const at = (...times: readonly string[]) => times.map((time) => slot(`2026-11-24T${time}:00Z`));

describe('slots', () => {
  it('out of order are shown in order', async () => {
    const { startsOn } = await openWith(availability({ slots: at('18:00', '15:00', '16:30') }));
    assert.deepEqual(startsOn('2026-11-24'), ['15:00', '16:30', '18:00']);
  });

  it('that come twice are shown once', async () => {
    const { startsOn, store } = await openWith(availability({ slots: at('15:00', '15:00', '16:00', '15:00') }));
    assert.deepEqual(startsOn('2026-11-24'), ['15:00', '16:00']);
    assert.equal(dayCounts(store.getState())['2026-11-24'], 2);
  });

  it('that overlap are all shown: which of them is booked, the visitor decides', async () => {
    const { startsOn } = await openWith(availability({ slots: at('15:00', '15:15', '15:30') }));
    assert.deepEqual(startsOn('2026-11-24'), ['15:00', '15:15', '15:30']);
  });

  it('in the past are left out', async () => {
    const slots = [slot('2026-11-22T11:00:00Z'), slot('2026-11-22T12:30:00Z'), slot('2026-11-20T12:30:00Z')];
    const { startsOn } = await openWith(availability({ slots }));
    assert.deepEqual(startsOn('2026-11-22'), ['12:30']);
    assert.deepEqual(startsOn('2026-11-20'), []);
  });

  it('without an offset could be any time, and are left out', async () => {
    const whole = slot('2026-11-24T15:00:00Z');
    const bare = { ...whole, startTime: '2026-11-24T16:00:00', endTime: '2026-11-24T17:00:00' };
    assert.deepEqual((await openWith(availability({ slots: [bare, whole] }))).startsOn('2026-11-24'), ['15:00']);
    const { store, said } = await openWith(availability({ slots: [bare] }));
    const { config } = store.getState();
    assert.equal(config.status === 'failed' && config.error.code, 'invalid_response', 'no times would be a lie');
    assert.match(said.join(), /slots: invalid/);
  });

  it('with an offset of their own are the same instants', async () => {
    const own = {
      ...slot('2026-11-24T15:00:00Z'),
      startTime: '2026-11-24T16:00:00+01:00',
      endTime: '2026-11-24 17:00:00+01:00',
    };
    assert.deepEqual((await openWith(availability({ slots: [own] }))).startsOn('2026-11-24'), ['15:00']);
  });

  it('that span midnight are on the day on which they begin, in the visitor’s zone', async () => {
    const slots = [slot('2026-11-25T04:30:00Z')];
    assert.deepEqual((await openWith(availability({ slots }))).startsOn('2026-11-24'), ['04:30']);
    assert.deepEqual((await openWith(availability({ slots }))).startsOn('2026-11-25'), []);
    assert.deepEqual((await openWith(availability({ slots }), 'Europe/Berlin')).startsOn('2026-11-25'), ['04:30']);
  });
});

describe('a month without a slot', () => {
  it('is empty, which is said, and no failure', async () => {
    const { store, said } = await openWith(availability({ slots: [] }));
    assert.equal(pageStatus(store.getState()), 'empty');
    assert.equal(store.getState().times.error, null);
    assert.deepEqual(said, []);
  });
});

describe('an adapter that answers the wrong month', () => {
  const JANUARY = availability({ slots: [slot('2027-01-20T15:00:00Z'), slot('2027-01-21T15:00:00Z')] });

  it('shows none of it where another was asked for, and all of it where that was; the developer is told once', async () => {
    const { store, said } = await openWith(JANUARY);
    assert.equal(pageStatus(store.getState()), 'empty');
    assert.equal(said.length, 1);
    assert.match(
      said[0] ?? '',
      /was asked for the times from \S+ to \S+ and answered others too, such as 2027-01-20T15/,
    );
    store.send({ type: 'show-page', pageStart: '2026-12-28' });
    await settled();
    assert.equal(dayCounts(store.getState())['2027-01-20'], 1);
    store.send({ type: 'refresh' });
    await settled();
    assert.equal(said.length, 1);
  });

  it('takes nothing away from what is known of that month', async () => {
    const { store } = await openWith(JANUARY);
    store.send({ type: 'show-page', pageStart: '2026-12-28' });
    await settled();
    store.send({ type: 'show-page', pageStart: '2026-11-16' });
    store.send({ type: 'refresh' });
    await settled();
    assert.equal(store.getState().times.slots.length, 2);
  });

  it('is nothing to speak of where all lies within what was asked for', async () => {
    assert.deepEqual((await openWith(availability({ slots: [] }))).said, []);
  });
});

describe('zones', () => {
  it('that nobody knows: the visitor’s counts as UTC, the coach’s makes the answer useless', async () => {
    const slots = at('15:00');
    const { store } = await openWith(availability({ slots }), 'Mars/Olympus');
    assert.equal(store.getState().timeZone, 'UTC');
    assert.equal(dayCounts(store.getState())['2026-11-24'], 1);
    const { said } = await openWith(availability({ slots, timeZone: 'Mars/Olympus' }));
    assert.match(said.join(), /timeZone: invalid/);
  });
});
