import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryAdapter, DEMO_COACH_ID, demoCoaches } from '../../../src/adapters/memory/index.js';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { addDays, weekdayOf } from '../../../src/domain/plain-date.js';
import { localDate } from '../../../src/domain/time-zone.js';
import { bookingRequest, FIXED_NOW } from '../../../src/kit/fixtures.js';

const coachId = DEMO_COACH_ID;

/** Free hours by date on the coach's clock, for two months. */
async function freeDays(now: number): Promise<Map<string, number>> {
  const adapter = createMemoryAdapter({ now: () => now });
  const today = localDate('Europe/Berlin', now);
  const query = { coachId, start: today, end: addDays(today, 70), durationMinutes: 60 };
  const days = new Map<string, number>();
  for (const { startTime } of (await adapter.getAvailability(query)).slots) {
    const date = localDate('Europe/Berlin', Date.parse(startTime));
    days.set(date, (days.get(date) ?? 0) + 1);
  }
  return days;
}

void describe('the demo coach', () => {
  void it('has free times on every weekday of the coming two months, and on no weekend', async () => {
    for (const now of [FIXED_NOW, Date.parse('2027-02-27T23:30:00Z'), Date.parse('2028-09-30T04:00:00Z')]) {
      const days = await freeDays(now);
      const today = localDate('Europe/Berlin', now);
      for (let offset = 1; offset <= 61; offset += 1) {
        const date = addDays(today, offset);
        assert.equal((days.get(date) ?? 0) > 0, weekdayOf(date) < 5, date);
      }
    }
  });

  void it('has days that look almost full, half full and open, the same ones every time', async () => {
    const days = await freeDays(FIXED_NOW);
    const counts = new Set(days.values());
    assert.ok(Math.min(...counts) <= 3 && Math.max(...counts) >= 12, [...counts].join());
    const tomorrow = await freeDays(FIXED_NOW + 86_400_000);
    for (const [date, count] of tomorrow) {
      if (date > '2026-11-25' && days.has(date)) assert.equal(count, days.get(date), date);
    }
  });

  void it('shows a price on each length', async () => {
    const coach = await createMemoryAdapter().getCoach({ coachId });
    assert.deepEqual(
      coach.sessionLengths.map(({ duration, rate, currency }) => [duration, rate, currency]),
      [
        [30, 50, 'USD'],
        [60, 90, 'USD'],
        [90, 120, 'USD'],
      ],
    );
    assert.equal(demoCoaches(FIXED_NOW).length, 1);
  });
});

void describe('the memory adapter', () => {
  void it('can take its time, and stops when it is aborted', async () => {
    const adapter = createMemoryAdapter({ latencyMs: 30 });
    const begun = performance.now();
    await adapter.getConfig({ coachId });
    assert.ok(performance.now() - begun >= 25);
    const controller = new AbortController();
    const work = adapter.getCoach({ coachId }, { signal: controller.signal });
    controller.abort();
    await assert.rejects(work, (error) => isBookingError(error) && error.code === 'aborted');
  });

  void it('books on a page without a secure context, where Web Crypto is not to be had', async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    assert.ok(real);
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues }, configurable: true });
    try {
      const adapter = createMemoryAdapter({ now: () => FIXED_NOW });
      const [slot] = (await adapter.getAvailability({ coachId, start: '2026-11-26', end: '2026-11-26' })).slots;
      assert.ok(slot);
      const request = bookingRequest(slot, { coachId });
      const booking = await adapter.book(request, { idempotencyKey: 'a' });
      assert.match(booking.id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      assert.deepEqual(await adapter.book(request, { idempotencyKey: 'a' }), booking);
      const { id: bookingId, manageToken = '' } = booking;
      assert.equal((await adapter.getBooking({ bookingId, manageToken })).id, bookingId);
      const guess = adapter.getBooking({ bookingId, manageToken: 'guess' });
      await assert.rejects(guess, (error) => isBookingError(error) && error.code === 'unauthorized');
    } finally {
      Object.defineProperty(globalThis, 'crypto', real);
    }
  });
});
