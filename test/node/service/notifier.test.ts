import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coachSeed, FIXED_NOW, sampleSlot, bookingRequest } from '../../../src/kit/fixtures.js';
import type { Notify } from '../../../src/ports/notify.js';
import type { BookingEvent, Outbox } from '../../../src/ports/outbox.js';
import { createBookingService } from '../../../src/service/booking-service.js';
import { createMemoryStore } from '../../../src/service/memory-store.js';
import { createNotifier, type DeliveryLogEntry, type NotifierOptions } from '../../../src/service/notifier.js';
import { pauseAfter, PARKED_UNTIL } from '../../../src/service/retry-pause.js';

const MINUTE = 60_000;

/** A store with some bookings, and a clock. */
async function setUp(bookings = 1) {
  let now = FIXED_NOW;
  const clock = (): number => now;
  const store = createMemoryStore({ coaches: [coachSeed()] });
  const service = createBookingService({ store, now: clock, secret: 'test' });
  const { outbox } = store;
  assert.ok(outbox);
  for (let index = 0; index < bookings; index += 1) {
    const start = Date.parse(sampleSlot.startTime) + index * 24 * 60 * MINUTE;
    const slot = {
      ...sampleSlot,
      startTime: new Date(start).toISOString(),
      endTime: new Date(start + 60 * MINUTE).toISOString(),
    };
    await service.book(bookingRequest(slot), { idempotencyKey: `k${index}` });
  }
  const log: DeliveryLogEntry[] = [];
  const errors: unknown[] = [];
  const notifier = (notify: Notify, options: Partial<NotifierOptions> = {}) =>
    createNotifier({
      outbox,
      notify,
      now: clock,
      random: () => 0,
      log: (entry) => log.push(entry),
      onError: (error) => errors.push(error),
      ...options,
    });
  return { outbox, log, errors, notifier, pass: (ms: number) => (now += ms) };
}

const collect =
  (into: BookingEvent[]): Notify =>
  (event) =>
    void into.push(event);
const ids = (events: readonly BookingEvent[]): string[] => events.map((event) => event.id);

