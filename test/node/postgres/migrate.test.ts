import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { applyMigrations, migrate, MIGRATION_LOCK, MigrationError } from '../../../src/postgres/migrate/migrate.js';
import {
  readMigrationFiles,
  toMigrationFile,
  type MigrationFiles,
} from '../../../src/postgres/migrate/migration-files.js';
import { withConnection } from '../../../src/postgres/migrate/one-connection.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { openPglite, openPostgres, type OpenDatabase } from './open-database.js';

const files = await readMigrationFiles();
const all = [...files.steps, ...files.functions].map(({ id }) => id);

/** All of a database's structure that we make, and every row in it: one text, the same when nothing changed. */
async function everything(database: OpenDatabase): Promise<string> {
  const parts = [
    `select oid, nspacl::text from pg_namespace where nspname = 'coach_booking'`,
    `select oid, relname, relacl::text, relrowsecurity, reltriggers from (
       select *, relhastriggers as reltriggers from pg_class) c
     where relnamespace in ('coach_booking'::regnamespace, 'public'::regnamespace)`,
    `select oid, proname, prosrc, proacl::text from pg_proc where pronamespace = 'coach_booking'::regnamespace`,
    `select oid, tgname from pg_trigger where not tgisinternal`,
    `select * from coach_booking.migration`,
    `select * from coach_booking.setting`,
    `select * from coach_booking.document_version`,
  ];
  const found: unknown[] = [];
  for (const sql of parts) found.push(await database.rows(`${sql} order by 1`));
  return JSON.stringify(found, null, 1);
}

const withFiles = (database: OpenDatabase, changed: Partial<MigrationFiles>) =>
  withConnection(database.client, (connection) => applyMigrations(connection, { ...files, ...changed }));

