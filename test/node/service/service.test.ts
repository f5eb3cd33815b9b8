import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { BookingRequest } from '../../../src/domain/booking.js';
import { isBookingError, type BookingError } from '../../../src/domain/booking-error.js';
import type { Slot } from '../../../src/domain/slot.js';
import { bookingRequest, coachSeed, FIXED_NOW, sessionConfig, type CoachOverrides } from '../../../src/kit/fixtures.js';
import type { BookingStore, CommitResult } from '../../../src/ports/booking-store.js';
import type { BusySource } from '../../../src/ports/busy-source.js';
import { createBookingService, type BookingServiceOptions } from '../../../src/service/booking-service.js';
import { createManageTokens } from '../../../src/service/manage-token.js';
import { createMemoryStore } from '../../../src/service/memory-store.js';

const DAY = '2026-11-26';
const MINUTE = 60_000;

interface Setup extends Omit<Partial<BookingServiceOptions>, 'store'> {
  readonly coach?: CoachOverrides;
  readonly store?: (store: BookingStore) => BookingStore;
}

function setUp({ coach, store: wrap, ...options }: Setup = {}) {
  let now = FIXED_NOW;
  const memory = createMemoryStore({ coaches: [coachSeed(coach), coachSeed({ id: 'ida' })] });
  const store = wrap?.(memory) ?? memory;
  const service = createBookingService({ store, now: () => now, secret: 'test', ...options });
  const slots = async (query = {}): Promise<readonly Slot[]> => {
    const range = { coachId: 'grace', start: DAY, end: DAY, durationMinutes: 60 };
    return (await service.getAvailability({ ...range, ...query })).slots;
  };
  const firstSlot = async (query = {}): Promise<Slot> => {
    const [slot] = await slots(query);
    assert.ok(slot);
    return slot;
  };
  return { service, store, slots, firstSlot, pass: (ms: number) => (now += ms) };
}

async function errorOf(work: Promise<unknown>): Promise<BookingError> {
  const error: unknown = await work.then(
    () => assert.fail('should be refused'),
    (caught: unknown) => caught,
  );
  if (!isBookingError(error)) throw error;
  return error;
}

const starts = (slots: readonly Slot[]): string[] => slots.map((slot) => slot.startTime.slice(11, 16));

void describe('the same booking, asked for twice at once', () => {
  /** Lets the first attempt finish after the second one has looked the key up, and before it looks for free time. */
  function overtake(store: BookingStore, first: () => Promise<unknown>): BookingStore {
    let lookedUp = 0;
    return {
      ...store,
      findByKey: async (coachId, key, now) => {
        const kept = await store.findByKey(coachId, key, now);
        if (++lookedUp === 1) await first();
        return kept;
      },
    };
  }

  void it('is answered twice, though its own time is no longer free', async () => {
    const options = { idempotencyKey: 'k' };
    const { service, store, firstSlot } = setUp();
    const request = bookingRequest(await firstSlot());
    let first: unknown;
    const late = createBookingService({
      store: overtake(store, async () => (first = await service.book(request, options))),
      now: () => FIXED_NOW,
      secret: 'test',
    });
    assert.deepEqual(await late.book(request, options), first);
  });

  void it('is a mismatch when it says something else', async () => {
    const options = { idempotencyKey: 'k' };
    const { service, store, firstSlot } = setUp();
    const request = bookingRequest(await firstSlot());
    const attendee = { name: 'Somebody else', email: 'else@example.com', timeZone: 'UTC' };
    const late = createBookingService({
      store: overtake(store, () => service.book({ ...request, attendee }, options)),
      now: () => FIXED_NOW,
      secret: 'test',
    });
    assert.equal((await errorOf(late.book(request, options))).code, 'idempotency_mismatch');
  });
});

