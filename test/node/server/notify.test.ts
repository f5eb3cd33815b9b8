import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIXED_NOW } from '../../../src/kit/fixtures.js';
import type { BookingEvent } from '../../../src/ports/outbox.js';
import type { BookingHandlerOptions } from '../../../src/server/index.js';
import { createNotifier, type DeliveryLogEntry } from '../../../src/service/notifier.js';
import { asRecord, backend, BOOK, type Ask } from './backend.js';

const book = (key: string, body: object = BOOK): Ask => ({
  method: 'POST',
  headers: { 'Idempotency-Key': key },
  body,
});
const CONFIG = '/coach/config?coachId=grace';

/** A handler that keeps the work it left behind its answers. */
function setUp(options: Partial<BookingHandlerOptions>) {
  const works: Promise<unknown>[] = [];
  const made = backend({ waitUntil: (work) => works.push(work), ...options });
  return { ...made, works, settled: () => Promise.all(works) };
}

describe('after a booking', () => {
  it('notify is told, and the log names the booking in both lines', async () => {
    const told: BookingEvent[] = [];
    const deliveries: DeliveryLogEntry[] = [];
    const { ask, log, settled } = setUp({
      notify: (event) => void told.push(event),
      logDelivery: (entry) => deliveries.push(entry),
    });
    const { id } = await asRecord(await ask('/coaching/sessions/book', book('k1')));
    await settled();
    assert.equal(told.length, 1);
    assert.equal(told[0]?.booking.id, id);
    assert.equal(log[0]?.bookingId, id);
    assert.equal(deliveries[0]?.bookingId, id);
    assert.equal(deliveries[0]?.eventId, told[0]?.id);
  });

  it('the answer does not wait for the receiver', async () => {
    let end: () => void = () => undefined;
    const { ask, works } = setUp({ notify: () => new Promise((resolve) => (end = resolve)) });
    assert.equal((await ask('/coaching/sessions/book', book('k1'))).status, 201);
    const state = await Promise.race([
      Promise.all(works).then(() => 'over'),
      new Promise((resolve) => setImmediate(() => resolve('under way'))),
    ]);
    assert.equal(state, 'under way');
    end();
    await Promise.all(works);
  });

  it('a receiver that fails, and a waitUntil that throws, cost nothing', async () => {
    const deliveries: DeliveryLogEntry[] = [];
    const { ask } = backend({
      notify: () => Promise.reject(new Error('500')),
      logDelivery: (entry) => deliveries.push(entry),
      waitUntil: () => {
        throw new Error('no request is active');
      },
    });
    assert.equal((await ask('/coaching/sessions/book', book('k1'))).status, 201);
    while (deliveries.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(deliveries[0]?.delivered, false);
  });

  it('that was refused, nobody is told', async () => {
    const told: BookingEvent[] = [];
    const { ask, settled } = setUp({ notify: (event) => void told.push(event) });
    await ask('/coaching/sessions/book', book('k1', { ...BOOK, rate: 1 }));
    await settled();
    assert.equal(told.length, 0);
  });

  it('that is answered again, nobody is told again', async () => {
    const told: BookingEvent[] = [];
    const { ask, settled } = setUp({ notify: (event) => void told.push(event) });
    await ask('/coaching/sessions/book', book('k1'));
    await settled();
    await ask('/coaching/sessions/book', book('k1'));
    await settled();
    assert.equal(told.length, 1);
  });

  it('what a killed process left is told by the next requests, whatever they ask', async () => {
    let now = FIXED_NOW;
    const told: BookingEvent[] = [];
    // Killed right after its commit: nobody was woken.
    const killed = backend();
    await killed.ask('/coaching/sessions/book', book('k1'));
    const works: Promise<unknown>[] = [];
    const { ask } = backend(
      { notify: (event) => void told.push(event), waitUntil: (work) => works.push(work), now: () => now },
      () => killed.service,
    );
    await ask(CONFIG);
    await Promise.all(works);
    assert.equal(told.length, 1);
    await ask(CONFIG);
    assert.equal(works.length, 1, 'not with each request');
    now += 30_000;
    await ask(CONFIG);
    assert.equal(works.length, 2);
  });

  it('a notifier of one’s own is woken by bookings alone', async () => {
    const told: BookingEvent[] = [];
    const { service } = backend();
    assert.ok(service.outbox);
    const notify = createNotifier({
      outbox: service.outbox,
      notify: (event) => void told.push(event),
      now: () => FIXED_NOW,
    });
    const works: Promise<unknown>[] = [];
    const { ask } = backend({ notify, waitUntil: (work) => works.push(work) }, () => service);
    await ask(CONFIG);
    assert.equal(works.length, 0);
    await ask('/coaching/sessions/book', book('k1'));
    await Promise.all(works);
    assert.equal(told.length, 1);
  });

  it('needs a store with an outbox: word must not get lost', () => {
    const without = (): unknown => backend({ notify: () => undefined }, ({ outbox: _, ...service }) => service);
    assert.throws(without, /outbox/);
  });
});
