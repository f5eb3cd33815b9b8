import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import {
  applyMigrations,
  migrate,
  MigrationError,
  type MigrateSettings,
} from '../../../src/postgres/migrate/migrate.js';
import { readMigrationFiles, toMigrationFile } from '../../../src/postgres/migrate/migration-files.js';
import { withConnection } from '../../../src/postgres/migrate/one-connection.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { assertKept, hostSnapshot } from './host-snapshot.js';
import { openPglite, openPostgres, type OpenDatabase } from './open-database.js';

const fixture = readFileSync(new URL('host-fixture.sql', import.meta.url), 'utf8');

/** What a host may have around its tables: all of it must stay. */
const SURROUNDINGS = `
  create role host_app; create role host_reader;
  grant select, insert, update on "Session", "User" to host_app;
  grant select (id, "userDbId") on "RealtorCoachProfile" to host_reader;
  alter table "Session" enable row level security;
  create policy "coaches see theirs" on "Session" for select to host_reader using ("coachId" = 1);
  create table write_log (line text);
  create function log_write() returns trigger language plpgsql as $$ begin
    insert into public.write_log values (tg_table_name || ' ' || tg_op);
    return new;
  end $$;
  create trigger touched before insert or update on "RealtorCoachProfile" for each row execute function log_write();
  create trigger touched before insert or update on "Session" for each row execute function log_write();
  create trigger touched before insert or update on "User" for each row execute function log_write();
  create trigger off before update on "User" for each row execute function log_write();
  alter table "User" disable trigger off;`;

/** Sessions by coach and start, and whether they have a claim. */
const CLAIMS = `
  select coach_id, reference::integer as session, coach_booking.iso(start_time) as start,
    coach_booking.iso(lower(blocked)) as from, coach_booking.iso(upper(blocked)) as until
  from coach_booking.booking_claim where kind = 'session' order by 1, 3, 2`;
const EXPECTED: readonly [coach: number, session: number, start: string, end: string][] = [
  [1, 101, '2026-12-07T15:00:00.000Z', '2026-12-07T16:00:00.000Z'],
  [1, 103, '2026-12-07T16:00:00.000Z', '2026-12-07T17:00:00.000Z'],
  [1, 100, '2026-12-08T15:00:00.000Z', '2026-12-08T16:00:00.000Z'],
  [2, 110, '2026-12-09T09:00:00.000Z', '2026-12-09T09:45:00.000Z'],
  [2, 111, '2026-12-09T10:00:00.000Z', '2026-12-09T11:00:00.000Z'],
  [2, 112, '2026-12-09T11:00:00.000Z', '2026-12-09T11:30:00.000Z'],
  [3, 119, '2026-03-08T02:30:00.000Z', '2026-03-08T03:30:00.000Z'],
  [3, 121, '2026-03-29T02:30:00.123Z', '2026-03-29T03:00:00.123Z'],
  [3, 120, '2026-11-01T01:30:00.000Z', '2026-11-01T02:00:00.000Z'],
  [5, 124, '1999-12-31T23:30:00.000Z', '2000-01-01T00:30:00.000Z'],
  [5, 123, '2026-12-09T09:00:00.000Z', '2026-12-09T10:30:00.000Z'],
  [6, 122, '2026-12-09T09:00:00.000Z', '2026-12-09T10:00:00.000Z'],
];
const expectedClaims = EXPECTED.map(([coach_id, session, start, until]) => {
  return { coach_id, session, start, from: start, until };
});
const UNCLAIMED = `
  select session_id, coach_id, coach_booking.iso(start_time) as start, coach_booking.iso(end_time) as end
  from coach_booking.unclaimed_session order by 1`;

async function assertOldSessions(database: OpenDatabase): Promise<void> {
  assert.deepEqual(await database.rows(CLAIMS), expectedClaims);
  assert.deepEqual(await database.rows(UNCLAIMED), [
    { session_id: 102, coach_id: 1, start: '2026-12-07T15:30:00.000Z', end: '2026-12-07T16:30:00.000Z' },
    { session_id: 104, coach_id: 1, start: '2026-12-08T15:00:00.000Z', end: '2026-12-08T15:30:00.000Z' },
  ]);
}

