import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { BookingError } from '../../../src/domain/booking-error.js';
import type { FlowEvent } from '../../../src/flow/event.js';
import { dayPrices } from '../../../src/flow/day-prices.js';
import { requestOf } from '../../../src/flow/request.js';
import { durationChoices, nextFreeDay, rateOf, stepsOf } from '../../../src/flow/later-selectors.js';
import * as selectors from '../../../src/flow/selectors.js';
import type { FlowState, InstantSpan } from '../../../src/flow/state.js';
import { availability, bookingOf, COACH, CONFIG, DAY, DRAFT, Drive, NOW, slot, SLOTS } from './support.js';

const error = fc
  .record({
    code: fc.constantFrom(
      'network',
      'timeout',
      'slot_unavailable',
      'price_changed',
      'validation_failed',
      'not_found',
      'rate_limited',
      'x',
    ),
    outcome: fc.constantFrom('unknown' as const, 'not_applied' as const),
    current: fc.constantFrom(undefined, { amountMinor: 1, currency: 'JPY' }),
    retryAfterMs: fc.constantFrom(undefined, 0, 5000, 1e9),
    fields: fc.constantFrom(undefined, {}, { 'attendee.email': 'invalid' as const, __proto__: 'invalid' as const }),
  })
  .map(
    ({ code, outcome, current, retryAfterMs, fields }) =>
      new BookingError(code, {
        outcome,
        ...(current && { current }),
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        ...(fields && { fields }),
      }),
  );

/** Spans and keys are those that are waited for, so that answers hit; other answers are in the table test. */
type Act = (state: FlowState) => FlowEvent;
const act =
  (event: FlowEvent): Act =>
  () =>
    event;

/** The span of a request that is on its way. */
function awaited({ times, search }: FlowState, isAhead: boolean): InstantSpan {
  const { loading, ahead } = times;
  const fetched = ahead === 'failed' ? null : ahead;
  const searched = search.status === 'searching' ? search.span : null;
  return (isAhead ? (fetched ?? loading) : (loading ?? fetched)) ?? searched ?? { start: 0, end: 1 };
}

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<FlowEvent['type']>('start').map(() => act({ type: 'start' })),
  fc
    .constantFrom(
      'continue',
      'submit',
      'accept-price',
      'check-again',
      'retry',
      'restart',
      'refresh',
      'online',
      'offline',
      'go-to-next-free',
      'dismiss-taken',
      'continue',
      'submit',
    )
    .map((type) => act({ type })),
  fc
    .constantFrom(undefined, 'duration' as const, 'booked' as const)
    .map((to) => act({ type: 'back', ...(to && { to }) })),
  fc.constantFrom(30, 60, 90, 45, -1, NaN).map((durationMinutes) => act({ type: 'select-duration', durationMinutes })),
  fc
    .constantFrom('2026-11-23', '2027-01-04', '0001-01-01', '9999-12-31', '')
    .map((pageStart) => act({ type: 'show-page', pageStart })),
  fc
    .constantFrom('2026-11-24', '2026-11-26', '2027-05-01', '2030-01-01', 'x')
    .map((day) => act({ type: 'select-day', day })),
  fc.constantFrom(...SLOTS, slot('2030-01-01T00:00:00Z')).map((chosen) => act({ type: 'select-slot', slot: chosen })),
  fc
    .constantFrom('Asia/Kathmandu', 'Pacific/Apia', '??', 'UTC')
    .map((timeZone) => act({ type: 'change-time-zone', timeZone })),
  fc
    .record({
      slots: fc.constantFrom(SLOTS, [], [slot('2027-02-01T10:00:00Z')]),
      serverNow: fc.constantFrom(undefined, undefined, NOW, NOW + 30_000, NOW - 2 * DAY, NOW + 40 * DAY),
      isAhead: fc.boolean(),
    })
    .map(({ slots, serverNow, isAhead }): Act => (state) => ({
      type: 'times-loaded',
      span: awaited(state, isAhead),
      availability: availability({
        slots,
        ...(serverNow !== undefined && { serverNow: new Date(serverNow).toISOString() }),
      }),
    })),
  fc.tuple(error, fc.boolean()).map(([failure, isAhead]): Act => (state) => ({
    type: 'times-failed',
    span: awaited(state, isAhead),
    error: failure,
  })),
  fc.constant(act({ type: 'coach-loaded', coach: COACH })),
  error.map((failure) => act({ type: 'coach-failed', error: failure })),
  fc
    .constantFrom(
      CONFIG,
      { ...CONFIG, durations: [15], rates: { 15: 10 }, defaultDuration: 15 },
      { ...CONFIG, bookingWindowDays: 0 },
      { ...CONFIG, isActive: false },
    )
    .map((config) => act({ type: 'config-loaded', config })),
  error.map((failure) => act({ type: 'config-failed', error: failure })),
  fc.constant<Act>((state) => ({
    type: 'booked',
    idempotencyKey: state.attempt?.idempotencyKey ?? '',
    booking: bookingOf(state),
  })),
  error.map((failure): Act => (state) => ({
    type: 'book-failed',
    idempotencyKey: state.attempt?.idempotencyKey ?? '',
    error: failure,
  })),
);

const settings = fc.record({
  preset: fc.boolean(),
  saveData: fc.boolean(),
  maximumDays: fc.constantFrom(undefined, 1, 10, 50),
});

it('whatever happens in whatever order: nothing throws, no draft is lost, nobody is booked without a booking', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), settings, (events, { preset, saveData, maximumDays }) => {
      const drive = new Drive({ draft: DRAFT, maximumDays, ...(preset && { durationMinutes: 60 }) });
      drive.saveData = saveData;
      drive.send({ type: 'start' });
      let wasBooked = false;
      for (const make of events) {
        const before = drive.state;
        const event = make(before);
        drive.send(event);
        const { state } = drive;
        assert.deepEqual(state.draft, DRAFT);
        if (state.step === 'booked' && before.step !== 'booked') {
          assert.equal(event.type, 'booked');
          assert.ok(state.booking.id);
          wasBooked = true;
        }
        if (state.step === 'confirmation') assert.ok(state.slot);
        assertSound(state);
        readAll(state);
      }
      return wasBooked || true;
    }),
    { numRuns: 1500 },
  );
});

/** At most one request of each kind is on its way, and every key belongs to one request. */
function assertSound({ times, search, longestSpanMs }: FlowState): void {
  for (let index = 1; index < times.loaded.length; index++) {
    assert.ok((times.loaded[index - 1]?.end ?? 0) < (times.loaded[index]?.start ?? 0));
  }
  const ahead = times.ahead === 'failed' ? null : times.ahead;
  for (const span of [times.loading, ahead, search.status === 'searching' ? search.span : null]) {
    if (!span) continue;
    assert.ok(span.start < span.end);
    assert.ok(span.end - span.start <= longestSpanMs);
  }
  const names = times.slots.map(({ startTime, durationMinutes }) => `${startTime} ${durationMinutes}`);
  assert.equal(new Set(names).size, names.length);
}

/** Elements may ask anything of any state. */
function readAll(state: FlowState): void {
  selectors.bookableDates(state, NOW);
  selectors.canGoBack(state);
  selectors.coachTimeZoneOf(state);
  selectors.dayCounts(state);
  dayPrices(state);
  durationChoices(state);
  nextFreeDay(state);
  selectors.nextFreeOf(state);
  selectors.obstacle(state);
  selectors.pageStatus(state);
  rateOf(state);
  requestOf(state);
  selectors.slotsOf(state);
  stepsOf(state);
}