void describe('other calendars of a coach', () => {
  const busy: BusySource = {
    name: 'private calendar',
    busy: () => Promise.resolve([{ start: `${DAY}T08:00:00Z`, end: `${DAY}T09:00:00Z` }]),
  };
  const broken: BusySource = { name: 'broken', busy: () => Promise.reject(new Error('503')) };
  const silent: BusySource = { name: 'silent', busy: () => new Promise(() => undefined) };
  const nonsense: BusySource = { name: 'nonsense', busy: () => Promise.resolve([{ start: 'now', end: 'then' }]) };

  void it('block times, and refuse a booking that does not know of them', async () => {
    const free = setUp();
    const slot = await free.firstSlot();
    const { service, slots } = setUp({ busySources: [busy] });
    assert.deepEqual(starts(await slots()), ['09:00', '09:30', '10:00']);
    const error = await errorOf(service.book(bookingRequest(slot), { idempotencyKey: 'a' }));
    assert.equal(error.code, 'slot_unavailable');
  });

  void it('that fail, never answer or answer nonsense make the answer unavailable, unless they are optional', async () => {
    for (const source of [broken, silent, nonsense]) {
      const strict = setUp({ busySources: [busy, source], busyTimeoutMs: 20 });
      assert.equal((await errorOf(strict.slots())).code, 'unavailable', source.name);
      const lenient = setUp({ busySources: [busy, { ...source, optional: true }], busyTimeoutMs: 20 });
      assert.equal((await lenient.slots()).length, 3, source.name);
    }
  });

  void it('are told to stop when the caller gives up', async () => {
    let stopped = false;
    const patient: BusySource = {
      name: 'patient',
      busy: (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            stopped = true;
            reject(new Error('stopped'));
          });
        }),
    };
    const controller = new AbortController();
    const { service } = setUp({ busySources: [patient] });
    const query = { coachId: 'grace', start: DAY, end: DAY };
    const work = errorOf(service.getAvailability(query, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    assert.equal((await work).code, 'aborted');
    assert.ok(stopped);
  });

  void it('count for the sessions of a day', async () => {
    const lunch: BusySource = {
      name: 'elsewhere',
      busy: () => Promise.resolve([{ start: `${DAY}T15:00:00Z`, end: `${DAY}T16:00:00Z`, isSession: true }]),
    };
    const { service, slots, firstSlot } = setUp({ busySources: [lunch], coach: { config: { maximumPerDay: 2 } } });
    const [first, second] = [await firstSlot(), (await slots()).at(-1)];
    assert.ok(second);
    const results = await Promise.allSettled([
      service.book(bookingRequest(first), { idempotencyKey: 'a' }),
      service.book(bookingRequest(second), { idempotencyKey: 'b' }),
    ]);
    assert.deepEqual(results.map((result) => result.status).sort(), ['fulfilled', 'rejected']);
  });
});