function onEither(open: () => Promise<OpenDatabase>) {
  let database: OpenDatabase;
  beforeEach(async () => (database = await open()));
  afterEach(() => database.close());

  test('an empty database gets all, and each file is written down', async () => {
    const lines: string[] = [];
    const result = await migrate({
      client: database.client,
      now: () => Date.UTC(2026, 10, 22, 9),
      log: (line) => lines.push(line),
    });
    assert.deepEqual(result.applied, all);
    assert.ok(lines.some((line) => line.includes('0002-host')));
    const rows = await database.rows(
      `select id, checksum, coach_booking.iso(applied_at) as at from coach_booking.migration order by id`,
    );
    const expected = [...files.steps, ...files.functions].map(({ id, checksum }) => {
      return { id, checksum, at: '2026-11-22T09:00:00.000Z' };
    });
    assert.deepEqual(rows, expected);
    assert.deepEqual(await database.values('select count(*)::integer from "Session"'), [0]);
    await database.script(`insert into "User" default values`);
    await database.script(`insert into "RealtorCoachProfile" ("userDbId") values (1)`);
    const profile = `select "publicId", "defaultDuration", "allowCustomDuration", "minimumDuration", "maximumDuration"
      from "RealtorCoachProfile"`;
    assert.deepEqual(await database.rows(profile), [
      { publicId: '1', defaultDuration: 60, allowCustomDuration: false, minimumDuration: 30, maximumDuration: 120 },
    ]);
  });

  test('a second run changes nothing', async () => {
    await migrate({ client: database.client });
    const before = await everything(database);
    assert.deepEqual(await migrate({ client: database.client }), { applied: [] });
    assert.equal(await everything(database), before);
  });

  test('a client of the caller keeps its settings', async () => {
    const settings = `select name, setting from pg_settings
      where name in ('TimeZone', 'search_path', 'client_min_messages', 'statement_timeout', 'lock_timeout')`;
    await database.script(`set timezone = 'Asia/Kolkata'; set search_path = pg_catalog; set lock_timeout = '7s'`);
    const before = await database.rows(settings);
    await migrate({ client: database.client });
    assert.deepEqual(await database.rows(settings), before);
    assert.deepEqual(await database.values(`select count(*)::integer from pg_locks where locktype = 'advisory'`), [0]);
  });

  test('two at once over one client take turns', async () => {
    const results = await Promise.all([migrate({ client: database.client }), migrate({ client: database.client })]);
    assert.deepEqual(
      results.map(({ applied }) => applied.length).sort((a, b) => a - b),
      [0, all.length],
    );
  });

  test('functions that changed are applied again, and only they', async () => {
    const answering = (word: string) =>
      toMigrationFile(
        'functions/answer',
        `create or replace function coach_booking.answer(args jsonb) returns jsonb
           language sql return to_jsonb('${word}'::text);`,
      );
    const answer = () => database.values(`select coach_booking.answer('{}')`);
    await withFiles(database, { functions: [...files.functions, await answering('first')] });
    assert.deepEqual(await answer(), ['first']);
    const changed = { functions: [...files.functions, await answering('second')] };
    assert.deepEqual(await withFiles(database, changed), { applied: ['functions/answer'] });
    assert.deepEqual(await answer(), ['second']);
    assert.deepEqual(await withFiles(database, changed), { applied: [] });
  });

  test('each change of what a coach offers is a version, whoever makes it', async () => {
    await migrate({ client: database.client });
    await database.script(`
      insert into "User" default values;
      insert into "RealtorCoachProfile" ("userDbId") values (1);
      insert into "CoachSessionConfig" ("userDbId", durations, rates, rules)
        values (1, '[30, 60]', '{"30": 50, "60": 100}', '{"bufferAfterMinutes": 15}');
      update "RealtorCoachProfile" set "calendlyUrl" = 'https://calendly.com/ada';
      update "RealtorCoachProfile" set "defaultDuration" = 30;
      update "CoachSessionConfig" set "isActive" = false;
      update "CoachSessionConfig" set "isActive" = true;
      delete from "CoachSessionConfig"`);
    const versions = await database.rows(`
      select document, version from coach_booking.document_version where coach_id = 1 and kind = 'config' order by id`);
    const document = (defaultDuration: number, isActive: boolean) => ({
      durations: [30, 60],
      rates: { 30: 50, 60: 100 },
      currency: 'USD',
      isActive,
      defaultDuration,
      allowCustomDuration: false,
      minimumDuration: 30,
      maximumDuration: 120,
      bufferAfterMinutes: 15,
    });
    assert.deepEqual(
      versions.map((row) => row.document),
      [document(60, true), document(30, true), document(30, false), document(30, true), null],
    );
    const names = versions.map((row) => row.version);
    assert.equal(names[1], names[3]);
    assert.equal(new Set(names).size, 4);
    assert.equal(names[4], 'none');
  });
}

