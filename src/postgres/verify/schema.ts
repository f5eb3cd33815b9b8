import { listOf, objectOf, readBoolean, readString } from '../../domain/read.js';
import type { ResolvedNames } from '../migrate/host-names.js';
import { columnOf, relationOf } from '../migrate/host-relations.js';
import { readMigrationFiles } from '../migrate/migration-files.js';
import type { OneConnection } from '../migrate/one-connection.js';
import type { Finding } from './report.js';

type Add = (finding: Finding) => void;

/** By table. */
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  Session: [
    'coach_booking_claims_insert',
    'coach_booking_claims_update',
    'coach_booking_claims_delete',
    'coach_booking_claims_truncate',
  ],
  BookingClaim: ['coach_booking_blocked'],
  CoachSessionConfig: ['coach_booking_version'],
  RealtorCoachProfile: ['coach_booking_version', 'coach_booking_public_id'],
  CoachingAvailabilitySchedule: ['coach_booking_version'],
};

/** The columns that we write in tables that may be the host's. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  Session: [
    'id',
    'coachId',
    'startTime',
    'endTime',
    'durationMinutes',
    'status',
    'rateAtBooking',
    'rateAtBookingMinor',
    'currencyCode',
  ],
  CoachingAvailabilitySchedule: ['id', 'userDbId', 'timezone', 'rules', 'isDefault', 'active'],
};

/** What protects bookings stands, nothing of ours is open to anybody, and the host's tables take what we write. */
export async function verifySchema(connection: OneConnection, names: ResolvedNames, add: Add): Promise<void> {
  await verifyMigrations(connection, add);
  await verifyTriggers(connection, names, add);
  await verifyConstraint(connection, names, add);
  await verifyOwnTables(connection, names, add);
  await verifyOwnFunctions(connection, add);
  await verifyRequiredColumns(connection, names, add);
}

async function verifyMigrations(connection: OneConnection, add: Add): Promise<void> {
  const rows = await connection.rows('select id, checksum from coach_booking.migration');
  const applied = new Map(rows.map(({ id, checksum }) => [readString(id), readString(checksum)]));
  const { steps, functions } = await readMigrationFiles();
  for (const { id, checksum } of [...steps, ...functions]) {
    if (applied.get(id) === checksum) continue;
    const message = `${id}.sql of this version is not applied: run coach-booking migrate`;
    add({ check: 'migration_pending', severity: 'error', message, details: { id } });
  }
}

async function verifyTriggers(connection: OneConnection, names: ResolvedNames, add: Add): Promise<void> {
  for (const [table, triggers] of Object.entries(TRIGGERS)) {
    const relation = relationOf(names, table);
    const rows = await connection.rows(
      `select t.tgname::text as name from pg_catalog.pg_trigger t
       where t.tgrelid = to_regclass($1) and t.tgenabled in ('O', 'A')`,
      [relation],
    );
    const enabled = new Set(rows.map(({ name }) => readString(name)));
    for (const trigger of triggers.filter((name) => !enabled.has(name))) {
      const message = `the trigger ${trigger} on ${relation} is missing or disabled`;
      add({ check: 'trigger_missing', severity: 'error', message, relation, details: { trigger } });
    }
  }
}

async function verifyConstraint(connection: OneConnection, names: ResolvedNames, add: Add): Promise<void> {
  const relation = relationOf(names, 'BookingClaim');
  const rows = await connection.rows(
    `select from pg_catalog.pg_constraint c where c.conrelid = to_regclass($1) and c.conname = 'BookingClaim_no_overlap'
       and c.contype = 'x' and c.convalidated and not c.condeferrable`,
    [relation],
  );
  if (rows.length > 0) return;
  const message = `the constraint BookingClaim_no_overlap on ${relation} is missing: nothing stops double bookings`;
  add({ check: 'constraint_missing', severity: 'error', message, relation });
}

/** PUBLIC, and the roles by which Supabase lets browsers in, where they are. */
export const ANONYMOUS = `(select 'public'::text as role union all
  select rolname::text from pg_catalog.pg_roles where rolname in ('anon', 'authenticated'))`;

