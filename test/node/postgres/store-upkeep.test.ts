import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { randomId } from '../../../src/service/random-id.js';
import { postgresMissing } from '../../tools/postgres.js';
import { startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';

const MINUTE = 60_000;
const instant = (minutes: number): string => new Date(FIXED_NOW + minutes * MINUTE).toISOString();
const rate = { amountMinor: 9050, currency: 'USD' };

describe('the tables stay small, and are read little', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  let database: StoreDatabase;
  before(async () => {
    databases = await startStoreDatabases();
    database = await databases.create([coachSeed()]);
  });
  after(async () => {
    await database.close();
    await databases.stop();
  });

  it('what is over is deleted in small portions by those who commit, and all of it when asked', async () => {
    const { pool, store } = database;
    const { rows } = await pool.query<{ id: number }>(`select coach_booking.coach_of('grace') as id`);
    const coach = rows[0]?.id;
    const count = async (table: string): Promise<number> =>
      (await pool.query<{ n: number }>(`select count(*)::integer as n from ${table}`)).rows[0]?.n ?? NaN;
    await pool.query(
      `insert into coach_booking.idempotency_key (coach_id, key, fingerprint, result, created_at)
       select $1, 'old ' || n, 'x', '{"outcome": "taken"}', $2::timestamptz - interval '25 hours' from generate_series(1, 40) n`,
      [coach, instant(0)],
    );
    await pool.query(
      `insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time, expires_at)
       select 1000 + n, 'hold', 'old ' || n, $1, $1::timestamptz + interval '1 hour', $1::timestamptz - interval '1 min'
       from generate_series(1, 40) n`,
      [instant(0)],
    );
    const { version } = await store.read('grace', { start: instant(0), end: instant(1) }, { now: instant(0) });
    const claim = { version, now: instant(0), bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
    const limits = { newHoldId: 'live', expiresAt: instant(5), longestMs: 20 * MINUTE, maximumPerClient: 3 };
    const request = { coachId: 'grace', startTime: instant(60), durationMinutes: 60 };
    await store.hold({ ...claim, ...limits, request });
    const result = await store.commit({
      ...claim,
      idempotencyKey: 'new',
      fingerprint: 'x',
      bookingId: randomId(),
      rate,
      request: {
        ...request,
        startTime: instant(180),
        endTime: instant(240),
        rate,
        attendee: { name: 'J', email: 'j@example.com', timeZone: 'UTC' },
      },
    });
    assert.equal(result.outcome, 'booked');
    assert.deepEqual([await count('coach_booking.idempotency_key'), await count('"BookingClaim"')], [36, 37]);
    assert.equal(await store.sweep({ now: instant(0), limit: 10 }), 20);
    assert.equal(await store.sweep({ now: instant(0) }), 50);
    assert.deepEqual([await count('coach_booking.idempotency_key'), await count('"BookingClaim"')], [1, 2]);
    assert.equal(await store.sweep({ now: instant(6) }), 1, 'the hold, once it is over');
    assert.equal(await count('"Session"'), 1);
  });

  it('an event is deleted when it is delivered', async () => {
    const { pool, store } = database;
    const [entry] = await store.outbox.take({ now: instant(10), limit: 10, leaseMs: MINUTE });
    assert.ok(entry);
    await store.outbox.settle(entry.event.id, { delivered: true }, instant(10));
    const { rows } = await pool.query('select 1 from coach_booking.outbox');
    assert.deepEqual(rows, []);
  });

  it('reading one coach touches their rows in that range, and no others', async () => {
    const { pool } = database;
    await pool.query(`
      insert into "User" select from generate_series(1, 1500);
      insert into "RealtorCoachProfile" ("userDbId") select id from "User" on conflict do nothing;
      insert into "CoachSessionConfig" ("userDbId", durations, rates)
        select id, '[60]', '{"60": 90}' from "User" on conflict do nothing;
      insert into "CoachingAvailabilitySchedule" ("userDbId") select id from "User";
      insert into "Session" ("coachId", "startTime", "endTime", status)
        select u.id, d, d + interval '1 hour', 'confirmed'
        from "User" u, generate_series('2026-01-01 10:00'::timestamp, '2026-12-31', '3 days') d
      where u.id between 120 and 180;
      analyze`);
    const client = await pool.connect();
    try {
      // What this transaction alone has read of each table.
      await client.query('begin');
      const { rows: answers } = await client.query<{ busy: number }>(
        `select jsonb_array_length(coach_booking.read_coach(jsonb_build_object('coachId', '150',
          'start', '2026-06-01T00:00:00Z', 'end', '2026-07-01T00:00:00Z', 'now', '2026-05-01T00:00:00Z')) -> 'busy') as busy`,
      );
      const { rows } = await client.query<{ relname: string; scanned: number; fetched: number }>(
        `select relname, seq_tup_read::integer as scanned, coalesce(idx_tup_fetch, 0)::integer as fetched
         from pg_stat_xact_user_tables where seq_scan > 0 or idx_scan > 0`,
      );
      await client.query('rollback');
      assert.equal(answers[0]?.busy, 10);
      const read = new Map(rows.map(({ relname, scanned, fetched }) => [relname, scanned + fetched]));
      assert.equal(read.get('BookingClaim'), 10, 'claims that were read for ten busy times');
      for (const [table, tuples] of read) assert.ok(tuples <= 10, `${tuples} rows of ${table}`);
    } finally {
      client.release();
    }
  });
});