void describe('a store', () => {
  void it('whose commit finds other rules than were decided on is decided on again, and not for ever', async () => {
    let commits = 0;
    const once = setUp({
      store: (store) => ({
        ...store,
        commit(command) {
          commits += 1;
          return commits === 1 ? Promise.resolve<CommitResult>({ outcome: 'stale' }) : store.commit(command);
        },
      }),
    });
    const slot = await once.firstSlot();
    await once.service.book(bookingRequest(slot), { idempotencyKey: 'a' });
    assert.equal(commits, 2);

    const always = setUp({ store: (store) => ({ ...store, commit: () => Promise.resolve({ outcome: 'stale' }) }) });
    const error = await errorOf(always.service.book(bookingRequest(slot), { idempotencyKey: 'a' }));
    assert.deepEqual([error.code, error.retryable], ['unavailable', true]);
  });

  void it('that sees a price raised between decision and commit refuses the old price', async () => {
    let raised = false;
    const { service, firstSlot } = setUp({
      store: (store) => ({
        ...store,
        async commit(command) {
          if (!raised) await store.saveConfig('grace', sessionConfig({ rates: { 30: 60, 60: 100 } }));
          raised = true;
          return store.commit(command);
        },
      }),
    });
    const error = await errorOf(service.book(bookingRequest(await firstSlot()), { idempotencyKey: 'a' }));
    assert.equal(error.code, 'price_changed');
    assert.deepEqual(error.current, { amountMinor: 10_000, currency: 'USD' });
  });

  void it('that fails is unavailable; in a commit nobody knows the outcome', async () => {
    const reading = setUp({ store: (store) => ({ ...store, read: () => Promise.reject(new Error('ECONNRESET')) }) });
    const refused = await errorOf(reading.slots());
    assert.deepEqual([refused.code, refused.outcome], ['unavailable', 'not_applied']);
    const writing = setUp({ store: (store) => ({ ...store, commit: () => Promise.reject(new Error('ECONNRESET')) }) });
    const slot = await writing.firstSlot();
    const lost = await errorOf(writing.service.book(bookingRequest(slot), { idempotencyKey: 'a' }));
    assert.deepEqual([lost.code, lost.outcome, lost.retryable], ['unavailable', 'unknown', true]);
  });

  void it('that is still at work under a key says when to ask again', async () => {
    const { service, firstSlot } = setUp({
      store: (store) => ({
        ...store,
        commit: () => Promise.resolve({ outcome: 'in_progress', retryAfterMs: 250 }),
      }),
    });
    const error = await errorOf(service.book(bookingRequest(await firstSlot()), { idempotencyKey: 'a' }));
    assert.deepEqual([error.code, error.retryAfterMs, error.retryable], ['idempotency_in_progress', 250, true]);
  });

  void it('with a config that breaks the rules is our fault, not the visitor’s', async () => {
    for (const config of [{ currency: 'QQQ' }, { rates: { 30: 50 } }]) {
      const { slots } = setUp({ coach: { config } });
      assert.equal((await errorOf(slots())).code, 'unknown');
    }
    const { slots } = setUp({ coach: { schedule: { timezone: 'Mars/Olympus' } } });
    assert.equal((await errorOf(slots())).code, 'unknown');
  });

  void it('of a coach without lengths offers nothing', async () => {
    const { slots } = setUp({ coach: { config: { durations: [], rates: {} } } });
    assert.deepEqual(await slots({ durationMinutes: undefined }), []);
  });
});

void describe('idempotency keys', () => {
  void it('answer a lost race again, also when the time has become free', async () => {
    let waiting = 0;
    let go = (): void => undefined;
    const both = new Promise<void>((resolve) => (go = resolve));
    const { service, firstSlot, store } = setUp({
      store: (memory) => ({
        ...memory,
        async commit(command) {
          // Both have decided before one of them commits.
          waiting += 1;
          if (waiting === 2) go();
          await both;
          return memory.commit(command);
        },
      }),
    });
    const slot = await firstSlot();
    const [won, lost] = await Promise.allSettled([
      service.book(bookingRequest(slot), { idempotencyKey: 'winner' }),
      service.book(bookingRequest(slot), { idempotencyKey: 'loser' }),
    ]);
    assert.deepEqual([won.status, lost.status].sort(), ['fulfilled', 'rejected']);
    const loser = lost.status === 'rejected' ? 'loser' : 'winner';
    const kept = await store.findByKey('grace', loser, new Date(FIXED_NOW).toISOString());
    assert.equal(kept?.result.outcome, 'taken');
    const again = await errorOf(service.book(bookingRequest(slot), { idempotencyKey: loser }));
    assert.equal(again.code, 'slot_unavailable');
    assert.equal(again.alternatives?.length, 3);
  });

  void it('are compared by what is asked, not by how it is written', async () => {
    const { service, firstSlot } = setUp();
    const request = bookingRequest(await firstSlot());
    const first = await service.book(request, { idempotencyKey: 'a' });
    const rewritten: BookingRequest = {
      ...Object.fromEntries(Object.entries(request).reverse()),
      ...request,
      startTime: request.startTime.replace('.000Z', '+00:00'),
      attendee: { ...request.attendee, name: ` ${request.attendee.name} ` },
    };
    assert.deepEqual(await service.book(rewritten, { idempotencyKey: 'a' }), first);
  });

  void it('are kept for a day, and each coach has their own', async () => {
    const { service, firstSlot, pass, slots } = setUp();
    const slot = await firstSlot();
    const first = await service.book(bookingRequest(slot), { idempotencyKey: 'a' });
    const other = await service.book(bookingRequest(slot, { coachId: 'ida' }), { idempotencyKey: 'a' });
    assert.notEqual(other.id, first.id);
    pass(23 * 60 * MINUTE);
    assert.equal((await service.book(bookingRequest(slot), { idempotencyKey: 'a' })).id, first.id);
    pass(2 * 60 * MINUTE);
    const later = (await slots()).at(-1);
    assert.ok(later);
    assert.notEqual((await service.book(bookingRequest(later), { idempotencyKey: 'a' })).id, first.id);
  });

  void it('are needed, and no longer than 255 characters', async () => {
    const { service, firstSlot } = setUp();
    const request = bookingRequest(await firstSlot());
    for (const [idempotencyKey, code] of [
      ['', 'required'],
      ['x'.repeat(256), 'too_long'],
    ] as const) {
      const error = await errorOf(service.book(request, { idempotencyKey }));
      assert.deepEqual(error.fields, { idempotencyKey: code });
    }
  });
});