/** The tables that we made among the host's. */
export const CREATED = `select to_regclass(t.made)::oid from coach_booking.setting s, jsonb_array_elements_text(s.value) t (made)
  where s.name = 'created' and to_regclass(t.made) is not null`;

/** Tables and views of ours: our schema's, and those that we made among the host's. */
const OWN = `select c.oid, c.oid::regclass::text as relation, c.relkind::text as kind, c.relrowsecurity as secured,
    exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid) as policies
  from pg_catalog.pg_class c
  where c.relkind in ('r', 'p', 'v', 'm') and (c.relnamespace = 'coach_booking'::regnamespace
    or c.oid in (${CREATED})
    or c.oid = any ($1::text[]::regclass[]))`;

const PRIVILEGES = `to_jsonb(array(
  select distinct a.role || ' may ' || lower(p.privilege)
  from ${ANONYMOUS} a, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p(privilege)
  where has_table_privilege(a.role, o.oid, p.privilege)
    or p.privilege in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(a.role, o.oid, p.privilege)
  order by 1)) as open`;

interface OwnTable {
  readonly relation: string;
  readonly kind: string;
  readonly secured: boolean;
  readonly policies: boolean;
  readonly open: readonly string[];
}
const readOwnTable = objectOf<OwnTable>({
  relation: readString,
  kind: readString,
  secured: readBoolean,
  policies: readBoolean,
  open: listOf(readString),
});

async function verifyOwnTables(connection: OneConnection, names: ResolvedNames, add: Add): Promise<void> {
  const claims = [relationOf(names, 'BookingClaim')];
  const sql = `select o.relation, o.kind, o.secured, o.policies, ${PRIVILEGES} from (${OWN}) o order by 1`;
  for (const row of await connection.rows(sql, [claims])) {
    const { relation, kind, secured, policies, open } = readOwnTable(row);
    if (open.length > 0) {
      const message = `${relation} of ours is open: ${open.join(', ')}`;
      add({ check: 'own_table_open', severity: 'error', message, relation, details: { open } });
    }
    if (kind !== 'r' && kind !== 'p') continue;
    if (!secured) {
      const message = `row-level security is off on ${relation}`;
      add({ check: 'row_security_off', severity: 'error', message, relation });
    }
    if (policies) {
      const message = `${relation} has a policy, which is none of ours`;
      add({ check: 'policy_on_own_table', severity: 'warning', message, relation });
    }
  }
}

async function verifyOwnFunctions(connection: OneConnection, add: Add): Promise<void> {
  const rows = await connection.rows(
    `select p.oid::regprocedure::text as function, a.role from pg_catalog.pg_proc p, ${ANONYMOUS} a
     where p.pronamespace = 'coach_booking'::regnamespace and has_function_privilege(a.role, p.oid, 'EXECUTE')
       -- Those of btree_gist do nothing but compare.
       and not exists (select from pg_catalog.pg_depend d
         where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
     union all
     select 'schema coach_booking', a.role from ${ANONYMOUS} a where has_schema_privilege(a.role, 'coach_booking', 'USAGE')
     order by 1, 2`,
  );
  for (const row of rows) {
    const [name, role] = [readString(row.function), readString(row.role)];
    const message = `${role} may use ${name} of ours`;
    add({ check: 'own_function_open', severity: 'error', message, details: { function: name, role } });
  }
}

async function verifyRequiredColumns(connection: OneConnection, names: ResolvedNames, add: Add): Promise<void> {
  for (const [table, filled] of Object.entries(FILLED)) {
    const relation = relationOf(names, table);
    const rows = await connection.rows(
      `select a.attname::text as name from pg_catalog.pg_attribute a
       where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attnotnull
         and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' order by a.attnum`,
      [relation],
    );
    const written = new Set(filled.map((column) => columnOf(names, table, column)));
    for (const column of rows.map(({ name }) => readString(name)).filter((name) => !written.has(name))) {
      const message =
        `${relation} requires ${JSON.stringify(column)}, which we do not know: ` +
        `give it a default, or fill it in a trigger before insert`;
      add({ check: 'required_column', severity: 'error', message, relation, details: { column } });
    }
  }
}
