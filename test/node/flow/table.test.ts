/** Every event in every place of the flow: it either acts, or leaves the very same state and has no effects. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import type { FlowEvent, FlowEventType } from '../../../src/flow/event.js';
import type { Attempt, FlowState } from '../../../src/flow/state.js';
import {
  availability,
  bookedFlow,
  bookingOf,
  checking,
  choosing,
  COACH,
  CONFIG,
  confirming,
  Drive,
  failWith,
  holdOf,
  loaded,
  LOST,
  sending,
  slot,
  unconfirmed,
} from './support.js';

const PLACES = {
  'before the start': () => new Drive(),
  'first load': () => new Drive().send({ type: 'start' }),
  'first load failed': () => {
    const drive = new Drive().send({ type: 'start' });
    const span = drive.effect('load-page').span;
    return drive
      .send({ type: 'times-failed', span, error: LOST })
      .send({ type: 'coach-failed', error: new BookingError('not_found') });
  },
  duration: () => loaded(),
  'datetime, loading': () => new Drive({ durationMinutes: 60 }).send({ type: 'start' }),
  datetime: () => choosing(),
  'datetime, chosen': () => choosing().send({ type: 'select-slot', slot: slot('2026-11-24T15:00:00Z') }),
  'datetime, taken': () =>
    failWith(sending(), new BookingError('slot_unavailable', { alternatives: [slot('2026-11-25T15:00:00Z')] })),
  'confirmation, editing': () => confirming(),
  'confirmation, sending': () => sending(),
  'confirmation, checking': () => checking(),
  'confirmation, unconfirmed': () => unconfirmed(),
  'confirmation, refused': () => failWith(sending(), new BookingError('forbidden')),
  'confirmation, new price': () =>
    failWith(sending(), new BookingError('price_changed', { current: { amountMinor: 9500, currency: 'USD' } })),
  booked: () => bookedFlow(),
} as const;

type Place = keyof typeof PLACES;

const NEVER: readonly Place[] = [];
const ALL = Object.keys(PLACES) as Place[];
const CHOOSING: readonly Place[] = ['duration', 'datetime', 'datetime, chosen', 'datetime, taken'];
const CONFIRMING: readonly Place[] = ALL.filter((place) => place.startsWith('confirmation'));
const but = (places: readonly Place[], ...others: readonly Place[]) =>
  places.filter((place) => !others.includes(place));

/** What is sent, and where it acts. */
const EVENTS: Record<FlowEventType, { event: (state: FlowState) => FlowEvent; acts: readonly Place[] }> = {
  start: { event: () => ({ type: 'start' }), acts: ['before the start'] },
  'select-duration': { event: () => ({ type: 'select-duration', durationMinutes: 30 }), acts: CHOOSING },
  'show-page': {
    event: () => ({ type: 'show-page', pageStart: '2026-12-28' }),
    acts: ['before the start', 'first load', 'first load failed', 'datetime, loading', ...CHOOSING],
  },
  'select-day': {
    event: () => ({ type: 'select-day', day: '2026-11-26' }),
    acts: ['before the start', 'first load', 'first load failed', 'datetime, loading', ...CHOOSING],
  },
  'select-slot': {
    event: () => ({ type: 'select-slot', slot: slot('2026-11-24T16:00:00Z') }),
    acts: ['datetime', 'datetime, chosen', 'datetime, taken'],
  },
  'go-to-next-free': {
    event: () => ({ type: 'go-to-next-free' }),
    acts: ['datetime', 'datetime, chosen', 'datetime, taken'],
  },
  'dismiss-taken': { event: () => ({ type: 'dismiss-taken' }), acts: ['datetime, taken'] },
  'change-time-zone': { event: () => ({ type: 'change-time-zone', timeZone: 'Asia/Kathmandu' }), acts: ALL },
  'change-view': { event: () => ({ type: 'change-view', pageDays: 7 }), acts: ALL },
  continue: { event: () => ({ type: 'continue' }), acts: ['duration', 'datetime, chosen'] },
  back: {
    event: () => ({ type: 'back' }),
    acts: [
      'datetime, loading',
      ...but(CHOOSING, 'duration'),
      ...but(CONFIRMING, 'confirmation, sending', 'confirmation, checking'),
    ],
  },
  'edit-draft': { event: () => ({ type: 'edit-draft', draft: { name: 'Someone else' } }), acts: but(ALL, 'booked') },
  submit: { event: () => ({ type: 'submit' }), acts: ['confirmation, editing', 'confirmation, refused'] },
  'accept-price': { event: () => ({ type: 'accept-price' }), acts: ['confirmation, new price'] },
  'check-again': { event: () => ({ type: 'check-again' }), acts: ['confirmation, unconfirmed'] },
  retry: { event: () => ({ type: 'retry' }), acts: ['first load failed'] },
  restart: { event: () => ({ type: 'restart' }), acts: ['booked'] },
  refresh: {
    event: () => ({ type: 'refresh' }),
    // Where the page is being fetched already, once is enough.
    acts: ['first load failed', ...but([...CHOOSING, ...CONFIRMING], 'datetime, taken', 'confirmation, new price')],
  },
  online: { event: () => ({ type: 'online' }), acts: NEVER },
  offline: { event: () => ({ type: 'offline' }), acts: ALL },
  'coach-loaded': {
    event: () => ({ type: 'coach-loaded', coach: COACH }),
    acts: ['before the start', 'first load', 'datetime, loading'],
  },
  'coach-failed': {
    event: () => ({ type: 'coach-failed', error: LOST }),
    acts: ['before the start', 'first load', 'datetime, loading'],
  },
  'config-loaded': {
    event: () => ({ type: 'config-loaded', config: CONFIG }),
    acts: ['before the start', 'first load', 'datetime, loading'],
  },
  'config-failed': {
    event: () => ({ type: 'config-failed', error: LOST }),
    acts: ['before the start', 'first load', 'datetime, loading'],
  },
  'times-loaded': {
    event: ({ times }) => ({
      type: 'times-loaded',
      span: times.loading ?? { start: 0, end: 1 },
      availability: availability(),
    }),
    acts: ['first load', 'datetime, loading', 'datetime, taken', 'confirmation, new price'],
  },
  'times-failed': {
    event: ({ times }) => ({ type: 'times-failed', span: times.loading ?? { start: 0, end: 1 }, error: LOST }),
    acts: ['first load', 'datetime, loading', 'datetime, taken', 'confirmation, new price'],
  },
  booked: {
    event: (state) => ({ type: 'booked', idempotencyKey: keyOf(state), booking: bookingOf(state) }),
    acts: ['confirmation, sending', 'confirmation, checking', 'confirmation, unconfirmed'],
  },
  'book-failed': {
    event: (state) => ({ type: 'book-failed', idempotencyKey: keyOf(state), error: new BookingError('forbidden') }),
    acts: ['confirmation, sending', 'confirmation, checking'],
  },
  return: {
    event: () => ({ type: 'return' }),
    acts: ['first load failed', ...but([...CHOOSING, ...CONFIRMING], 'datetime, taken', 'confirmation, new price')],
  },
  resume: {
    event: () => ({ type: 'resume', attempt: attemptOf(sending()) }),
    acts: but(ALL, ...CONFIRMING, 'booked'),
  },
  // Without holds, which have a table of their own in holding.test.ts. One that nobody asked for is given back.
  held: { event: () => ({ type: 'held', hold: holdOf('h'), askedAt: 0 }), acts: ALL },
  'hold-refused': { event: () => ({ type: 'hold-refused', error: new BookingError('slot_unavailable') }), acts: NEVER },
  'hold-failed': { event: () => ({ type: 'hold-failed', cause: LOST }), acts: NEVER },
  released: { event: () => ({ type: 'released' }), acts: NEVER },
  active: { event: () => ({ type: 'active' }), acts: NEVER },
  'keep-time': { event: () => ({ type: 'keep-time' }), acts: NEVER },
  'show-alternatives': { event: () => ({ type: 'show-alternatives' }), acts: NEVER },
  leave: { event: () => ({ type: 'leave' }), acts: NEVER },
  wake: { event: () => ({ type: 'wake' }), acts: NEVER },
  tick: { event: () => ({ type: 'tick' }), acts: NEVER },
  'look-ahead': { event: () => ({ type: 'look-ahead' }), acts: NEVER },
  unsent: {
    event: () => ({ type: 'unsent', error: LOST }),
    acts: ['confirmation, editing', 'confirmation, refused', 'confirmation, new price'],
  },
};