void describe('manage tokens', () => {
  void it('hold with the same secret on another server, and with no other', async () => {
    const [one, two, three] = [createManageTokens('s'), createManageTokens('s'), createManageTokens('t')];
    const token = await one.issue('booking-1');
    assert.match(token, /^[\w-]{43}$/);
    assert.equal(await two.verify('booking-1', token), true);
    assert.equal(await two.verify('booking-2', token), false);
    assert.equal(await three.verify('booking-1', token), false);
    assert.equal(await two.verify('booking-1', ''), false);
  });

  void it('do not tell strangers whether a booking exists', async () => {
    const { service, firstSlot } = setUp();
    const { id } = await service.book(bookingRequest(await firstSlot()), { idempotencyKey: 'a' });
    for (const bookingId of [id, 'no-such-booking']) {
      const error = await errorOf(service.getBooking({ bookingId, manageToken: 'guess' }));
      assert.equal(error.code, 'unauthorized');
    }
  });
});

void describe('holds', () => {
  const wanted = (slot: Slot, holdId?: string) => ({
    coachId: 'grace',
    startTime: slot.startTime,
    durationMinutes: slot.durationMinutes,
    ...(holdId !== undefined && { holdId }),
  });

  void it('end by the clock of the server', async () => {
    const { service, firstSlot, slots, pass } = setUp();
    const slot = await firstSlot();
    const hold = await service.hold?.(wanted(slot));
    assert.equal(hold?.serverNow, new Date(FIXED_NOW).toISOString());
    assert.equal(hold.expiresAt, new Date(FIXED_NOW + 5 * MINUTE).toISOString());
    assert.ok(!starts(await slots()).includes('08:00'));
    pass(5 * MINUTE);
    assert.ok(starts(await slots()).includes('08:00'));
    await service.book(bookingRequest(slot, { holdId: hold.holdId }), { idempotencyKey: 'late, and still free' });
  });

  void it('are renewed and moved under their id', async () => {
    const { service, firstSlot, slots, pass } = setUp();
    const first = await firstSlot();
    const hold = await service.hold?.(wanted(first));
    assert.ok(hold);
    pass(4 * MINUTE);
    const renewed = await service.hold?.(wanted(first, hold.holdId));
    assert.equal(renewed?.holdId, hold.holdId);
    assert.equal(renewed.expiresAt, new Date(FIXED_NOW + 9 * MINUTE).toISOString());
    const other = (await slots()).at(-1);
    assert.ok(other);
    const moved = await service.hold?.(wanted(other, hold.holdId));
    assert.equal(moved?.holdId, hold.holdId);
    assert.deepEqual(starts(await slots()), ['08:00', '08:30', '09:00']);
  });

  void it('of one time end after a while, however often they are renewed; a hold that moves begins anew', async () => {
    const { service, firstSlot, slots, pass } = setUp({ longestHoldMinutes: 12 });
    const slot = await firstSlot();
    const held = async (wish: Slot, holdId?: string): Promise<[id: string, minutes: number]> => {
      const hold = await service.hold?.(wanted(wish, holdId));
      assert.ok(hold);
      return [hold.holdId, (Date.parse(hold.expiresAt) - FIXED_NOW) / MINUTE];
    };
    const [holdId] = await held(slot);
    for (const until of [9, 12, 12]) {
      pass(4 * MINUTE - 1000);
      const [, minutes] = await held(slot, holdId);
      assert.equal(Math.ceil(minutes), until);
    }
    const other = (await slots()).at(-1);
    assert.ok(other);
    const [moved, minutes] = await held(other, holdId);
    assert.deepEqual([moved, Math.ceil(minutes)], [holdId, 17]);
  });

  void it('are limited for one client, who may still renew, move and, once one is over, hold again', async () => {
    const { service, slots, pass } = setUp({ maximumHoldsPerClient: 2 });
    const [first, , third, ...rest] = await slots({ durationMinutes: 30 });
    const last = rest.at(-1);
    assert.ok(first && third && last);
    const mine = { client: '192.0.2.1' };
    const hold = await service.hold?.(wanted(first), mine);
    pass(MINUTE);
    await service.hold?.({ ...wanted(third), coachId: 'ida' }, mine);
    const refused = await errorOf(service.hold?.(wanted(last), mine) ?? Promise.resolve());
    assert.deepEqual([refused.code, refused.retryAfterMs, refused.retryable], ['rate_limited', 4 * MINUTE, true]);
    await service.hold?.(wanted(third, hold?.holdId), mine);
    await service.hold?.(wanted(last), { client: '192.0.2.2' });
    await service.hold?.(wanted(first));
    await service.release?.({ holdId: hold?.holdId ?? '' });
    await service.hold?.(wanted(third), mine);
  });

  void it('of another coach give no right', async () => {
    const { service, firstSlot } = setUp();
    const slot = await firstSlot();
    const hold = await service.hold?.({ ...wanted(slot), coachId: 'ida' });
    assert.ok(hold);
    const error = await errorOf(service.book(bookingRequest(slot, { holdId: hold.holdId }), { idempotencyKey: 'a' }));
    assert.equal(error.code, 'hold_expired');
    assert.equal((await errorOf(service.hold?.(wanted(slot, hold.holdId)) ?? Promise.resolve())).code, 'hold_expired');
  });

  void it('are refused like bookings', async () => {
    const { service, firstSlot } = setUp();
    const slot = await firstSlot();
    const refused = async (change: object): Promise<string> =>
      (await errorOf(service.hold?.({ ...wanted(slot), ...change }) ?? Promise.resolve())).code;
    assert.equal(await refused({ durationMinutes: 45 }), 'validation_failed');
    assert.equal(await refused({ startTime: 'soon' }), 'validation_failed');
    assert.equal(await refused({ startTime: '2020-01-01T09:00:00Z' }), 'out_of_policy');
    assert.equal(await refused({ coachId: 'nobody' }), 'not_found');
  });
});

