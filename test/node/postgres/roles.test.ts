import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { hostSnapshot, assertKept, type HostSnapshot } from './host-snapshot.js';
import { openPglite, openPostgres, type OpenDatabase } from './open-database.js';

const fixture = readFileSync(new URL('host-fixture.sql', import.meta.url), 'utf8');

/** As Supabase sets a project up: whatever is made in `public` is open to the API's roles, but for policies. */
const PLATFORM = `
  create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges grant all on tables to anon, authenticated, service_role;
  alter default privileges grant all on functions to anon, authenticated, service_role;
  alter default privileges grant all on sequences to anon, authenticated, service_role;
  alter default privileges grant usage on schemas to anon, authenticated, service_role;
  alter default privileges grant usage on types to anon, authenticated, service_role;`;
const STRANGER = 'create role stranger nologin;';

interface Thing {
  readonly kind: string;
  readonly name: string;
}

/** Every relation, function, type and schema of the database that is not the system's. */
async function things(database: OpenDatabase): Promise<Thing[]> {
  const rows = await database.rows(`
    select case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind, c.oid::regclass::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'function', p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'schema', nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
    order by 1, 2`);
  return rows.map(({ kind, name }) => ({ kind: String(kind), name: String(name) }));
}

const keyOf = ({ kind, name }: Thing) => `${kind} ${name}`;

const TABLE_RIGHTS = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'];
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  table: TABLE_RIGHTS,
  view: TABLE_RIGHTS,
  sequence: ['usage', 'select', 'update'],
  function: ['execute'],
  schema: ['usage', 'create'],
};

/** What a role may do, as the server sees it: through PUBLIC, membership or grants, of tables or single columns. */
async function rightsOf(database: OpenDatabase, role: string, found: readonly Thing[]): Promise<string[]> {
  const rights: string[] = [];
  for (const { kind, name } of found) {
    for (const right of RIGHTS[kind] ?? assert.fail(kind)) {
      const inquiry = kind === 'view' ? 'table' : kind;
      const may = [`has_${inquiry}_privilege($1::name, $2, '${right}')`];
      if (inquiry === 'table' && ['select', 'insert', 'update', 'references'].includes(right)) {
        may.push(`has_any_column_privilege($1::name, $2, '${right}')`);
      }
      const [refused] = await database.values(`select not (${may.join(' or ')})`, role, name);
      if (refused !== true) rights.push(`${right} on ${kind} ${name}`);
    }
  }
  return rights;
}

/** A call with as many nulls as the function has arguments. */
function callOf(signature: string): string {
  const [, name = '', types = ''] = /^(.*)\((.*)\)$/.exec(signature) ?? [];
  const args = types === '' ? [] : types.split(',').map((type) => `null::${type}`);
  return `select ${name}(${args.join(', ')})`;
}

/** Statements that would use a thing, were they allowed. */
function usesOf({ kind, name }: Thing): string[] {
  switch (kind) {
    case 'function':
      return [callOf(name)];
    case 'sequence':
      return [`select nextval('${name}')`, `select last_value from ${name}`];
    case 'schema':
      return [`create table ${name}.mine (id integer)`];
    default: {
      const uses = [`select 1 from ${name} limit 1`, `insert into ${name} default values`, `delete from ${name}`];
      return kind === 'table' ? [...uses, `truncate ${name}`] : uses;
    }
  }
}

/** What really happens when the role tries. */
async function refusalOf(database: OpenDatabase, role: string, sql: string): Promise<string> {
  await database.script('begin');
  try {
    await database.script(`set local role ${role}`);
    await database.script(sql);
    return 'allowed';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    await database.script('rollback');
  }
}

