import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createQueryDriver } from '../../../src/postgres/store/query-driver.js';
import type { CommitCommand, CommitResult } from '../../../src/ports/booking-store.js';
import { randomId } from '../../../src/service/random-id.js';
import { postgresMissing } from '../../tools/postgres.js';
import { addCoaches, empty, startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';

const MINUTE = 60_000;
const instant = (minutes: number): string => new Date(FIXED_NOW + minutes * MINUTE).toISOString();
const rate = { amountMinor: 9050, currency: 'USD' };

const unavailable = (outcome: string) => (error: unknown) =>
  isBookingError(error) && error.code === 'unavailable' && error.retryable && error.outcome === outcome;

describe('trouble with the database', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  let database: StoreDatabase;
  before(async () => {
    databases = await startStoreDatabases();
    database = await databases.create();
  });
  after(async () => {
    await database.close();
    await databases.stop();
  });
  beforeEach(async () => {
    await empty(database.pool);
    await addCoaches(database.store, [coachSeed()]);
  });

  async function command(change: Partial<CommitCommand> & { readonly start?: number } = {}): Promise<CommitCommand> {
    const { start = 60, ...rest } = change;
    const { version } = await database.store.read('grace', { start: instant(0), end: instant(1) }, { now: instant(0) });
    return {
      version,
      now: instant(0),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      idempotencyKey: 'a',
      fingerprint: 'a',
      bookingId: randomId(),
      rate,
      request: {
        coachId: 'grace',
        startTime: instant(start),
        endTime: instant(start + 60),
        durationMinutes: 60,
        rate,
        attendee: { name: 'J', email: 'j@example.com', timeZone: 'UTC' },
      },
      ...rest,
    };
  }

  const count = async (table: string): Promise<number> => {
    const { rows } = await database.pool.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
    return rows[0]?.n ?? NaN;
  };

  /** Somebody who has the coach's lock, or the key's, until told to let go. */
  async function holdLock(sql: string): Promise<() => Promise<void>> {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query(sql);
    return async () => {
      await client.query('rollback');
      client.release();
    };
  }
  const COACH_LOCK = `select coach_booking.lock_coach(coach_booking.coach_of('grace'))`;

  /** Until a backend waits for a lock. */
  async function waiting(application: string): Promise<number> {
    for (;;) {
      const { rows } = await database.pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'`,
        [application],
      );
      if (rows[0]) return rows[0].pid;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function withOwnPool<T>(settings: pg.PoolConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    const pool = new pg.Pool({ connectionString: database.url, application_name: 'troubled', ...settings });
    pool.on('error', () => undefined);
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  }

  it('a key that is being worked on is in progress, and the caller does not wait', async () => {
    const free = await holdLock(COACH_LOCK);
    const first = withOwnPool({}, async (pool) =>
      createPostgresStore({ call: createQueryDriver(pool) }).commit(await command()),
    );
    await waiting('troubled');
    const second = await database.store.commit(await command());
    assert.ok(second.outcome === 'in_progress' && second.retryAfterMs > 0, second.outcome);
    const other: Promise<CommitResult> = database.store.commit(await command({ idempotencyKey: 'b', start: 180 }));
    await free();
    assert.equal((await first).outcome, 'booked');
    assert.equal((await other).outcome, 'booked');
    assert.equal((await database.store.commit(await command())).outcome, 'replayed');
  });

  it('a connection that is lost in the middle of a write leaves nothing half-done, and an open outcome', async () => {
    const free = await holdLock(COACH_LOCK);
    const lost = withOwnPool({}, async (pool) =>
      createPostgresStore({ call: createQueryDriver(pool) }).commit(await command()),
    );
    const checked = assert.rejects(lost, unavailable('unknown'));
    await database.pool.query('select pg_terminate_backend($1)', [await waiting('troubled')]);
    await checked;
    await free();
    for (const table of ['"Session"', '"SessionAttendee"', '"BookingClaim"', 'coach_booking.outbox']) {
      assert.equal(await count(table), 0, table);
    }
    assert.equal((await database.store.commit(await command())).outcome, 'booked', 'the same key again');
  });

  it('a server that is not there, or takes too long, was not written to', async () => {
    const nowhere = new pg.Pool({ connectionString: 'postgres://127.0.0.1:9/nothing' });
    const store = createPostgresStore({ call: createQueryDriver(nowhere) });
    await assert.rejects(store.release('x'), unavailable('not_applied'));
    await nowhere.end();

    const free = await holdLock(COACH_LOCK);
    await withOwnPool({ statement_timeout: 200 }, async (pool) => {
      const slow = createPostgresStore({ call: createQueryDriver(pool) });
      await assert.rejects(slow.commit(await command()), unavailable('not_applied'));
    });
    await free();
    assert.equal(await count('"Session"'), 0);
  });

  it('nobody waits for a lock for ever', async () => {
    const free = await holdLock(COACH_LOCK);
    const begun = performance.now();
    await assert.rejects(database.store.commit(await command()), unavailable('not_applied'));
    assert.ok(performance.now() - begun < 8000);
    await free();
    assert.equal((await database.store.commit(await command())).outcome, 'booked');
  });

  it('a transaction that loses to others at a stricter isolation is made again', async () => {
    await withOwnPool({ max: 8, options: '-c default_transaction_isolation=serializable' }, async (pool) => {
      const store = createPostgresStore({ call: createQueryDriver(pool) });
      const commands = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          command({ idempotencyKey: `key ${index}`, start: 60 + (index % 2) * 30 }),
        ),
      );
      const results = await Promise.allSettled(commands.map((each) => store.commit(each)));
      const booked = results.filter((each) => each.status === 'fulfilled' && each.value.outcome === 'booked');
      assert.equal(booked.length, 1);
      for (const each of results) if (each.status === 'rejected') assert.ok(unavailable('not_applied')(each.reason));
    });
    assert.equal(await count('"Session"'), 1);
  });
});
