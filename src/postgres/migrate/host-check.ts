import { listOf, readString } from '../../domain/read.js';
import { qualifiedName, quoteName, type HostFacts } from './host-template.js';
import type { ResolvedNames, ResolvedTable } from './host-names.js';
import { TABLES, type ColumnKind, type TableShape } from './host-tables.js';
import type { OneConnection } from './one-connection.js';

/** What stood before us, or why it can't be used. */
export interface HostReport extends HostFacts {
  /** Names of tables that are missing. */
  readonly missing: readonly string[];
  readonly problems: readonly string[];
}

const ACCEPTED: Readonly<Record<ColumnKind, RegExp>> = {
  integer: /^integer$/,
  bigint: /^bigint$/,
  number: /^(numeric|integer|bigint|double precision|real)/,
  text: /^(text|character varying)/,
  word: /^(text|character varying)|^enum$/,
  boolean: /^boolean$/,
  instant: /^timestamp/,
  // Of coarser times the database would round what we write, and miss its own claim.
  milliseconds: /^timestamp(\([3-6]\))? with(out)? time zone$/,
  jsonb: /^jsonb$/,
  uuid: /^uuid$/,
};
const EXPECTED: Readonly<Record<ColumnKind, string>> = {
  integer: 'integer',
  bigint: 'bigint',
  number: 'numeric',
  text: 'text',
  word: 'text or an enum',
  boolean: 'boolean',
  instant: 'a timestamp',
  milliseconds: 'timestamp(3)',
  jsonb: 'jsonb',
  uuid: 'uuid',
};

const SERVER = `
  select pg_catalog.current_setting('server_version_num')::integer >= 150000 as recent,
    exists (select from pg_catalog.pg_available_extensions where name = 'btree_gist') as extension`;
const RELATION = `
  select c.relkind::text as kind, pg_has_role(c.relowner, 'usage') as owned,
    c.relrowsecurity and c.relforcerowsecurity and not (
      select rolsuper or rolbypassrls from pg_catalog.pg_roles where rolname = current_user) as hidden
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2`;
const COLUMNS = `
  select a.attname::text as name,
    case t.typtype when 'e' then 'enum' else pg_catalog.format_type(a.atttypid, a.atttypmod) end as type
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_type t on t.oid = a.atttypid
  where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped`;
const LABELS = `
  select e.enumlabel::text as label
  from pg_catalog.pg_enum e
  join pg_catalog.pg_type t on t.oid = e.enumtypid
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where n.nspname = $1 and t.typname = $2 order by e.enumsortorder`;
const NAMESAKES = `
  select c.relname::text as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p')`;

/** `startTime` and `start_time` are alike; so are `Session` and `sessions`. */
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '').replace(/s$/, '');

const readNames = listOf(readString);

/** Reads the host's tables, and finds all that would stop the migration; it touches nothing. */
export async function inspectHost(connection: OneConnection, names: ResolvedNames): Promise<HostReport> {
  const problems: string[] = [];
  const missing: string[] = [];
  const present = new Set<string>();

  async function inspectColumns(
    name: string,
    shape: TableShape,
    { schema, table, columns }: ResolvedTable,
  ): Promise<void> {
    const rows = await connection.rows(COLUMNS, [schema, table]);
    const types = new Map(rows.map((row) => [readString(row.name, 'name'), readString(row.type, 'type')] as const));
    for (const [column, kind] of Object.entries(shape.columns)) {
      const actual = columns[column] ?? column;
      const type = types.get(actual);
      const where = `${qualifiedName(schema, table)}: column ${JSON.stringify(actual)}`;
      if (type !== undefined) {
        present.add(`${name}.${column}`);
        if (!ACCEPTED[kind].test(type)) problems.push(`${where} is ${type}, expected ${EXPECTED[kind]}`);
        continue;
      }
      const alike = [...types.keys()].find((other) => plain(other) === plain(column));
      if (alike !== undefined && !shape.optional?.includes(column)) {
        problems.push(`${where} is missing; map it if ${JSON.stringify(alike)} is meant`);
      } else if (shape.required.includes(column) || actual !== column) {
        problems.push(`${where} is missing`);
      }
    }
  }

  /** Later that is for the unique public id to see to. */
  async function inspectProfiles({ schema, table, columns }: ResolvedTable): Promise<void> {
    const user = quoteName(columns.userDbId ?? '');
    const [row] = await connection.rows(`
      select count(*)::integer as twice from (
        select from ${qualifiedName(schema, table)} where ${user} is not null group by ${user} having count(*) > 1) t`);
    if (row?.twice === 0) return;
    problems.push(`${qualifiedName(schema, table)}: column ${user} has ${String(row?.twice)} value more than once`);
  }

  for (const [name, shape] of Object.entries(TABLES)) {
    const table = names.tables[name];
    if (!table) continue;
    const qualified = qualifiedName(table.schema, table.table);
    const [relation] = await connection.rows(RELATION, [table.schema, table.table]);
    if (!relation) {
      missing.push(name);
      const namesakes = readNames(
        (await connection.rows(NAMESAKES, [table.schema])).map((row) => row.name),
        'names',
      );
      const alike = namesakes.find((other) => plain(other) === plain(name));
      if (alike !== undefined)
        problems.push(`table ${qualified} is missing; map it if ${JSON.stringify(alike)} is meant`);
      else if (table.table !== name) problems.push(`table ${qualified} is missing`);
    } else if (relation.kind !== 'r' && relation.kind !== 'p') {
      problems.push(`${qualified} is no table`);
    } else if (relation.owned !== true) {
      problems.push(`table ${qualified} belongs to another role: migrate as its owner`);
    } else if (relation.hidden === true) {
      // Our functions run as this role: what the host's policies hide would look like free time.
      problems.push(`table ${qualified} forces row-level security on its owner: migrate as a role with bypassrls`);
    } else if (name === 'BookingClaim') {
      problems.push(`table ${qualified} stands already, and is not of coach-booking`);
    } else {
      await inspectColumns(name, shape, table);
      if (name === 'RealtorCoachProfile' && present.has('RealtorCoachProfile.userDbId')) await inspectProfiles(table);
    }
  }

  const [server] = await connection.rows(SERVER);
  if (server?.recent !== true) problems.push('PostgreSQL 15 or later is needed');
  if (server?.extension !== true) {
    problems.push('the extension btree_gist is not available (PGlite: give it as extensions: { btree_gist })');
  }
  const labels = readNames(
    (await connection.rows(LABELS, [names.schema, names.currency])).map((row) => row.label),
    'labels',
  );
  const currencies = labels.length > 0 ? labels : undefined;
  return { problems, missing, present, currencies };
}