void describe('the documents of a coach', () => {
  void it('are replaced whole, checked, and guarded by their version', async () => {
    const { service } = setUp();
    const before = await service.documents({ coachId: 'grace' });
    const config = { ...before.config, durations: [45], rates: { 45: 70 }, defaultDuration: 45 };
    const ifVersion = before.configVersion;
    assert.deepEqual((await service.saveConfig({ coachId: 'grace', config }, { ifVersion })).durations, [45]);
    const lost = await errorOf(service.saveConfig({ coachId: 'grace', config }, { ifVersion }));
    assert.equal(lost.code, 'version_conflict');
    const bad = await errorOf(service.saveConfig({ coachId: 'grace', config: { ...config, rates: {} } }));
    assert.deepEqual(bad.fields, { 'rates.45': 'required' });
    const coach = await service.getCoach({ coachId: 'grace' });
    assert.deepEqual(coach.sessionLengths, [{ duration: 45, rate: 70, currency: 'USD' }]);

    const schedule = { ...before.schedule, active: false };
    await service.saveSchedule({ coachId: 'grace', schedule }, { ifVersion: before.scheduleVersion });
    const late = service.saveSchedule({ coachId: 'grace', schedule }, { ifVersion: before.scheduleVersion });
    assert.equal((await errorOf(late)).code, 'version_conflict');
    assert.equal((await service.getSchedule({ coachId: 'grace' })).active, false);
  });
});

