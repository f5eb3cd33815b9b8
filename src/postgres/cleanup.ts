import { integer, objectOf, readString } from '../domain/read.js';
import type { ResolvedNames } from './migrate/host-names.js';
import { columnOf, columnsOf, readHostNames, relationOf } from './migrate/host-relations.js';
import { quoteName } from './migrate/host-template.js';
import { withConnection, type MigrationClient, type OneConnection } from './migrate/one-connection.js';
import { NotMigratedError, verify, type VerifyOptions } from './verify/verify.js';
import type { VerifyReport } from './verify/report.js';

/** A column that configs and schedules have taken the place of. */
export interface SupersededColumn {
  /** Its name in the database. */
  readonly column: string;
  /** How many coaches have something in it. */
  readonly values: number;
  /** Of these, how many have nothing that took its place: no config, or for the hours no schedule. */
  readonly unused: number;
}

/** What a cleanup would drop. */
export interface CleanupPlan {
  readonly database: string;
  /** The profile's table, quoted, with its schema. */
  readonly relation: string;
  readonly columns: readonly SupersededColumn[];
}

export interface CleanupOptions extends VerifyOptions {
  /** Asked when there is something to drop and nothing is wrong. */
  readonly confirm: (plan: CleanupPlan) => boolean | Promise<boolean>;
}

export interface CleanupResult {
  /** `refused`: verify found errors. `nothing`: the columns are gone already. */
  readonly outcome: 'dropped' | 'declined' | 'refused' | 'nothing';
  readonly plan: CleanupPlan;
  readonly report: VerifyReport;
}

const SUPERSEDED = ['hourlyRate', 'sessionLength', 'availability'] as const;
const PROFILE = 'RealtorCoachProfile';

/**
 * Drops the profile's columns that configs and schedules have taken the place of, when `verify` finds no error and
 * `confirm` agrees. The views keep these columns, empty, so everything else goes on. What else in the database needs a
 * column makes it fail as a whole (2BP01).
 * @throws NotMigratedError
 */
export async function cleanup(client: MigrationClient, options: CleanupOptions): Promise<CleanupResult> {
  const report = await verify(client, options);
  const plan = await withConnection(client, planCleanup);
  if (plan.columns.length === 0) return { outcome: 'nothing', plan, report };
  if (!report.ok) return { outcome: 'refused', plan, report };
  if (!(await options.confirm(plan))) return { outcome: 'declined', plan, report };
  await withConnection(client, (connection) => drop(connection, plan));
  return { outcome: 'dropped', plan, report };
}

const counts = objectOf<{ values: number; unused: number }>({ values: integer(0), unused: integer(0) });

async function namesOf(connection: OneConnection): Promise<ResolvedNames> {
  const names = await readHostNames(connection);
  if (!names) throw new NotMigratedError();
  return names;
}

async function planCleanup(connection: OneConnection): Promise<CleanupPlan> {
  const names = await namesOf(connection);
  const relation = relationOf(names, PROFILE);
  const present = await columnsOf(connection, relation);
  const columns: SupersededColumn[] = [];
  for (const name of SUPERSEDED) {
    const column = columnOf(names, PROFILE, name);
    if (!present.includes(column)) continue;
    const successor = name === 'availability' ? 'availability_schedule' : 'session_config';
    const [row] = await connection.rows(
      `select count(*)::integer as values, (count(*) filter (where not exists (
         select from coach_booking.${successor} s where s.user_id = p.${quoteName(columnOf(names, PROFILE, 'userDbId'))}
       )))::integer as unused
       from ${relation} p where p.${quoteName(column)} is not null`,
    );
    columns.push({ column, ...counts(row) });
  }
  const [row] = await connection.rows('select current_database()::text as name');
  return { database: readString(row?.name), relation, columns };
}

async function drop(connection: OneConnection, { relation, columns }: CleanupPlan): Promise<void> {
  const names = await namesOf(connection);
  const dropped = columns.map(({ column }) => column);
  await connection.transaction(async () => {
    await connection.script(`set local lock_timeout = '10s'; lock table ${relation} in access exclusive mode`);
    await connection.script(await profileView(connection, names, dropped));
    await connection.script(
      `alter table ${relation} ${dropped.map((column) => `drop column ${quoteName(column)}`).join(', ')}`,
    );
    await connection.rows(
      `insert into coach_booking.setting (name, value) values ('cleanup', $1)
       on conflict (name) do update set value = excluded.value`,
      [JSON.stringify({ columns: dropped })],
    );
  });
}

/** View columns that are not named after the table's. */
const OTHERWISE: Readonly<Record<string, string>> = { user_id: 'userDbId', name: 'displayName' };

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The profile's view as it is, but for nulls in place of what is dropped: their types stay, as `replace` demands. */
async function profileView(
  connection: OneConnection,
  names: ResolvedNames,
  dropped: readonly string[],
): Promise<string> {
  const rows = await connection.rows(
    `select attname::text as name, pg_catalog.format_type(atttypid, atttypmod) as type from pg_catalog.pg_attribute
     where attrelid = 'coach_booking.coach_profile'::regclass and attnum > 0 order by attnum`,
  );
  const relation = relationOf(names, PROFILE);
  const present = await columnsOf(connection, relation);
  const columns = rows.map((row) => {
    const name = readString(row.name);
    const column = columnOf(names, PROFILE, OTHERWISE[name] ?? camel(name));
    const isGone = dropped.includes(column) || !present.includes(column);
    return `${isGone ? `null::${readString(row.type)}` : quoteName(column)} as ${quoteName(name)}`;
  });
  return `create or replace view coach_booking.coach_profile as select ${columns.join(', ')} from ${relation}`;
}
