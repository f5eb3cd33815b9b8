// Word of a booking on a real database: killed processes, and several workers.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bookingRequest, coachSeed, FIXED_NOW, sampleSlot } from '../../../src/kit/fixtures.js';
import type { Notify } from '../../../src/ports/notify.js';
import type { BookingEvent } from '../../../src/ports/outbox.js';
import { createWebhookSink, verifyWebhook } from '../../../src/server/index.js';
import { createBookingService } from '../../../src/service/booking-service.js';
import { createNotifier, type Notifier, type NotifierOptions } from '../../../src/service/notifier.js';
import { postgresMissing } from '../../tools/postgres.js';
import { startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';

const MINUTE = 60_000;
const SCRIPT = fileURLToPath(new URL('telling-process.ts', import.meta.url));

describe('word of a booking on Postgres', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  let database: StoreDatabase;

  before(async () => {
    databases = await startStoreDatabases();
  });
  after(() => databases.stop());
  beforeEach(async () => {
    database = await databases.create([coachSeed()]);
  });
  afterEach(() => database.close());

  function notifier(notify: Notify, options: Partial<NotifierOptions> = {}): Notifier {
    const { outbox } = database.store;
    assert.ok(outbox);
    return createNotifier({ outbox, notify, now: () => FIXED_NOW, random: () => 0, ...options });
  }

  async function book(count: number): Promise<void> {
    const service = createBookingService({ store: database.store, now: () => FIXED_NOW, secret: 'test' });
    for (let day = 0; day < count; day += 1) {
      const start = Date.parse(sampleSlot.startTime) + day * 24 * 60 * MINUTE;
      const [startTime, endTime] = [start, start + 60 * MINUTE].map((ms) => new Date(ms).toISOString());
      assert.ok(startTime && endTime);
      const request = bookingRequest({ ...sampleSlot, startTime, endTime });
      await service.book(request, { idempotencyKey: `k${String(day)}` });
    }
  }

  /** Runs a server that books once; answers what it told before it was killed. */
  async function killed(when: 'after-commit' | 'while-telling'): Promise<string> {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, database.url, when], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.endsWith('\n')) child.kill('SIGKILL');
    });
    const [, signal] = (await ended) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    return told.trim();
  }

  it('whose server was killed right after the commit arrives, also when the visitor asks again', async () => {
    assert.equal(await killed('after-commit'), '');
    const events: BookingEvent[] = [];
    // The answer was lost: the visitor's page asks again with the same key, which makes no second event.
    const service = createBookingService({ store: database.store, now: () => FIXED_NOW, secret: 'test' });
    const booking = await service.book(bookingRequest(sampleSlot), { idempotencyKey: 'one' });
    const { drain } = notifier((event) => void events.push(event));
    assert.deepEqual(await drain(), { delivered: 1, failed: 0 });
    assert.deepEqual(await drain(), { delivered: 0, failed: 0 });
    assert.equal(events[0]?.booking.id, booking.id);
    assert.equal(events[0].coachId, 'grace');
  });

  it('whose server was killed while it was telling arrives with the same id, once the lease is over', async () => {
    const id = await killed('while-telling');
    const events: BookingEvent[] = [];
    const collect: Notify = (event) => void events.push(event);
    assert.deepEqual(await notifier(collect).drain(), { delivered: 0, failed: 0 });
    const later = notifier(collect, { now: () => FIXED_NOW + MINUTE });
    assert.deepEqual(await later.drain(), { delivered: 1, failed: 0 });
    assert.deepEqual(
      events.map((event) => event.id),
      [id],
    );
  });

  it('reaches a webhook that answers 500 first, and says the same each time', async () => {
    await book(1);
    const secret = 'a secret of the webhook';
    const bodies: string[] = [];
    const ids: (string | null)[] = [];
    let at = FIXED_NOW;
    const sink = createWebhookSink({
      url: 'https://coach.example/hook',
      secret,
      now: () => at,
      fetch: async (url, init) => {
        const request = new Request(url, init);
        ids.push(request.headers.get('webhook-id'));
        bodies.push(await request.clone().text());
        await verifyWebhook(request.headers, await request.text(), { secret, now: () => at });
        return new Response(null, { status: bodies.length === 1 ? 500 : 200 });
      },
    });
    const { drain } = notifier(sink, { now: () => at });
    assert.deepEqual(await drain(), { delivered: 0, failed: 1 });
    at += 5000;
    assert.deepEqual(await drain(), { delivered: 1, failed: 0 });
    assert.equal(bodies[0], bodies[1]);
    assert.equal(ids[0], ids[1]);
    assert.ok(!bodies[0]?.includes('manageToken'));
  });

  it('is kept in the outbox with its error when it is given up', async () => {
    await book(1);
    let at = FIXED_NOW;
    const failing = notifier(() => Promise.reject(new Error('gone \0 for \ud800 good')), {
      now: () => at,
      maximumAttempts: 2,
    });
    for (let round = 0; round < 5; round += 1) {
      await failing.drain();
      at += 24 * 60 * MINUTE;
    }
    const { rows } = await database.pool.query<{ row: Record<string, unknown> }>(
      'select to_jsonb(o) as row from coach_booking.outbox o',
    );
    assert.equal(rows.length, 1);
    assert.match(JSON.stringify(rows[0]?.row), /gone/);
  });

  it('that makes no sense fails once, is put aside, and holds up nobody', async () => {
    await book(3);
    await database.pool.query(`update coach_booking.outbox set payload = payload || '{"startTime": "soon"}'
      where payload ->> 'startTime' = (select min(payload ->> 'startTime') from coach_booking.outbox)`);
    let at = FIXED_NOW;
    const told: string[] = [];
    const telling = notifier(({ id }) => Promise.resolve(void told.push(id)), { now: () => at });
    await assert.rejects(telling.drain(), { code: 'unknown' });
    at += 60 * MINUTE;
    assert.deepEqual(await telling.drain(), { delivered: 2, failed: 0 });
    const { rows } = await database.pool.query(`select error from coach_booking.outbox`);
    assert.deepEqual(rows, [{ error: 'what is stored is not valid' }]);
  });

  it('is never with two of several workers at the same time, and is told once', async () => {
    await book(24);
    const active = new Set<string>();
    const told: string[] = [];
    let most = 0;
    const notify: Notify = async ({ id }) => {
      assert.ok(!active.has(id), 'twice at the same time');
      active.add(id);
      most = Math.max(most, active.size);
      await sleep(20);
      active.delete(id);
      told.push(id);
    };
    const results = await Promise.all([1, 2, 3, 4].map(() => notifier(notify, { batchSize: 3 }).drain()));
    assert.equal(
      results.reduce((sum, { delivered }) => sum + delivered, 0),
      24,
    );
    assert.equal(new Set(told).size, 24);
    assert.equal(told.length, 24);
    assert.ok(most > 3, 'the workers worked side by side');
  });
});