/** What does not differ: PGlite is slow to start. */
function onServer(open: () => Promise<OpenDatabase>) {
  let database: OpenDatabase;
  beforeEach(async () => (database = await open()));
  afterEach(() => database.close());

  test('a step that fails leaves the steps before it, nothing of its own, and the lock free', async () => {
    const broken = await toMigrationFile('0009-broken', 'create table coach_booking.half (id integer); select 1 / 0;');
    await assert.rejects(
      withFiles(database, { steps: [...files.steps, broken] }),
      (error) => error instanceof MigrationError && error.message.includes('0009-broken failed: division by zero'),
    );
    const ids = await database.values('select id from coach_booking.migration order by id');
    assert.deepEqual(
      ids,
      files.steps.map(({ id }) => id),
    );
    assert.deepEqual(await database.values(`select to_regclass('coach_booking.half')`), [null]);
    assert.deepEqual(
      (await migrate({ client: database.client })).applied,
      files.functions.map(({ id }) => id),
    );
  });

  test('an applied step that was changed since is refused by name, before anything is done', async () => {
    await migrate({ client: database.client });
    const before = await everything(database);
    const [first, ...rest] = files.steps;
    assert.ok(first);
    const changed = await toMigrationFile(first.id, `${first.sql}\nselect 1;`);
    const newFunction = await toMigrationFile('functions/new', 'create table coach_booking.new_table (id integer)');
    await assert.rejects(
      withFiles(database, { steps: [changed, ...rest], functions: [...files.functions, newFunction] }),
      { name: 'MigrationError', message: /^0001-base\.sql was changed after it was applied/ },
    );
    assert.equal(await everything(database), before);
  });

  test('an older version leaves a database of a later one as it is, functions included', async () => {
    const step = await toMigrationFile('9999-later', 'create table coach_booking.later (id integer)');
    const [first, ...rest] = files.functions;
    assert.ok(first);
    const newer = await toMigrationFile(first.id, `${first.sql}\n-- later`);
    await withFiles(database, { steps: [...files.steps, step], functions: [newer, ...rest] });
    const before = await everything(database);
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    assert.deepEqual(await migrate({ client: database.client, log }), { applied: [] });
    assert.match(lines.join(), /of a later version, which has 9999-later/);
    assert.equal(await everything(database), before);
  });

  test('a file saved with other line ends is the same file', async () => {
    await migrate({ client: database.client });
    const steps = await Promise.all(
      files.steps.map(({ id, sql }) => toMigrationFile(id, sql.replaceAll('\n', '\r\n'))),
    );
    assert.deepEqual(await withFiles(database, { steps }), { applied: [] });
  });

  test('versions of documents are never changed nor deleted', async () => {
    await migrate({ client: database.client });
    await database.script(`
      insert into "User" default values;
      insert into "CoachingAvailabilitySchedule" ("userDbId", timezone) values (1, 'Europe/Paris')`);
    const count = () => database.values('select count(*)::integer from coach_booking.document_version');
    assert.deepEqual(await count(), [1]);
    for (const change of ['update %s set version = 0', 'delete from %s', 'truncate %s']) {
      const sql = change.replace('%s', 'coach_booking.document_version');
      await assert.rejects(database.script(sql), /append-only/, sql);
    }
    assert.deepEqual(await count(), [1]);
  });
}