function attemptOf({ state }: Drive): Attempt {
  return state.attempt ?? assert.fail('nothing was sent');
}

function keyOf(state: FlowState): string {
  return state.attempt?.idempotencyKey ?? 'none';
}

describe('every event in every place of the flow', () => {
  for (const [type, { event, acts }] of Object.entries(EVENTS)) {
    for (const place of ALL) {
      const does = acts.includes(place);
      it(`${type} ${does ? 'acts on' : 'leaves alone'}: ${place}`, () => {
        const drive = PLACES[place]();
        const before = drive.state;
        drive.send(event(before));
        assert.equal(drive.state !== before, does);
        if (!does) assert.deepEqual(drive.effects, []);
        assert.equal(drive.state.coachId, before.coachId);
      });
    }
  }
});

describe('answers that nobody waits for', () => {
  it('a span that was not asked for is left alone', () => {
    const drive = choosing();
    const before = drive.state;
    drive.send({ type: 'times-loaded', span: { start: 0, end: 9e15 }, availability: availability({ slots: [] }) });
    assert.equal(drive.state, before);
  });

  for (const place of ['confirmation, sending', 'confirmation, checking', 'confirmation, unconfirmed'] as const) {
    it(`a booking under another key is left alone: ${place}`, () => {
      const drive = PLACES[place]();
      const before = drive.state;
      drive.send({ type: 'booked', idempotencyKey: 'other', booking: bookingOf(before) });
      drive.send({ type: 'book-failed', idempotencyKey: 'other', error: LOST });
      assert.equal(drive.state, before);
    });
  }
});
