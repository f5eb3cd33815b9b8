import { listOf, objectOf, readBoolean, readString, recordOf } from '../../domain/read.js';
import type { ResolvedNames } from '../migrate/host-names.js';
import { HOST_TABLES } from '../migrate/host-tables.js';
import type { OneConnection } from '../migrate/one-connection.js';
import type { Finding } from './report.js';
import { ANONYMOUS, CREATED } from './schema.js';

interface Exposed {
  readonly relation: string;
  readonly kind: string;
  readonly secured: boolean;
  readonly role: string;
  readonly privileges: readonly string[];
  /** Name → condition, of those that hold for the role. */
  readonly policies: Readonly<Record<string, string>>;
}
const readExposed = objectOf<Exposed>({
  relation: readString,
  kind: readString,
  secured: readBoolean,
  role: readString,
  privileges: listOf(readString),
  policies: recordOf(readString),
});

/** What a role may do in the host's schemas, column by column too, and the policies that let it. */
const EXPOSED = `select c.oid::regclass::text as relation, c.relkind::text as kind, c.relrowsecurity as secured, a.role,
    to_jsonb(array(
      select lower(p.privilege) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'])
        with ordinality as p(privilege, position)
      where has_table_privilege(a.role, c.oid, p.privilege)
        or p.privilege in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(a.role, c.oid, p.privilege)
      order by p.position)) as privileges,
    coalesce((
      select jsonb_object_agg(p.policyname, p.cmd || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, ''))
      from pg_catalog.pg_policies p
      where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE'
        and (p.roles @> array['public'::name] or p.roles @> array[a.role::name])), '{}') as policies
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace, ${ANONYMOUS} a
  where n.nspname = any ($1::text[]) and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and has_schema_privilege(a.role, n.oid, 'USAGE')
    and c.oid not in (${CREATED})
    and not exists (select from pg_catalog.pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by n.nspname, c.relname collate "C", a.role`;

/**
 * What anybody can reach in the host's own tables: warnings, since grants and policies there are the host's own affair.
 * Row-level security without a policy lets nobody in, and is not reported.
 */
export async function verifyExposure(
  connection: OneConnection,
  names: ResolvedNames,
  add: (finding: Finding) => void,
): Promise<void> {
  const schemas = new Set(Object.keys(HOST_TABLES).map((table) => names.tables[table]?.schema ?? names.schema));
  const rows = await connection.rows(EXPOSED, [[...schemas]]);
  const byWhat = new Map<string, { readonly exposed: Exposed; readonly roles: string[] }>();
  for (const row of rows) {
    const exposed = readExposed(row);
    // TRUNCATE alone is not stopped by row-level security.
    const isShut = exposed.secured && Object.keys(exposed.policies).length === 0;
    const privileges = exposed.privileges.filter((privilege) => !isShut || privilege === 'truncate');
    if (privileges.length === 0) continue;
    const key = JSON.stringify([exposed.relation, privileges, exposed.policies]);
    const group = byWhat.get(key) ?? { exposed: { ...exposed, privileges }, roles: [] };
    group.roles.push(exposed.role);
    byWhat.set(key, group);
  }
  for (const { exposed, roles } of byWhat.values()) {
    const { relation, kind, secured, privileges, policies } = exposed;
    const names = Object.keys(policies).map((name) => JSON.stringify(name));
    const guard =
      kind === 'v' || kind === 'm'
        ? 'a view: row-level security of its tables counts only with security_invoker'
        : secured
          ? `as its policies allow: ${names.join(', ')}`
          : 'every row: row-level security is off';
    const who = roles.map((role) => (role === 'public' ? 'everybody (PUBLIC)' : role)).join(', ');
    add({
      check: 'host_table_open',
      severity: 'warning',
      message: `${who} may ${privileges.join(', ')} ${relation}, ${guard}`,
      relation,
      details: { roles, privileges, rowSecurity: secured, policies },
    });
  }
}