void describe('whatever is asked', () => {
  const instant = fc.oneof(
    fc.date({ noInvalidDate: true, min: new Date(-8.64e15), max: new Date(8.64e15) }).map((date) => date.toISOString()),
    fc.constantFrom(DAY, '0000-01-01', '9999-12-31', '2026-02-30', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
    fc.string(),
  );
  const minutes = fc.oneof(fc.constantFrom(30, 60, NaN, -1, 0, 1e15, 1.5), fc.double(), fc.integer());
  const known = ['validation_failed', 'out_of_policy', 'slot_unavailable', 'price_changed', 'not_found'];

  void it('the answer is free times or a refusal of the request, never a failure of ours', async () => {
    const { service } = setUp();
    const query = fc.record(
      {
        coachId: fc.constantFrom('grace', 'nobody', '__proto__'),
        start: instant,
        end: instant,
        durationMinutes: minutes,
        timeZone: fc.oneof(fc.constantFrom('Asia/Kolkata', 'Pacific/Apia', '+02:00'), fc.string()),
        holdId: fc.string(),
      },
      { requiredKeys: ['coachId', 'start', 'end'] },
    );
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        try {
          const { slots } = await service.getAvailability(asked);
          assert.ok(Array.isArray(slots));
        } catch (error) {
          assert.ok(isBookingError(error) && known.includes(error.code), String(error));
        }
      }),
      { numRuns: 400 },
    );
  });

  void it('nothing is booked that was not offered', async () => {
    const { service, slots } = setUp();
    const free = await slots();
    const request = fc.record({
      coachId: fc.constantFrom('grace', 'nobody'),
      startTime: fc.oneof(instant, fc.constantFrom(...free.map((slot) => slot.startTime))),
      endTime: fc.oneof(instant, fc.constantFrom(...free.map((slot) => slot.endTime))),
      durationMinutes: minutes,
      rate: fc.record({
        amountMinor: fc.oneof(fc.constant(9050), minutes),
        currency: fc.constantFrom('USD', 'EUR', ''),
      }),
      attendee: fc.record({
        name: fc.oneof(fc.constant('Jo'), fc.string()),
        email: fc.oneof(fc.constant('jo@example.com'), fc.string()),
        timeZone: fc.constantFrom('UTC', 'Mars/Olympus', ''),
      }),
    });
    await fc.assert(
      fc.asyncProperty(request, fc.uuid(), async (asked, idempotencyKey) => {
        try {
          const booking = await service.book(asked, { idempotencyKey });
          assert.ok(free.some((slot) => slot.startTime === booking.startTime && slot.endTime === booking.endTime));
          assert.deepEqual(booking.rate, { amountMinor: 9050, currency: 'USD' });
        } catch (error) {
          assert.ok(isBookingError(error) && known.includes(error.code), String(error));
        }
      }),
      { numRuns: 400 },
    );
  });
});