function rolesOn(open: () => Promise<OpenDatabase>, prepare: string, roles: readonly string[], hasHost: boolean) {
  let database: OpenDatabase;
  let ours: Thing[];
  let host: HostSnapshot;

  before(async () => {
    database = await open();
    await database.script(`${STRANGER} ${prepare}`);
    const theirs = new Set((await things(database)).map(keyOf));
    host = await hostSnapshot(database);
    await migrate({ client: database.client });
    ours = (await things(database)).filter((thing) => !theirs.has(keyOf(thing)));
  });
  after(() => database.close());

  test('all that we made is found', () => {
    const names = new Set(ours.map(keyOf));
    const some = [
      'schema coach_booking',
      'table "BookingClaim"',
      'table "SessionAttendee"',
      'table coach_booking.outbox',
    ];
    some.push('view coach_booking.session', 'sequence "CoachSessionConfig_id_seq"');
    some.push('sequence coach_booking.document_version_id_seq', 'function coach_booking.session_written()');
    if (!hasHost) some.push('table "User"', 'sequence "User_id_seq"');
    assert.deepEqual(
      some.filter((name) => !names.has(name)),
      [],
    );
    assert.equal(names.has('table "Session"'), !hasHost);
  });

  for (const role of roles) {
    test(`${role} has no right to any of it`, async () => {
      // The extension's own functions belong to the server; without the schema nobody names them.
      const extension = await database.values(`
        select p.oid::regprocedure::text from pg_proc p join pg_depend d on d.objid = p.oid and d.deptype = 'e'
        where d.classid = 'pg_proc'::regclass`);
      const own = ours.filter(({ name }) => !extension.includes(name));
      assert.ok(own.filter(({ kind }) => kind === 'function').length > 20);
      assert.deepEqual(await rightsOf(database, role, own), []);
    });

    test(`${role} can read, write and call none of it`, async () => {
      const allowed: string[] = [];
      // Nobody can make a value of the type `internal`: functions that take one are the server's to call.
      const usable = ours.filter(({ kind, name }) => kind !== 'function' || !/\binternal\b/.test(name));
      for (const sql of usable.flatMap(usesOf)) {
        const refusal = await refusalOf(database, role, sql);
        if (refusal !== '42501') allowed.push(`${sql}: ${refusal}`);
      }
      assert.deepEqual(allowed, []);
    });
  }

  test('rows are guarded twice: every table of ours has row-level security on, and no policy', async () => {
    const tables = ours.filter(({ kind }) => kind === 'table').map(({ name }) => name);
    const open = await database.values(
      `select c.oid::regclass::text from pg_class c where c.oid = any ($1::text[]::regclass[])
       and (not c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid))`,
      tables,
    );
    assert.deepEqual(open, []);
  });

  test('functions that run as their owner look nothing up by a path of the caller', async () => {
    const open = await database.values(`
      select oid::regprocedure::text from pg_proc
      where pronamespace = 'coach_booking'::regnamespace and prosecdef
        and not coalesce('search_path=pg_catalog, pg_temp' = any (proconfig), false)`);
    assert.deepEqual(open, []);
  });

  test('whoever may write sessions gets no further by a type of their own', async () => {
    await database.script('begin');
    try {
      await database.script(`
        alter table "Session" drop constraint "Session_coachId_fkey";
        create policy write on "Session" for insert to stranger with check (true);
        grant insert on "Session" to stranger;
        grant usage on all sequences in schema public to stranger;
        set local role stranger;
        create temporary table called (by_role pg_catalog.name);
        grant insert on called to public;
        create function pg_temp.spy(value pg_catalog.text) returns pg_catalog.bool language plpgsql as $$ begin
          insert into pg_temp.called values (current_user); return true; end $$;
        create domain pg_temp.text as pg_catalog.text check (pg_temp.spy(value));
        insert into "Session" (id, "coachId", "startTime", "endTime", status)
          values (31001, 1, '2031-06-01', '2031-06-02', 'x')`);
      assert.deepEqual(await database.values('select by_role from pg_temp.called'), []);
    } finally {
      await database.script('rollback');
    }
  });

  test("the host's own grants and policies are as before, and so is whatever it had", async () => {
    assertKept(host, await hostSnapshot(database, host));
  });
}

/** A host on such a platform, with grants and policies of its own. */
const HOST = `${PLATFORM} ${fixture}
  alter table "Session" enable row level security;
  create policy "read own" on "Session" for select to authenticated using ("coachId" = 1);
  revoke insert, update, delete on "RealtorCoachProfile" from anon;`;

describe('roles', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  before(async () => (server = await startPostgres({ own: true })));
  after(() => server.stop());
  const open = async () => openPostgres(await server.createDatabase());

  describe('where there is nothing but PUBLIC', () => {
    rolesOn(open, '', ['stranger'], false);
    after(() => dropRoles(server, ['stranger']));
  });

  describe('on a platform that grants all by default', () => {
    rolesOn(open, PLATFORM, ['anon', 'authenticated', 'stranger'], false);
    after(() => dropRoles(server, ['anon', 'authenticated', 'service_role', 'stranger']));
  });

  describe('on that platform, beside a host', () => {
    rolesOn(open, HOST, ['anon', 'authenticated', 'stranger'], true);

    describe('the service role', () => {
      let database: OpenDatabase;
      before(async () => {
        const url = await server.createDatabase();
        database = await openPostgres(url);
        await database.script(`${fixture} alter default privileges grant all on tables to service_role;
          alter default privileges grant all on functions to service_role;`);
        await migrate({ client: database.client });
      });
      after(() => database.close());

      test('calls the functions that take and answer JSON, and no others', async () => {
        const rows = await database.rows(`
          select p.oid::regprocedure::text as name, has_function_privilege('service_role', p.oid, 'execute') as may,
            p.proargtypes::text = 'jsonb'::regtype::oid::text and p.prorettype = 'jsonb'::regtype and p.prokind = 'f' as call
          from pg_proc p where p.pronamespace = 'coach_booking'::regnamespace and not exists (
            select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
        assert.ok(rows.filter(({ call }) => call === true).length > 5);
        assert.deepEqual(
          rows.filter(({ may, call }) => may !== call),
          [],
        );
        assert.equal(
          await refusalOf(database, 'service_role', `select coach_booking.get_booking('{"bookingId": null}')`),
          'allowed',
        );
        assert.equal(await refusalOf(database, 'service_role', 'select from coach_booking.outbox'), '42501');
      });
    });
  });
});

describe('roles in PGlite', () => {
  rolesOn(openPglite, PLATFORM, ['anon', 'stranger'], false);
});

/** Roles belong to the whole server: the next describe makes them anew. */
async function dropRoles(server: PostgresServer, roles: readonly string[]): Promise<void> {
  const maintenance = await openPostgres(server.url);
  const databases = await maintenance.values(`select datname from pg_database where datname like 'test_%'`);
  for (const name of databases) {
    const url = new URL(server.url);
    url.pathname = `/${String(name)}`;
    await server.dropDatabase(url.href);
  }
  for (const role of roles) await maintenance.script(`drop role ${role}`);
  await maintenance.close();
}