async function assertMigrates(database: OpenDatabase): Promise<void> {
  const host = await hostSnapshot(database);
  await migrate({ client: database.client });
  assertKept(host, await hostSnapshot(database, host));
  assert.deepEqual(await database.values('select line from write_log'), []);
  await assertOldSessions(database);

  const added = await database.rows(`
    select "publicId", "displayName", "defaultDuration", "allowCustomDuration", "minimumDuration", "maximumDuration"
    from "RealtorCoachProfile" order by id`);
  assert.deepEqual(
    added,
    ['1', '2', '3', '4', '5', '8'].map((publicId) => {
      const defaults = { defaultDuration: 60, allowCustomDuration: false, minimumDuration: 30, maximumDuration: 120 };
      return { publicId, displayName: null, ...defaults };
    }),
  );
  const prices = await database.rows(`
    select "rateAtBooking", "rateAtBookingMinor", "currencyCode"::text, count(*)::integer from "Session" group by 1, 2, 3`);
  assert.deepEqual(prices, [{ rateAtBooking: null, rateAtBookingMinor: null, currencyCode: 'USD', count: 25 }]);
  const types = await database.values(`
    select format_type(atttypid, atttypmod) from pg_attribute
    where attname in ('currency', 'currencyCode') and attrelid in ('"CoachSessionConfig"'::regclass, '"Session"'::regclass)`);
  assert.deepEqual(types, ['"Currency"', '"Currency"']);

  const once = await hostSnapshot(database);
  assert.deepEqual(await migrate({ client: database.client }), { applied: [] });
  assert.deepEqual(await hostSnapshot(database), once);
}

/** Runs the tests as on a machine of that zone: Node reads `TZ` whenever it is set. */
function onMachineIn(zone: string): void {
  const own = process.env.TZ;
  before(() => {
    process.env.TZ = zone;
    assert.equal(new Date(Date.UTC(2026, 6, 1)).getHours(), zone === 'UTC' ? 0 : 17);
  });
  after(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });
}