describe('migrations on Postgres', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let url: string;
  before(async () => (server = await startPostgres()));
  after(() => server.stop());
  beforeEach(async () => (url = await server.createDatabase()));

  describe('one connection', () => {
    onEither(() => openPostgres(url));
    onServer(() => openPostgres(url));
  });

  test('by the address alone', async () => {
    assert.deepEqual((await migrate({ connectionString: url })).applied, all);
  });

  test('by a pool, which gets its connection back', async () => {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      assert.deepEqual((await migrate({ client: pool })).applied, all);
      assert.deepEqual(await migrate({ client: pool }), { applied: [] });
      assert.equal(pool.idleCount, 1);
    } finally {
      await pool.end();
    }
  });

  test('of several servers that start at once, one migrates and the others wait', async () => {
    const lines: string[] = [];
    const results = await Promise.all(
      Array.from({ length: 4 }, () => migrate({ connectionString: url, log: (line) => lines.push(line) })),
    );
    assert.deepEqual(
      results.map(({ applied }) => applied.length).sort((a, b) => a - b),
      [0, 0, 0, all.length],
    );
    assert.ok(lines.includes('another migration is running; waiting for it'));
  });

  test('the second waits as long as the first takes', async () => {
    const holder = await openPostgres(url);
    await holder.rows('select pg_advisory_lock($1)', MIGRATION_LOCK);
    let done = false;
    const waiting = migrate({ connectionString: url }).finally(() => (done = true));
    await sleep(500);
    assert.equal(done, false);
    assert.deepEqual(await holder.values(`select to_regnamespace('coach_booking')`), [null]);
    await holder.close();
    assert.deepEqual((await waiting).applied, all);
  });

  test('a table in use: nobody queues up for long behind a migration that waits for it', async () => {
    const host = await openPostgres(url);
    await host.script(
      'create table "Session" (id serial primary key, "coachId" integer, "startTime" timestamp(3), "endTime" timestamp(3))',
    );
    const reader = await openPostgres(url);
    await reader.script('begin; select count(*) from "Session"');
    const lines: string[] = [];
    const log = (line: string): void => {
      lines.push(line);
    };
    let done = false;
    const waiting = migrate({ connectionString: url, log }).finally(() => {
      done = true;
    });
    const slowest = async (): Promise<number> => {
      let most = 0;
      const until = performance.now() + 4000;
      while (performance.now() < until) {
        const begun = performance.now();
        await host.rows('select count(*) from "Session"');
        most = Math.max(most, performance.now() - begun);
        await sleep(50);
      }
      return most;
    };
    assert.ok((await slowest()) < 6000);
    assert.equal(done, false);
    assert.ok(lines.includes('0002-host: a table is in use; trying again for some minutes'), lines.join('\n'));
    await reader.script('commit');
    assert.deepEqual((await waiting).applied, all);
    await reader.close();
    await host.close();
  });

  test('a migration that was killed half-way is continued', async () => {
    const victim = new pg.Client({ connectionString: url });
    victim.on('error', () => undefined);
    await victim.connect();
    const slow = await toMigrationFile(
      '0009-slow',
      'create table coach_booking.slow (id integer); select pg_sleep(30)',
    );
    const killed = withConnection(victim, (connection) =>
      applyMigrations(connection, { ...files, steps: [...files.steps, slow] }),
    );
    const fails = assert.rejects(killed, MigrationError);
    const observer = await openPostgres(url);
    const sleeping = `select pid from pg_stat_activity where query like '%pg_sleep(30)' and pid <> pg_backend_pid()`;
    let pids: readonly unknown[] = [];
    for (let tries = 0; pids.length === 0 && tries < 200; tries++) {
      await sleep(25);
      pids = await observer.values(sleeping);
    }
    await observer.rows('select pg_terminate_backend($1)', pids[0]);
    await fails;
    assert.deepEqual(await observer.values(`select to_regclass('coach_booking.slow')`), [null]);
    assert.deepEqual(
      (await migrate({ connectionString: url })).applied,
      files.functions.map(({ id }) => id),
    );
    await observer.close();
  });

  test('a pooler that changes the connection is found out', async () => {
    const clients = await Promise.all([openPostgres(url), openPostgres(url)]);
    let turn = 0;
    const pooler = {
      query(sql: string, params: unknown[]) {
        // As PgBouncer pools transactions: another connection after each.
        if (sql === 'begin') turn++;
        const client = clients[turn % 2]?.client;
        assert.ok(client && 'query' in client);
        return client.query(sql, params);
      },
    };
    await assert.rejects(migrate({ client: pooler }), /not to a pooler/);
    await Promise.all(clients.map((client) => client.close()));
  });

  test('a role that is no superuser, and owns the database, can migrate it', async () => {
    const admin = await openPostgres(url);
    const role = `owner_${process.pid}`;
    const database = new URL(url).pathname.slice(1);
    await admin.script(`create role ${role} login; alter database ${database} owner to ${role};
      alter schema public owner to ${role}`);
    const own = new URL(url);
    own.username = role;
    assert.deepEqual((await migrate({ connectionString: own.href })).applied, all);
    assert.deepEqual(await migrate({ connectionString: own.href }), { applied: [] });
    await admin.close();
    await server.dropDatabase(url);
    const maintenance = await openPostgres(server.url);
    await maintenance.script(`drop role ${role}`);
    await maintenance.close();
  });
});

describe('migrations on PGlite', () => {
  onEither(openPglite);

  test('without btree_gist it says what to give', async () => {
    const { PGlite } = await import('@electric-sql/pglite');
    const client = await PGlite.create();
    await assert.rejects(migrate({ client }), /btree_gist is not available/);
    await client.close();
  });
});
