import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { openPostgres, type OpenDatabase } from './open-database.js';

const fixture = readFileSync(new URL('host-fixture.sql', import.meta.url), 'utf8');
const OVERLAP = { code: '23P01', constraint: 'BookingClaim_no_overlap' };

/** A session at a time of 2027-01-04, coach 7 unless told. */
const insert = (id: number, from: string, to: string, status = 'scheduled', coach = 7) => `
  insert into "Session" (id, "coachId", "startTime", "endTime", status)
  values (${id}, ${coach}, '2027-01-04 ${from}', '2027-01-04 ${to}', '${status}')`;

describe("the host's own code writes sessions", { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let template: string;
  let url: string;
  let host: OpenDatabase;

  before(async () => {
    // Room for a few thousand locks.
    server = await startPostgres({ settings: { max_locks_per_transaction: '20' } });
    template = await server.createDatabase();
    const database = await openPostgres(template);
    await database.script(fixture);
    await migrate({ client: database.client });
    await database.close();
  });
  after(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase(template);
    host = await openPostgres(url);
  });
  afterEach(async () => {
    try {
      await assertInStep();
    } finally {
      await host.close();
      await server.dropDatabase(url);
    }
  });

  /** The claims of sessions of a coach: `id from–to`, in UTC. */
  const claims = (coach = 7) =>
    host.values(
      `select reference || to_char(start_time at time zone 'UTC', ' HH24:MI') || to_char(end_time at time zone 'UTC', '–HH24:MI')
       from coach_booking.booking_claim where coach_id = $1 and kind = 'session' order by start_time, reference`,
      coach,
    );
  const unclaimed = () => host.values('select session_id from coach_booking.unclaimed_session order by 1');

  /** Every live session has its claim, or is known to have none; every claim has its session; no two overlap. */
  async function assertInStep(): Promise<void> {
    const sessions = `select s.id, s.coach_id, coach_booking.utc(s.start_time) as start_time, coach_booking.utc(s.end_time) as end_time
      from coach_booking.session s
      where s.coach_id is not null and coach_booking.blocks(s.status, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))`;
    const claimed = `select reference::integer, coach_id, start_time, end_time from coach_booking.booking_claim where kind = 'session'
      union all select session_id, coach_id, start_time, end_time from coach_booking.unclaimed_session`;
    assert.deepEqual(await host.rows(`(${sessions}) except (${claimed})`), []);
    assert.deepEqual(await host.rows(`(${claimed}) except (${sessions})`), []);
    const overlaps = await host.rows(`
      select a.reference, b.reference from coach_booking.booking_claim a join coach_booking.booking_claim b
      on a.coach_id = b.coach_id and a.id < b.id and a.blocked && b.blocked`);
    assert.deepEqual(overlaps, []);
  }
  test('a new session takes its time, a deleted one gives it back', async () => {
    await host.script(insert(1, '10:00', '11:00'));
    assert.deepEqual(await claims(), ['1 10:00–11:00']);
    await host.script('delete from "Session" where id = 1');
    assert.deepEqual(await claims(), []);
  });

  test('one that would overlap fails as a whole', async () => {
    await host.script(insert(1, '10:00', '11:00'));
    await assert.rejects(host.script(insert(2, '10:59', '11:30')), OVERLAP);
    await assert.rejects(
      host.script(`${insert(3, '12:00', '13:00')}, (4, 7, '2027-01-04 12:30', '2027-01-04 13:30', 'ok')`),
      OVERLAP,
    );
    assert.deepEqual(await host.values('select id from "Session" where "coachId" = 7'), [1]);
    assert.deepEqual(await claims(), ['1 10:00–11:00']);
  });

  test('sessions may touch, and other coaches have their own time', async () => {
    await host.script(
      `${insert(1, '10:00', '11:00')}; ${insert(2, '11:00', '12:00')}; ${insert(3, '10:30', '11:30', 'ok', 8)}`,
    );
    assert.deepEqual(await claims(), ['1 10:00–11:00', '2 11:00–12:00']);
    assert.deepEqual(await claims(8), ['3 10:30–11:30']);
  });

  for (const status of ['cancelled', 'CANCELED', 'Declined', 'rejected', 'eXpIrEd']) {
    test(`the status ${status} frees the time, and it can be taken again`, async () => {
      await host.script(insert(1, '10:00', '11:00'));
      await host.script(`update "Session" set status = '${status}' where id = 1`);
      assert.deepEqual(await claims(), []);
      await host.script(insert(2, '10:30', '11:30'));
      await host.script(insert(3, '10:30', '11:30', status));
      assert.deepEqual(await claims(), ['2 10:30–11:30']);
    });
  }

  test('a cancelled session can be revived while its time is free, and not after', async () => {
    await host.script(insert(1, '10:00', '11:00', 'cancelled'));
    await host.script(`update "Session" set status = 'scheduled' where id = 1`);
    assert.deepEqual(await claims(), ['1 10:00–11:00']);
    await host.script(`update "Session" set status = 'cancelled' where id = 1; ${insert(2, '10:30', '11:30')}`);
    await assert.rejects(host.script(`update "Session" set status = null where id = 1`), OVERLAP);
    assert.deepEqual(await claims(), ['2 10:30–11:30']);
  });

  test('a moved session takes the new time; onto another it can not', async () => {
    await host.script(`${insert(1, '10:00', '11:00')}; ${insert(2, '12:00', '13:00')}`);
    await host.script(
      `update "Session" set "startTime" = '2027-01-04 10:30', "endTime" = '2027-01-04 11:30' where id = 1`,
    );
    assert.deepEqual(await claims(), ['1 10:30–11:30', '2 12:00–13:00']);
    await assert.rejects(host.script(`update "Session" set "endTime" = '2027-01-04 12:01' where id = 1`), OVERLAP);
    await host.script(`update "Session" set "coachId" = 8 where id = 1`);
    assert.deepEqual(await claims(8), ['1 10:30–11:30']);
  });

  test('two sessions swap their times in one statement, and a whole day moves over itself', async () => {
    await host.script(`${insert(1, '10:00', '11:00')}; ${insert(2, '11:00', '12:00')}; ${insert(3, '12:00', '13:00')}`);
    await host.script(`
      update "Session" set
        "startTime" = case id when 1 then timestamp '2027-01-04 11:00' else '2027-01-04 10:00' end,
        "endTime" = case id when 1 then timestamp '2027-01-04 12:00' else '2027-01-04 11:00' end
      where id in (1, 2)`);
    assert.deepEqual(await claims(), ['2 10:00–11:00', '1 11:00–12:00', '3 12:00–13:00']);
    await host.script(`
      update "Session" set "startTime" = "startTime" + interval '30 minutes', "endTime" = "endTime" + interval '30 minutes'
      where "coachId" = 7`);
    assert.deepEqual(await claims(), ['2 10:30–11:30', '1 11:30–12:30', '3 12:30–13:30']);
  });

  test('times that say nothing make no claim, until they do', async () => {
    await host.script(`
      insert into "Session" (id, "coachId", "startTime", "endTime") values
        (1, 7, null, null), (2, 7, '2027-01-04 10:00', '2027-01-04 10:00'), (3, 7, '2027-01-04 10:00', 'infinity')`);
    assert.deepEqual(await claims(), []);
    await host.script(
      `update "Session" set "startTime" = '2027-01-04 10:00', "endTime" = '2027-01-04 11:00' where id = 1`,
    );
    assert.deepEqual(await claims(), ['1 10:00–11:00']);
  });

  test('a change of anything else touches no claim', async () => {
    await host.script(insert(1, '10:00', '11:00'));
    const claim = `select id, ctid::text, xmin::text from "BookingClaim" where reference = '1'`;
    const before = await host.rows(claim);
    await host.script(`update "Session" set status = 'completed', notes = 'went well' where id = 1`);
    assert.deepEqual(await host.rows(claim), before);
  });

  test('a booking of ours keeps its buffers when the host moves or confirms it', async () => {
    await host.script(`
      insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time, buffer_before_minutes, buffer_after_minutes)
        values (7, 'session', '1', '2027-01-04 10:00Z', '2027-01-04 11:00Z', 5, 15);
      ${insert(1, '10:00', '11:00')}`);
    const blocked = () =>
      host.values(`select coach_booking.iso(lower(blocked)) || '/' || coach_booking.iso(upper(blocked))
        from coach_booking.booking_claim where coach_id = 7`);
    assert.deepEqual(await blocked(), ['2027-01-04T09:55:00.000Z/2027-01-04T11:15:00.000Z']);
    await host.script(
      `update "Session" set "startTime" = '2027-01-04 11:00', "endTime" = '2027-01-04 12:00' where id = 1`,
    );
    assert.deepEqual(await blocked(), ['2027-01-04T10:55:00.000Z/2027-01-04T12:15:00.000Z']);
    await assert.rejects(host.script(insert(2, '12:14', '13:00')), OVERLAP);
    await host.script(insert(2, '12:15', '13:00'));
  });

  test("a visitor's hold is in the way while it lasts, and not after", async () => {
    const hold = (reference: string, from: string, to: string, expires: string) => `
      insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time, expires_at, held_since)
      values (7, 'hold', '${reference}', '2027-01-04 ${from}Z', '2027-01-04 ${to}Z', now() + interval '${expires}', now())`;
    await host.script(`${hold('live', '10:00', '11:00', '5 minutes')}; ${hold('over', '12:00', '13:00', '-1 second')};
`);
    await assert.rejects(host.script(insert(1, '10:30', '11:30')), OVERLAP);
    await host.script(insert(2, '12:30', '13:30'));
    const left = await host.values(`select reference from coach_booking.booking_claim where kind = 'hold' order by 1`);
    assert.deepEqual(left, ['live']);
    await host.script(`
      insert into coach_booking.booking_claim (coach_id, kind, reference, start_time, end_time, buffer_after_minutes)
        values (7, 'session', '3', '2027-01-04 15:00Z', '2027-01-04 16:00Z', 30);
      ${insert(3, '15:00', '16:00')}; ${hold('over', '18:00', '19:00', '-1 second')};
      update "Session" set "startTime" = '2027-01-04 17:00', "endTime" = '2027-01-04 18:00' where id = 3`);
  });

  test('a session without a coach that we know is none of our business', async () => {
    await host.script('alter table "Session" drop constraint "Session_coachId_fkey"');
    await host.script(insert(1, '10:00', '11:00', 'scheduled', 999));
    assert.deepEqual(await claims(999), ['1 10:00–11:00']);
  });

  test('every way of writing counts: copies, upserts, merges, truncation', async () => {
    await host.script(`
      insert into "Session" (id, "coachId", "startTime", "endTime")
        select 10 + i, 7, timestamp '2027-01-04 10:00' + i * interval '1 hour', timestamp '2027-01-04 11:00' + i * interval '1 hour'
        from generate_series(0, 2) i;
      insert into "Session" (id, "coachId", "startTime", "endTime") values
        (10, 7, '2027-01-04 08:00', '2027-01-04 09:00'), (13, 7, '2027-01-04 15:00', '2027-01-04 16:00')
        on conflict (id) do update set "startTime" = excluded."startTime", "endTime" = excluded."endTime";
      merge into "Session" s using (values (11), (14)) v (id) on s.id = v.id
        when matched then update set status = 'cancelled'
        when not matched then insert (id, "coachId", "startTime", "endTime") values (v.id, 7, '2027-01-04 18:00', '2027-01-04 19:00')`);
    assert.deepEqual(await claims(), ['10 08:00–09:00', '12 12:00–13:00', '13 15:00–16:00', '14 18:00–19:00']);
    await host.script('update "Session" set id = 15 where id = 14');
    await assertInStep();
    await assert.rejects(host.script('truncate "Session"'), { code: '0A000' });
    await host.script('truncate "Session" cascade');
    assert.deepEqual(await host.values(`select count(*)::integer from coach_booking.booking_claim`), [0]);
    assert.deepEqual(await unclaimed(), []);
  });

  test("what the host's own triggers make of a session is what counts", async () => {
    await host.script(`
      create function follow() returns trigger language plpgsql as $$ begin
        if new.notes = 'later' then
          update "Session" set "startTime" = "startTime" + interval '4 hours', "endTime" = "endTime" + interval '4 hours',
            notes = null where id = new.id;
        elsif new.notes = 'off' then
          update "Session" set status = 'cancelled', notes = null where id = new.id;
        elsif new.notes = 'gone' then
          delete from "Session" where id = new.id;
        end if;
        return null;
      end $$;
      create trigger follow after insert or update on "Session" for each row execute function follow();
      alter table "Session" alter column notes set default 'later';
      ${insert(1, '10:00', '11:00')}; ${insert(2, '10:00', '11:00')
        .replace('status)', 'status, notes)')
        .replace("'scheduled')", "'scheduled', 'off')")}`);
    assert.deepEqual(await claims(), ['1 14:00–15:00']);
    await assertInStep();
    await host.script(`update "Session" set "startTime" = '2027-01-04 08:00', notes = 'gone' where id = 1`);
    assert.deepEqual(await claims(), []);
  });

  test('a deleted session takes its attendees along', async () => {
    await host.script(`${insert(1, '10:00', '11:00')};
      insert into "SessionAttendee" ("sessionId", name) values (1, 'Vera'); delete from "Session" where id = 1`);
    assert.deepEqual(await host.values('select count(*)::integer from "SessionAttendee"'), [0]);
  });

  describe('old sessions that overlap', () => {
    test('can still get another status, or a note', async () => {
      await host.script(`update "Session" set status = 'completed' where id in (102, 103, 104)`);
      assert.deepEqual(await unclaimed(), [102, 104]);
    });

    test('are in the way of a new one, though they have no claim', async () => {
      await host.script(`update "Session" set status = 'cancelled' where id = 103`);
      assert.deepEqual(await unclaimed(), [102, 104]);
      const late = `insert into "Session" ("coachId", "startTime", "endTime") values (1, '2026-12-07 16:15', '2026-12-07 17:00')`;
      await assert.rejects(host.script(late), OVERLAP);
    });

    test('get their claim when what is in the way goes', async () => {
      await host.script(`update "Session" set status = 'cancelled' where id in (101, 103)`);
      assert.deepEqual(await unclaimed(), [104]);
      assert.deepEqual(await claims(1), ['102 15:30–16:30', '100 15:00–16:00']);
      await host.script('delete from "Session" where id = 100');
      assert.deepEqual(await unclaimed(), []);
      assert.deepEqual(await claims(1), ['102 15:30–16:30', '104 15:00–15:30']);
    });

    test('get it when they are moved out of the way, and are forgotten when they go', async () => {
      await host.script(`
        update "Session" set "startTime" = '2026-12-07 18:00', "endTime" = '2026-12-07 19:00' where id = 102;
        delete from "Session" where id = 104`);
      assert.deepEqual(await unclaimed(), []);
      assert.deepEqual(await claims(1), ['101 15:00–16:00', '103 16:00–17:00', '102 18:00–19:00', '100 15:00–16:00']);
    });

    test('two that go at once, seen from two transactions, leave no obstacle behind', async () => {
      const other = await openPostgres(url);
      await host.script(`begin; update "Session" set status = 'cancelled' where id = 101`);
      const second = other.script(`update "Session" set status = 'cancelled' where id = 103`);
      await sleep(200);
      await host.script('commit');
      await second;
      await other.close();
      assert.deepEqual(await unclaimed(), [104]);
      assert.deepEqual(await claims(1), ['102 15:30–16:30', '100 15:00–16:00']);
    });
  });

  describe('at the same time', () => {
    /** Runs each script on a connection of its own; answers their SQLSTATEs, `ok` for those that went well. */
    async function race(scripts: readonly string[]): Promise<string[]> {
      const clients = await Promise.all(scripts.map(() => openPostgres(url)));
      const results = await Promise.all(
        scripts.map(async (sql, index) => {
          try {
            await clients[index]?.script(sql);
            return 'ok';
          } catch (error) {
            return error instanceof Error && 'code' in error ? String(error.code) : String(error);
          }
        }),
      );
      await Promise.all(clients.map((client) => client.close()));
      return results.sort();
    }
    const tally = (results: readonly string[]) =>
      Object.fromEntries([...new Set(results)].map((word) => [word, results.filter((other) => other === word).length]));

    test('of 40 writers of one time, one wins and the others are told so, soon', async () => {
      const started = performance.now();
      for (let round = 0; round < 5; round++) {
        const scripts = Array.from({ length: 40 }, (_, index) =>
          insert(round * 100 + index + 2000, '10:00', '11:00')
            .replace('01-04 ', `01-${10 + round} `)
            .replace('01-04 ', `01-${10 + round} `),
        );
        assert.deepEqual(tally(await race(scripts)), { ok: 1, '23P01': 39 });
      }
      assert.ok(performance.now() - started < 15_000);
    });

    test('of several sessions in one transaction, all or none are taken, and nobody is caught in a circle', async () => {
      for (let round = 0; round < 5; round++) {
        const scripts = Array.from({ length: 20 }, (_, index) => {
          const id = 3000 + round * 100 + index * 4;
          const day = `2027-02-${10 + round}`;
          const times = [10, 11, 12].map((hour) => `7, '${day} ${hour}:00', '${day} ${hour}:45'`);
          // Half of them in the other order.
          if (index % 2) times.reverse();
          return `begin; ${times.map((time, at) => `insert into "Session" (id, "coachId", "startTime", "endTime") values (${id + at}, ${time});`).join(' ')} commit`;
        });
        assert.deepEqual(tally(await race(scripts)), { ok: 1, '23P01': 19 });
      }
    });

    test('statements over the same coaches in different orders do not lock each other out', async () => {
      const scripts = Array.from({ length: 24 }, (_, index) => {
        const coaches = [1, 2, 3, 5, 6, 7, 8];
        if (index % 2) coaches.reverse();
        const rows = coaches.map(
          (coach, at) =>
            `(${4000 + index * 10 + at}, ${coach}, '2027-03-0${1 + (index % 3)} 10:00', '2027-03-0${1 + (index % 3)} 11:00')`,
        );
        return `insert into "Session" (id, "coachId", "startTime", "endTime") values ${rows.join(', ')}`;
      });
      assert.deepEqual(tally(await race(scripts)), { ok: 3, '23P01': 21 });
    });

    test('a writer waits for one who may still give the time back', async () => {
      const other = await openPostgres(url);
      await host.script(`begin; ${insert(1, '10:00', '11:00')}`);
      let done = false;
      const second = other.script(insert(2, '10:30', '11:30')).then(() => (done = true));
      await sleep(200);
      assert.equal(done, false);
      await host.script('rollback');
      await second;
      await other.close();
      assert.deepEqual(await claims(), ['2 10:30–11:30']);
    });
  });

  test('a bulk write over more coaches than the server has locks goes through', async () => {
    const users = 12_000;
    await host.script(`
      insert into "User" (id, email) select 1000 + i, i || '@example.com' from generate_series(1, ${users}) i;
      insert into "Session" (id, "coachId", "startTime", "endTime", status)
        select 100000 + i, 1000 + i, '2027-01-04 10:00', '2027-01-04 11:00', 'scheduled' from generate_series(1, ${users}) i;
      update "Session" set status = 'completed' where id > 100000;
      update "Session" set status = 'cancelled' where id > 100000 and id % 2 = 0`);
    const [count] = await host.values(
      `select count(*)::integer from coach_booking.booking_claim where coach_id > 1000`,
    );
    assert.equal(count, users / 2);
    await host.script('delete from "Session" where id > 100000');
  });
});