describe("a host's database", { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let url: string;
  let database: OpenDatabase;
  before(async () => (server = await startPostgres()));
  after(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    database = await openPostgres(url);
  });
  afterEach(async () => {
    await database.close();
    await server.dropDatabase(url);
  });

  const ZONES = ['UTC', 'America/Los_Angeles'];
  for (const machine of ZONES) {
    for (const serverZone of ZONES) {
      describe(`with the machine in ${machine} and the server in ${serverZone}`, () => {
        onMachineIn(machine);

        test('keeps every row, grant and policy, and its sessions get claims', async () => {
          const name = new URL(url).pathname.slice(1);
          await database.script(`alter database ${name} set timezone = '${serverZone}'`);
          await database.close();
          database = await openPostgres(url);
          await database.script(fixture + SURROUNDINGS);
          try {
            await assertMigrates(database);
            await database.script(`
              insert into "Session" (id, "coachId", "startTime", "endTime") values (200, 7, '2026-11-01 08:30', '2026-11-01 09:30');
              update "Session" set "startTime" = '2026-03-08 10:15', "endTime" = '2026-03-08 10:45' where id = 119`);
            const claims = await database.rows(CLAIMS);
            const times = claims.filter(({ session }) => session === 200 || session === 119).map(({ start }) => start);
            assert.deepEqual(times, ['2026-03-08T10:15:00.000Z', '2026-11-01T08:30:00.000Z']);
          } finally {
            await database.script('drop owned by host_app, host_reader; drop role host_app, host_reader');
          }
        });
      });
    }
  }

  test('a session gets its id from where the host takes it', async () => {
    await database.script(fixture);
    await migrate({ client: database.client });
    assert.deepEqual(await database.values('select coach_booking.next_session_id()'), [1001]);
    assert.deepEqual(await database.values(`select nextval('"Session_id_seq"')::integer`), [1002]);
  });

  test('a session of an identity column does, too', async () => {
    await database.script(`
      create table "User" (id serial primary key);
      create table "Session" (id integer primary key generated always as identity (start 500), "coachId" integer,
        "startTime" timestamp(3), "endTime" timestamp(3))`);
    await migrate({ client: database.client });
    assert.deepEqual(await database.values('select coach_booking.next_session_id()'), [500]);
  });

  test('may have names that need quotes, and names that our functions use', async () => {
    await database.script(`
      create table "User" (id serial primary key); insert into "User" default values;
      create table "Session" (id serial primary key, "coach {{User}}" integer, "a""b; c" timestamp(3), "before" timestamp(3),
        "after" text);
      insert into "Session" ("coach {{User}}", "a""b; c", "before") values (1, '2026-12-07 10:00', '2026-12-07 11:00')`);
    const columns = { coachId: 'coach {{User}}', startTime: 'a"b; c', endTime: 'before', status: 'after' };
    await migrate({ client: database.client, columns: { Session: { columns } } });
    await database.script(`update "Session" set "after" = 'cancelled'; update "Session" set "after" = 'ok'`);
    const twice = 'insert into "Session" select 99, "coach {{User}}", "a""b; c", "before", "after" from "Session"';
    await assert.rejects(database.script(twice), { code: '23P01' });
    await database.script('delete from "Session"');
    assert.deepEqual(await database.values('select count(*)::integer from "BookingClaim"'), [0]);
  });

  test('may keep its times to the microsecond', async () => {
    await database.script(`
      create table "User" (id serial primary key); insert into "User" default values;
      create table "Session" (id serial primary key, "coachId" integer, "startTime" timestamp, "endTime" timestamptz);
      insert into "Session" ("coachId", "startTime", "endTime") values
        (1, '2026-12-07 10:00:00.000600', '2026-12-07 11:00:00.000400+00')`);
    await migrate({ client: database.client });
    const touching = `insert into "Session" ("coachId", "startTime", "endTime")
      values (1, '2026-12-07 11:00:00.0004', '2026-12-07 12:00:00.0006+00')`;
    await database.script(touching);
    await database.script(`update "Session" set "endTime" = "endTime" - interval '5 microseconds'`);
    assert.deepEqual(
      await database.values(`select to_char(blocked_to, 'HH24:MI:SS.US') from (
        select upper(blocked) at time zone 'UTC' as blocked_to from "BookingClaim" order by blocked) c`),
      ['11:00:00.000395', '12:00:00.000595'],
    );
    await assert.rejects(database.script(touching), { code: '23P01' });
  });

  const TABLES = `
    create table users (user_id serial primary key, full_name text);
    create table coaches (pk serial primary key, user_id integer unique, hourly_rate integer, slug text unique);
    create table sessions (pk serial primary key, coach integer, "from" timestamptz, "to" timestamptz, state varchar(20));
    insert into users (full_name) values ('Ada'), ('Ben');
    insert into coaches (user_id, hourly_rate, slug) values (1, 90, 'ada-l'), (2, 80, null);
    insert into sessions (coach, "from", "to", state) values
      (1, '2026-12-07 15:00+00', '2026-12-07 16:00+00', 'Confirmed'), (1, '2026-12-07 15:30+00', '2026-12-07 16:30+00', 'ok');`;
  const NAMES: MigrateSettings['columns'] = {
    User: { table: 'users', columns: { id: 'user_id', name: 'full_name' } },
    RealtorCoachProfile: {
      table: 'coaches',
      columns: { id: 'pk', userDbId: 'user_id', hourlyRate: 'hourly_rate', publicId: 'slug' },
    },
    Session: {
      table: 'sessions',
      columns: { id: 'pk', coachId: 'coach', startTime: 'from', endTime: 'to', status: 'state' },
    },
  };

  test('may have other names', async () => {
    await database.script(`set timezone = 'America/Los_Angeles'; ${TABLES}`);
    const host = await hostSnapshot(database);
    await migrate({ client: database.client, columns: NAMES });
    const kept = await hostSnapshot(database, host);
    // The public id that a profile had not is the one thing that is filled in.
    const coaches = [
      { pk: 1, user_id: 1, hourly_rate: 90, slug: 'ada-l' },
      { pk: 2, user_id: 2, hourly_rate: 80, slug: '2' },
    ];
    assert.deepEqual(
      kept.data.get('coaches')?.map((row) => JSON.parse(String(row)) as unknown),
      coaches,
    );
    assertKept({ ...host, data: new Map([...host.data, ['coaches', kept.data.get('coaches') ?? []]]) }, kept);

    const start = '2026-12-07T15:00:00.000Z';
    assert.deepEqual(await database.rows(CLAIMS), [
      { coach_id: 1, session: 1, start, from: start, until: '2026-12-07T16:00:00.000Z' },
    ]);
    assert.deepEqual(await database.rows('select id, name from coach_booking.host_user order by id'), [
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Ben' },
    ]);
    assert.deepEqual(
      await database.values(`select public_id from coach_booking.coach_profile where hourly_rate = 90`),
      ['ada-l'],
    );
    await assert.rejects(
      database.script(
        `insert into sessions (coach, "from", "to") values (1, '2026-12-07 07:59-08', '2026-12-07 09:00-08')`,
      ),
      { code: '23P01' },
    );
    await database.script(`update sessions set state = 'CANCELED' where pk = 1`);
    assert.deepEqual(
      (await database.rows(CLAIMS)).map(({ session }) => session),
      [2],
    );
    assert.deepEqual(await database.values(`select to_regclass('"User"'), to_regclass('"Session"')`), [null]);
  });

  test('is told its names once; later runs may leave them out, and may not give others', async () => {
    await database.script(TABLES);
    await migrate({ client: database.client, columns: NAMES });
    for (const names of [{}, { columns: NAMES }, { schema: 'public' }, { columns: NAMES, schema: 'public' }]) {
      assert.deepEqual(await migrate({ client: database.client, ...names }), { applied: [] });
    }
    for (const names of [{ columns: {} }, { schema: 'app' }, { columns: { User: { table: 'people' } } }]) {
      await assert.rejects(migrate({ client: database.client, ...names }), /first migrated with other names/);
    }
  });

  for (const schema of ['app', 'My "App"']) {
    test(`may live in the schema ${schema}`, async () => {
      const quoted = `"${schema.replaceAll('"', '""')}"`;
      await database.script(`create schema ${quoted}; set search_path = ${quoted}; ${fixture}; reset search_path`);
      const host = await hostSnapshot(database);
      await migrate({ client: database.client, schema });
      assertKept(host, await hostSnapshot(database, host));
      await assertOldSessions(database);
      assert.deepEqual(
        await database.values(`select relname from pg_class where relnamespace = 'public'::regnamespace`),
        [],
      );
      assert.deepEqual(await database.values(`select to_regclass('${quoted}."BookingClaim"') is not null`), [true]);
      assert.deepEqual(await database.values('select coach_booking.next_session_id()'), [1001]);
    });
  }

  test('may have its users in another schema than its sessions', async () => {
    await database.script(
      `create schema auth; create table auth.users (id serial primary key); insert into auth.users default values`,
    );
    await migrate({ client: database.client, columns: { User: { schema: 'auth', table: 'users' } } });
    await database.script(`insert into "RealtorCoachProfile" ("userDbId") values (1)`);
    assert.deepEqual(await database.values(`select to_regclass('public."User"')`), [null]);
  });

  test('without the enum keeps currencies as text, with one that has no dollars begins with its first', async () => {
    await migrate({ client: database.client });
    const defaultOf = `select pg_get_expr(adbin, adrelid) from pg_attrdef
      where adrelid = '"Session"'::regclass and pg_get_expr(adbin, adrelid) !~ 'nextval'`;
    assert.deepEqual(await database.values(defaultOf), [`'USD'::text`]);
    await database.script(`drop schema public cascade; create schema public; drop schema coach_booking cascade;
      create type "Currency" as enum ('EUR', 'GBP')`);
    await migrate({ client: database.client });
    assert.deepEqual(await database.values(defaultOf), [`'EUR'::"Currency"`]);
  });

  test('a profile written later gets its public id, and keeps the one it is given', async () => {
    await database.script(fixture);
    await migrate({ client: database.client });
    await database.script(`
      insert into "RealtorCoachProfile" ("userDbId") values (6);
      insert into "RealtorCoachProfile" ("userDbId", "publicId") values (7, 'gina');
      update "RealtorCoachProfile" set "publicId" = 'ada' where "userDbId" = 1;
      update "RealtorCoachProfile" set "publicId" = null where "userDbId" = 2`);
    const ids = await database.values(
      `select "publicId" from "RealtorCoachProfile" where "userDbId" in (1, 2, 6, 7) order by "userDbId"`,
    );
    assert.deepEqual(ids, ['ada', '2', '6', 'gina']);
    // Else whoever signs up as user 3 would find their id taken.
    await assert.rejects(database.script(`update "RealtorCoachProfile" set "publicId" = '3' where "userDbId" = 1`), {
      code: '23514',
    });
  });

  test("a host's own migration that changes rows and then their table still runs", async () => {
    await database.script(fixture);
    await migrate({ client: database.client });
    await database.script(`begin;
      update "RealtorCoachProfile" set availability = '' where availability is null;
      alter table "RealtorCoachProfile" alter column availability set not null;
      update "Session" set status = 'scheduled' where status is null;
      alter table "Session" alter column status set not null;
      alter table "Session" add column topic text;
      commit`);
  });

  test('what the host writes while its old sessions get their claims counts', async () => {
    await database.script(fixture);
    const files = await readMigrationFiles();
    // A host with many sessions.
    const steps = await Promise.all(
      files.steps.map(({ id, sql }) =>
        toMigrationFile(id, id.startsWith('0003') ? `${sql}; select pg_sleep(1.5)` : sql),
      ),
    );
    const migration = withConnection(database.client, (connection) => applyMigrations(connection, { ...files, steps }));
    const writer = await openPostgres(url);
    let busy: readonly unknown[] = [];
    while (busy.length === 0) busy = await writer.values(`select 1 from pg_stat_activity where wait_event = 'PgSleep'`);
    await writer.script(`
      update "Session" set status = 'cancelled' where id in (101, 103);
      delete from "Session" where id = 111;
      insert into "Session" (id, "coachId", "startTime", "endTime") values (200, 7, '2026-12-07 15:00', '2026-12-07 16:00');
      update "Session" set "startTime" = '2026-12-09 18:00', "endTime" = '2026-12-09 19:00' where id = 110`);
    await migration;
    await writer.close();
    const claims = await database.rows(CLAIMS);
    const times = claims
      .filter(({ coach_id }) => [1, 2, 7].includes(Number(coach_id)))
      .map(({ session, start }) => [session, start]);
    assert.deepEqual(times, [
      [102, '2026-12-07T15:30:00.000Z'],
      [100, '2026-12-08T15:00:00.000Z'],
      [112, '2026-12-09T11:00:00.000Z'],
      [110, '2026-12-09T18:00:00.000Z'],
      [200, '2026-12-07T15:00:00.000Z'],
    ]);
    assert.deepEqual(
      (await database.rows(UNCLAIMED)).map(({ session_id }) => session_id),
      [104],
    );
  });

  const BAD: readonly [title: string, sql: string, problem: RegExp, settings?: MigrateSettings][] = [
    [
      'ids that are no integers',
      'create table "User" (id uuid primary key)',
      /"public"\."User": column "id" is uuid, expected integer/,
    ],
    [
      'times as text',
      'create table "User" (id serial primary key); create table "Session" (id serial primary key, "coachId" integer, "startTime" text, "endTime" timestamp(3))',
      /column "startTime" is text, expected timestamp\(3\)/,
    ],
    [
      'times to the second',
      'create table "Session" (id serial primary key, "coachId" integer, "startTime" timestamp(0), "endTime" timestamp(0))',
      /column "endTime" is timestamp\(0\) without time zone/,
    ],
    [
      'a status that is an enum',
      `create type state as enum ('a'); create table "Session" (id serial primary key, "coachId" integer, "startTime" timestamp(3), "endTime" timestamp(3), status state)`,
      /column "status" is enum, expected text/,
    ],
    [
      'rules as json',
      'create table "CoachingAvailabilitySchedule" (id serial primary key, "userDbId" integer, rules json)',
      /column "rules" is json, expected jsonb/,
    ],
    [
      'a column of a like name',
      'create table "Session" (id serial primary key, coach_id integer, "startTime" timestamp(3), "endTime" timestamp(3))',
      /column "coachId" is missing; map it if "coach_id" is meant/,
    ],
    [
      'a table of a like name',
      'create table sessions (id serial primary key)',
      /table "public"\."Session" is missing; map it if "sessions" is meant/,
    ],
    [
      'a table without what makes it one',
      'create table "Session" (id serial primary key)',
      /column "startTime" is missing/,
    ],
    [
      'a mapped table that is not there',
      '',
      /table "public"\."people" is missing/,
      { columns: { User: { table: 'people' } } },
    ],
    [
      'a mapped column that is not there',
      'create table "User" (id serial primary key)',
      /column "userId" is missing/,
      { columns: { User: { columns: { id: 'userId' } } } },
    ],
    ['a view in place of a table', 'create view "User" as select 1 as id', /"public"\."User" is no table/],
    ['a table of our name', 'create table "BookingClaim" (id integer)', /"public"\."BookingClaim" stands already/],
    [
      'two profiles of one user',
      'create table "RealtorCoachProfile" (id serial primary key, "userDbId" integer); insert into "RealtorCoachProfile" ("userDbId") values (4), (4)',
      /"RealtorCoachProfile": column "userDbId" has 1 value more than once/,
    ],
  ];
  for (const [title, sql, problem, settings] of BAD) {
    test(`${title}: refused before anything is touched`, async () => {
      await database.script(sql);
      const host = await hostSnapshot(database);
      await assert.rejects(migrate({ client: database.client, ...settings }), (error) => {
        assert.ok(error instanceof MigrationError);
        assert.match(error.message, problem);
        assert.ok(error.problems.some((line) => problem.test(line)));
        return true;
      });
      assert.deepEqual(await hostSnapshot(database), host);
      assert.deepEqual(await database.values(`select to_regnamespace('coach_booking')`), [null]);
    });
  }

  test('every problem is named at once', async () => {
    await database.script(
      'create table "User" (id uuid primary key); create table "Session" (id serial primary key, "coachId" text)',
    );
    await assert.rejects(migrate({ client: database.client }), (error) => {
      assert.ok(error instanceof MigrationError);
      assert.equal(error.problems.length, 4);
      return true;
    });
  });

  test('names that we do not know are a mistake of the caller', async () => {
    const columns: object = { Sesion: { table: 'sessions' } };
    await assert.rejects(migrate({ client: database.client, columns }), {
      name: 'TypeError',
      message: /columns\.Sesion: no such table/,
    });
    const misspelt: object = { Session: { columns: { startsAt: 'x' } } };
    await assert.rejects(migrate({ client: database.client, columns: misspelt }), {
      name: 'TypeError',
      message: /no such column; there are id, coachId/,
    });
  });

  test('tables whose policies bind their owner too are refused: what they hide would look free', async () => {
    const name = new URL(url).pathname.slice(1);
    await database.script(`create role plain_owner login; grant create on database ${name} to plain_owner;
      create schema host authorization plain_owner; set role plain_owner;
      create table host."Session" (id serial primary key, "coachId" integer, "startTime" timestamp(3), "endTime" timestamp(3));
      alter table host."Session" enable row level security, force row level security; reset role`);
    const own = new URL(url);
    own.username = 'plain_owner';
    await assert.rejects(
      migrate({ connectionString: own.href, schema: 'host' }),
      /"host"\."Session" forces row-level security on its owner: migrate as a role with bypassrls/,
    );
    await database.script('alter role plain_owner bypassrls');
    await migrate({ connectionString: own.href, schema: 'host' });
    await database.script('drop owned by plain_owner cascade; drop role plain_owner');
  });

  test('tables that belong to somebody else are refused', async () => {
    await database.script(`create table "User" (id serial primary key); create role outsider login;
      grant create on database ${new URL(url).pathname.slice(1)} to outsider`);
    const own = new URL(url);
    own.username = 'outsider';
    await assert.rejects(migrate({ connectionString: own.href }), /"User" belongs to another role/);
    await database.script('drop owned by outsider; drop role outsider');
  });
});

describe("a host's database in PGlite", () => {
  onMachineIn('America/Los_Angeles');

  test('keeps every row, grant and policy, and its sessions get claims', async () => {
    const database = await openPglite();
    await database.script(`set timezone = 'America/Los_Angeles'; ${fixture} ${SURROUNDINGS}`);
    await assertMigrates(database);
    await database.close();
  });
});
