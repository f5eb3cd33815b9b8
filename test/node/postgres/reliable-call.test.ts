import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBookingError, type BookingError } from '../../../src/domain/booking-error.js';
import type { DatabaseCall } from '../../../src/postgres/store/database-call.js';
import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createReliableCall } from '../../../src/postgres/store/reliable-call.js';

const failing = (code?: string): Error =>
  Object.assign(new Error(`failed with ${code ?? 'nothing'}`), code && { code });

async function errorOf(work: Promise<unknown>): Promise<BookingError> {
  const error: unknown = await work.then(
    () => assert.fail('should fail'),
    (caught: unknown) => caught,
  );
  if (!isBookingError(error)) throw error;
  return error;
}

/** Fails as often as told, then answers. */
function flaky(code: string, times: number): { readonly call: DatabaseCall; readonly tries: () => number } {
  let tries = 0;
  const call: DatabaseCall = () => {
    tries += 1;
    return tries <= times ? Promise.reject(failing(code)) : Promise.resolve('done');
  };
  return { call, tries: () => tries };
}

describe('a call to the database', () => {
  it('that lost to others is made again, and not for ever', async () => {
    for (const code of ['40P01', '40001']) {
      const twice = flaky(code, 2);
      assert.equal(await createReliableCall(twice.call)('write', 'commit_booking', {}), 'done');
      assert.equal(twice.tries(), 3);
      const always = flaky(code, Infinity);
      const error = await errorOf(createReliableCall(always.call)('write', 'commit_booking', {}));
      assert.deepEqual([error.code, error.outcome, error.retryable], ['unavailable', 'not_applied', true]);
      assert.equal(always.tries(), 4);
    }
  });

  it('that waited too long, or never got through, was not applied and may be made again', async () => {
    for (const code of ['55P03', '57014', '53300', '57P03', 'PGRST003', 'ECONNREFUSED', 'ENOTFOUND']) {
      const once = flaky(code, Infinity);
      const error = await errorOf(createReliableCall(once.call)('write', 'commit_booking', {}));
      assert.deepEqual([error.code, error.outcome, error.retryable], ['unavailable', 'not_applied', true], code);
      assert.ok((error.retryAfterMs ?? 0) > 0);
      assert.equal(once.tries(), 1, 'the caller decides when');
    }
  });

  it('whose connection is lost has an open outcome, if it was a write', async () => {
    for (const code of [undefined, 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '08006', '08P01']) {
      const call: DatabaseCall = () => Promise.reject(failing(code));
      const write = await errorOf(createReliableCall(call)('write', 'commit_booking', {}));
      assert.deepEqual([write.code, write.outcome, write.retryable], ['unavailable', 'unknown', true], code);
      const read = await errorOf(createReliableCall(call)('read', 'read_coach', {}));
      assert.deepEqual([read.code, read.outcome, read.retryable], ['unavailable', 'not_applied', true], code);
    }
  });

  it('that the database refuses is our fault, and was undone', async () => {
    for (const code of ['22P02', '23514', '42501', '42883', 'PGRST202', 'XX000']) {
      const call: DatabaseCall = () => Promise.reject(failing(code));
      const error = await errorOf(createReliableCall(call)('write', 'commit_booking', {}));
      assert.deepEqual([error.code, error.outcome, error.retryable], ['unknown', 'not_applied', false], code);
      assert.ok(error.cause instanceof Error, 'the cause is kept for the log');
    }
  });
});

describe('an answer of the database that makes no sense', () => {
  const booking = {
    id: 'a',
    coachId: 'grace',
    startTime: '2026-11-26T10:00:00.000Z',
    endTime: '2026-11-26T11:00:00.000Z',
    durationMinutes: 60,
    rate: { amountMinor: 1, currency: 'USD' },
    attendee: { name: 'J', email: 'j@example.com', timeZone: 'UTC' },
  };
  const command = {
    version: '1',
    now: '2026-11-23T08:00:00.000Z',
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    idempotencyKey: 'k',
    fingerprint: 'f',
    bookingId: 'a',
    rate: booking.rate,
    request: booking,
  };

  it('is never taken for a booking, nor for none', async () => {
    for (const answer of [
      null,
      'booked',
      {},
      { outcome: 'shrug' },
      { outcome: 'booked' },
      { outcome: 'booked', booking },
      { outcome: 'booked', booking: { ...booking, sessionId: '1', status: 'confirmed', startTime: 'soon' } },
      { outcome: 'in_progress' },
    ]) {
      const store = createPostgresStore({ call: () => Promise.resolve(answer) });
      const error = await errorOf(store.commit(command));
      assert.deepEqual([error.code, error.outcome], ['unknown', 'unknown'], JSON.stringify(answer));
    }
  });

  it('is no config either', async () => {
    const range = { start: command.now, end: command.now };
    for (const config of [{}, { durations: [60], rates: {}, currency: 'USD' }, { durations: ['60'] }, null]) {
      const answer = { outcome: 'read', coach: { id: 'a', name: 'A', timezone: 'UTC' }, config, version: '1' };
      const store = createPostgresStore({ call: () => Promise.resolve(answer) });
      const error = await errorOf(store.read('a', range, { now: command.now }));
      assert.deepEqual([error.code, error.outcome], ['unknown', 'not_applied'], JSON.stringify(config));
    }
  });
});