describe('word of a booking', () => {
  it('is told once when all goes well, without the manage token', async () => {
    const { notifier, log } = await setUp(3);
    const told: BookingEvent[] = [];
    const { drain } = notifier(collect(told), { batchSize: 2 });
    assert.deepEqual(await drain(), { delivered: 3, failed: 0 });
    assert.deepEqual(await drain(), { delivered: 0, failed: 0 });
    assert.equal(new Set(ids(told)).size, 3);
    const [first] = told;
    assert.ok(first);
    assert.equal(first.type, 'booking.created');
    assert.equal(first.booking.attendee?.email, 'jordan@example.com');
    assert.equal(first.booking.manageToken, undefined);
    assert.deepEqual(ids(told).sort(), log.map((entry) => entry.eventId).sort());
    assert.ok(log.every((entry) => entry.delivered && entry.attempts === 1 && entry.bookingId));
    assert.ok(!JSON.stringify(log).includes('jordan'));
  });

  it('of a process killed between commit and delivery still arrives, with the same id', async () => {
    const { notifier, pass } = await setUp();
    const started: BookingEvent[] = [];
    // Killed: it has taken the event and never comes back.
    let bury: () => void = () => undefined;
    const killed = notifier((event) => {
      started.push(event);
      return new Promise((resolve) => (bury = resolve));
    }).wake();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(started.length, 1);

    const told: BookingEvent[] = [];
    const afterRestart = notifier(collect(told));
    assert.deepEqual(await afterRestart.drain(), { delivered: 0, failed: 0 }, 'leased to the one that was killed');
    pass(MINUTE);
    assert.deepEqual(await afterRestart.drain(), { delivered: 1, failed: 0 });
    assert.deepEqual(ids(told), ids(started));
    bury();
    await killed;
  });

  it('is tried again, later and later, when the receiver fails; and never in vain once it was told', async () => {
    const { notifier, pass, log } = await setUp();
    const tried: BookingEvent[] = [];
    const { drain } = notifier((event) => {
      tried.push(event);
      if (tried.length < 3) throw new Error('500');
    });
    assert.deepEqual(await drain(), { delivered: 0, failed: 1 });
    assert.deepEqual(await drain(), { delivered: 0, failed: 0 }, 'not at once');
    pass(5000);
    assert.deepEqual(await drain(), { delivered: 0, failed: 1 });
    pass(5000);
    assert.deepEqual(await drain(), { delivered: 0, failed: 0 }, 'the second pause is longer');
    pass(5000);
    assert.deepEqual(await drain(), { delivered: 1, failed: 0 });
    pass(24 * 60 * MINUTE);
    assert.deepEqual(await drain(), { delivered: 0, failed: 0 });
    assert.equal(new Set(ids(tried)).size, 1);
    assert.deepEqual(
      log.map(({ attempts, delivered, retryAt }) => [attempts, delivered, retryAt !== undefined]),
      [
        [1, false, true],
        [2, false, true],
        [3, true, false],
      ],
    );
  });

  it('for a receiver that hangs is given up for now, and the receiver is told to stop', async () => {
    const { notifier, log } = await setUp(2);
    let stopped = 0;
    let first: string | undefined;
    const { drain } = notifier(
      (event, { signal }) => {
        first ??= event.id;
        if (event.id !== first) return;
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            stopped += 1;
            reject(new Error('aborted'));
          });
        });
      },
      { timeoutMs: 20 },
    );
    assert.deepEqual(await drain(), { delivered: 1, failed: 1 }, 'the other one does not wait');
    assert.equal(stopped, 1);
    assert.match(String(log.find((entry) => !entry.delivered)?.error), /20 ms|aborted/);
  });

  it('is kept and reported when nobody ever takes it', async () => {
    const { notifier, outbox, pass, log } = await setUp();
    const failing = notifier(() => Promise.reject(new Error('gone')), { maximumAttempts: 3 });
    for (let round = 0; round < 10; round += 1) {
      await failing.drain();
      pass(24 * 60 * MINUTE);
    }
    assert.deepEqual(
      log.map(({ attempts, gaveUp }) => [attempts, gaveUp === true]),
      [
        [1, false],
        [2, false],
        [3, true],
      ],
    );
    const kept = await outbox.take({ now: PARKED_UNTIL, limit: 10, leaseMs: 1 });
    assert.equal(kept[0]?.event.id, log[0]?.eventId);
  });

  it('is never with two workers at the same time', async () => {
    const { notifier } = await setUp(12);
    const active = new Set<string>();
    const told: string[] = [];
    let most = 0;
    const notify: Notify = async ({ id }) => {
      assert.ok(!active.has(id), 'twice at the same time');
      active.add(id);
      most = Math.max(most, active.size);
      await new Promise((resolve) => setTimeout(resolve, 2));
      active.delete(id);
      told.push(id);
    };
    const workers = [1, 2, 3].map(() => notifier(notify, { batchSize: 2 }));
    await Promise.all(workers.map((worker) => worker.drain()));
    assert.equal(told.length, 12);
    assert.equal(new Set(told).size, 12);
    assert.ok(most > 2, 'the workers worked side by side');
  });

  it('waits in the outbox while that cannot be reached, and no error is lost', async () => {
    const { notifier, outbox, errors } = await setUp();
    let isDown = true;
    const shaky: Outbox = {
      ...outbox,
      take: (query) => (isDown ? Promise.reject(new Error('down')) : outbox.take(query)),
    };
    const told: BookingEvent[] = [];
    const { drain, wake } = notifier(collect(told), { outbox: shaky });
    await wake();
    assert.match(String(errors[0]), /down/);
    await assert.rejects(drain(), /down/);
    isDown = false;
    assert.deepEqual(await drain(), { delivered: 1, failed: 0 });
  });

  it('that was told but could not be ticked off comes again with the same id', async () => {
    const { notifier, outbox, errors, pass } = await setUp();
    let isDown = true;
    const shaky: Outbox = {
      ...outbox,
      settle: (...args) => (isDown ? Promise.reject(new Error('down')) : outbox.settle(...args)),
    };
    const told: BookingEvent[] = [];
    const { wake } = notifier(collect(told), { outbox: shaky });
    await wake();
    assert.equal(errors.length, 1);
    isDown = false;
    pass(MINUTE);
    await wake();
    assert.equal(told.length, 2);
    assert.equal(new Set(ids(told)).size, 1);
  });

  it('is looked for by a server that runs on, until it stops', async () => {
    const { notifier } = await setUp();
    const told: BookingEvent[] = [];
    const { stop, wake } = notifier(collect(told), { pollMs: 5 });
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await stop();
    await wake();
    assert.equal(told.length, 1);
  });

  it('that comes while another is on its way is not left for the next look', async () => {
    const { notifier, outbox } = await setUp(1);
    const entries = await outbox.take({ now: new Date(FIXED_NOW).toISOString(), limit: 1, leaseMs: 1 });
    const [entry] = entries;
    assert.ok(entry);
    const late = { ...entry, event: { ...entry.event, id: 'late' } };
    let looks = 0;
    const told: BookingEvent[] = [];
    const { drain } = notifier(collect(told), {
      outbox: {
        settle: () => Promise.resolve(),
        take() {
          looks += 1;
          // The booking is made while the first look is under way.
          if (looks === 1) void drain();
          return Promise.resolve(looks === 2 ? [late] : []);
        },
      },
    });
    await drain();
    assert.deepEqual(ids(told), ['late']);
  });
});

describe('the pause before another attempt', () => {
  it('doubles up to six hours, and is spread by a fifth', () => {
    assert.deepEqual(
      [1, 2, 3, 13, 14, 1000].map((attempts) => pauseAfter(attempts, 0) / 1000),
      [5, 10, 20, 20_480, 21_600, 21_600],
    );
    assert.equal(pauseAfter(1, 1), 4000);
  });
});
