// All that a host has in its schemas, so that before and after can be compared.
import assert from 'node:assert/strict';
import type { OpenDatabase, Row } from './open-database.js';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface HostSnapshot {
  readonly tables: readonly Table[];
  /** Every row of every table, all columns, as JSON text. */
  readonly data: ReadonlyMap<string, readonly unknown[]>;
  /** Columns, constraints, indexes, triggers, grants, policies, types, functions, sequences: a line each. */
  readonly structure: readonly string[];
}

const HOST_SCHEMAS = `n.nspname not in ('coach_booking', 'information_schema') and n.nspname !~ '^pg_'`;

const STRUCTURE: Readonly<Record<string, string>> = {
  schema: `select n.nspname, n.nspacl::text from pg_namespace n where ${HOST_SCHEMAS}`,
  relation: `
    select c.oid::regclass, c.relkind, c.relowner::regrole, c.relacl::text, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${HOST_SCHEMAS}`,
  column: `
    select a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl::text,
      pg_get_expr(d.adbin, d.adrelid)
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${HOST_SCHEMAS} and a.attnum > 0 and not a.attisdropped`,
  constraint: `
    select c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${HOST_SCHEMAS}`,
  index: `select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${HOST_SCHEMAS}`,
  trigger: `
    select t.tgrelid::regclass, t.tgenabled, pg_get_triggerdef(t.oid)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${HOST_SCHEMAS} and not t.tgisinternal`,
  policy: `
    select p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive, p.polroles::regrole[]::text,
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${HOST_SCHEMAS}`,
  type: `select t.oid::regtype, t.typacl::text, array(select enumlabel::text from pg_enum where enumtypid = t.oid order by 1)
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${HOST_SCHEMAS} and t.typtype = 'e'`,
  function: `select p.oid::regprocedure, p.proacl::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${HOST_SCHEMAS}`,
  sequence: `select schemaname, sequencename, last_value from pg_sequences n
    where schemaname <> 'coach_booking'`,
  'default grant': `select defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, defaclacl::text from pg_default_acl`,
};

async function tablesOf(database: OpenDatabase): Promise<Table[]> {
  const rows = await database.rows(`
    select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where ${HOST_SCHEMAS} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by c.oid order by 1`);
  return rows.map(({ name, columns }) => {
    assert.ok(typeof name === 'string' && Array.isArray(columns));
    return { name, columns: columns.map(String) };
  });
}

/** @param before of which the tables and columns are read again; without it, all that there are */
export async function hostSnapshot(database: OpenDatabase, before?: HostSnapshot): Promise<HostSnapshot> {
  const tables = before?.tables ?? (await tablesOf(database));
  const data = new Map<string, readonly unknown[]>();
  for (const { name, columns } of tables) {
    const sql = `select to_jsonb(t)::text from (select ${columns.join(', ')} from ${name}) t order by 1`;
    data.set(name, await database.values(sql));
  }
  const structure: string[] = [];
  for (const [kind, sql] of Object.entries(STRUCTURE)) {
    const rows = await database.rows(sql);
    structure.push(...rows.map((row: Row) => [kind, ...Object.values(row).map(String)].join(' | ')));
  }
  return { tables, data, structure: structure.sort() };
}

/** Whatever the host had is there as it was; more may be. */
export function assertKept(before: HostSnapshot, after: HostSnapshot): void {
  assert.deepEqual(after.data, before.data);
  assert.deepEqual(
    before.structure.filter((line) => !after.structure.includes(line)),
    [],
  );
}
