import { objectOf, integer, readString } from '../../domain/read.js';
import { isCurrency } from '../../domain/money.js';
import { isTimeZone } from '../../domain/time-zone.js';
import { planCoach, type BackfillNote, type CoachPlan } from './plan.js';
import { readLegacyCoach } from './read.js';
import { columnOf, columnsOf, readHostNames, relationOf } from '../migrate/host-relations.js';
import { quoteName } from '../migrate/host-template.js';
import { withConnection, type MigrationClient, type OneConnection } from '../migrate/one-connection.js';

export interface BackfillOptions {
  /** ISO 4217, of every hourly rate. Default `USD`. */
  readonly currency?: string | undefined;
  /** A column of `"User"` or of the profile that names a coach's currency, by its name in the database. */
  readonly currencyColumn?: string | undefined;
  /** IANA zone of hours that name none, for coaches of whom the host knows none. Without it their hours are reported. */
  readonly timeZone?: string | undefined;
  /** The like of `currencyColumn`. Default: `timezone`, `timeZone` or `time_zone`, where there is one. */
  readonly timeZoneColumn?: string | undefined;
  /** Also gives a schedule to coaches who have a config already, but no schedule. */
  readonly schedules?: boolean | undefined;
  /** Decides all and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Coaches read and written at a time. Default 500. */
  readonly batchSize?: number | undefined;
  /** Stops between two batches; what was written stays. */
  readonly signal?: AbortSignal | undefined;
  /** Each coach as decided, before the batch is written. */
  readonly onCoach?: ((plan: CoachPlan) => void) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface BackfillSummary {
  /** Coaches looked at. */
  readonly coaches: number;
  /** Configs and schedules written; with `dryRun`, that would be. */
  readonly configs: number;
  readonly schedules: number;
  /** How many notes of each kind, `availability: not_understood` say. */
  readonly notes: Readonly<Record<string, number>>;
  readonly stopped: boolean;
}

const ZONE_COLUMNS = ['timezone', 'timeZone', 'time_zone'];

const HAS_CONFIG = 'exists (select from coach_booking.session_config c where c.user_id = p.user_id)';
const HAS_SCHEDULE = 'exists (select from coach_booking.availability_schedule s where s.user_id = p.user_id)';
/** Coaches for whom there is something to do; `$1`: also those who only lack a schedule. */
const PENDING = `p.user_id is not null and (not ${HAS_CONFIG}
  or $1::boolean and not ${HAS_SCHEDULE} and btrim(coalesce(p.availability, '')) <> '')`;

const LOCK = `select coach_booking.lock_coach(id) from (
  select value::integer as id from jsonb_array_elements_text($1::jsonb) order by 1) t`;

/** All of a batch in one statement. What appeared since it was read stays as it is. */
const WRITE = `with plan as (
  select * from jsonb_to_recordset($1::jsonb) as p(user_id integer, config jsonb, "defaultDuration" integer, schedule jsonb)
), configs as (
  insert into coach_booking.session_config (user_id, durations, rates, currency, is_active)
  select c.user_id, c.durations, c.rates, c.currency, true
  from plan p, jsonb_populate_record(null::coach_booking.session_config, p.config || jsonb_build_object('user_id', p.user_id)) c
  where p.config is not null
  on conflict do nothing
  returning user_id
), defaults as (
  update coach_booking.coach_profile t set default_duration = p."defaultDuration"
  from plan p join configs c on c.user_id = p.user_id
  where t.user_id = p.user_id and t.default_duration is distinct from p."defaultDuration"
), schedules as (
  insert into coach_booking.availability_schedule (user_id, timezone, rules, is_default, active)
  select p.user_id, p.schedule ->> 'timezone', p.schedule -> 'rules', true, true from plan p
  where p.schedule is not null
    and not exists (select from coach_booking.availability_schedule s where s.user_id = p.user_id)
  returning user_id
)
select (select count(*) from configs)::integer as configs, (select count(*) from schedules)::integer as schedules`;

const counts = objectOf<{ configs: number; schedules: number }>({ configs: integer(0), schedules: integer(0) });

/**
 * Gives every coach without a config one that is made from the hourly rate, and a schedule from the availability text
 * where they have none: see `planCoach`. A coach who has a config is left alone, so it may run again at any time. Goes by
 * the coach's id in batches, each a transaction. The database has to be migrated.
 * @throws TypeError for options that make no sense.
 */
export function backfill(client: MigrationClient, options: BackfillOptions = {}): Promise<BackfillSummary> {
  return withConnection(client, (connection) => run(connection, options));
}

async function run(connection: OneConnection, options: BackfillOptions): Promise<BackfillSummary> {
  const { currency = 'USD', timeZone, schedules = false, dryRun = false, batchSize = 500, signal } = options;
  const currencies = await currenciesOf(connection);
  check(options, currency, currencies);
  const select = await selectBatch(connection, options);
  const [counted] = await connection.rows(
    `select count(*)::integer as total from coach_booking.coach_profile p where ${PENDING}`,
    [schedules],
  );
  const total = Number(counted?.total ?? 0);
  const summary = { coaches: 0, configs: 0, schedules: 0, notes: {} as Record<string, number> };
  let after = -2_147_483_648;
  options.onProgress?.(0, total);
  while (signal?.aborted !== true) {
    const coaches = (await connection.rows(select, [schedules, after, batchSize])).map(readLegacyCoach);
    const last = coaches.at(-1);
    if (!last) return { ...summary, stopped: false };
    after = last.id;
    const plans = coaches.map((coach) => planCoach(coach, { currency, currencies, timeZone, schedules }));
    for (const plan of plans) {
      options.onCoach?.(plan);
      for (const note of plan.notes) count(summary.notes, note);
    }
    const written = dryRun ? wouldWrite(plans) : await write(connection, plans);
    summary.coaches += coaches.length;
    summary.configs += written.configs;
    summary.schedules += written.schedules;
    options.onProgress?.(summary.coaches, Math.max(total, summary.coaches));
  }
  return { ...summary, stopped: true };
}

function check({ timeZone }: BackfillOptions, currency: string, currencies: readonly string[] | undefined): void {
  if (!isCurrency(currency)) throw new TypeError(`${JSON.stringify(currency)} is no currency such as USD`);
  if (currencies?.includes(currency) === false) {
    throw new TypeError(`${currency} is none of the database's currencies: ${currencies.join(', ')}`);
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new TypeError(`${JSON.stringify(timeZone)} is no time zone such as Europe/Berlin`);
  }
}

type Written = Pick<BackfillSummary, 'configs' | 'schedules'>;

const wouldWrite = (plans: readonly CoachPlan[]): Written => ({
  configs: plans.filter(({ config }) => config).length,
  schedules: plans.filter(({ schedule }) => schedule).length,
});

async function write(connection: OneConnection, plans: readonly CoachPlan[]): Promise<Written> {
  const changes = plans.flatMap(({ coachId, config, schedule }) => {
    if (!config && !schedule) return [];
    return [{ user_id: coachId, config, defaultDuration: config?.defaultDuration, schedule }];
  });
  let written: Written = { configs: 0, schedules: 0 };
  if (changes.length === 0) return written;
  await connection.transaction(async () => {
    // The coach may be saving at this moment.
    await connection.rows(LOCK, [JSON.stringify(changes.map((change) => change.user_id))]);
    const [row] = await connection.rows(WRITE, [JSON.stringify(changes)]);
    written = counts(row);
  });
  return written;
}

function count(notes: Record<string, number>, { field, reason }: BackfillNote): void {
  const kind = `${field}: ${reason}`;
  notes[kind] = (notes[kind] ?? 0) + 1;
}

/** The words of the host's enum, where the currency is one. */
async function currenciesOf(connection: OneConnection): Promise<readonly string[] | undefined> {
  const rows = await connection.rows(
    `select e.enumlabel::text as word from pg_catalog.pg_enum e
     join pg_catalog.pg_attribute a on a.atttypid = e.enumtypid
     where a.attrelid = 'coach_booking.session_config'::regclass and a.attname = 'currency' order by e.enumsortorder`,
  );
  return rows.length > 0 ? rows.map(({ word }) => readString(word)) : undefined;
}

/** By the coach's id, so that each batch costs the same however many there are. */
async function selectBatch(connection: OneConnection, options: BackfillOptions): Promise<string> {
  const zone = await columnValue(connection, options.timeZoneColumn, ZONE_COLUMNS);
  const currency = await columnValue(connection, options.currencyColumn, []);
  return `select p.user_id as id, p.hourly_rate::text as "hourlyRate", p.session_length as "sessionLength",
    p.availability, coalesce(p.default_duration, 60) as "defaultDuration",
    coalesce(p.allow_custom_duration, false) as "allowCustomDuration",
    coalesce(p.minimum_duration, 30) as "minimumDuration", coalesce(p.maximum_duration, 120) as "maximumDuration",
    ${HAS_CONFIG} as "hasConfig", ${HAS_SCHEDULE} as "hasSchedule", ${zone} as "timeZone", ${currency} as currency
  from coach_booking.coach_profile p where ${PENDING} and p.user_id > $2::integer order by p.user_id limit $3::integer`;
}

/** SQL for what the first of some columns of `"User"` or the profile holds for the coach `p`. */
async function columnValue(
  connection: OneConnection,
  wanted: string | undefined,
  usual: readonly string[],
): Promise<string> {
  const names = await readHostNames(connection);
  const columns = wanted === undefined ? usual : [wanted];
  const found: string[] = [];
  for (const [table, key] of [
    ['User', 'id'],
    ['RealtorCoachProfile', 'userDbId'],
  ] as const) {
    if (!names) break;
    const relation = relationOf(names, table);
    const present = await columnsOf(connection, relation);
    const coach = quoteName(columnOf(names, table, key));
    for (const column of columns.filter((name) => present.includes(name))) {
      found.push(
        `(select nullif(btrim(h.${quoteName(column)}::text), '') from ${relation} h where h.${coach} = p.user_id limit 1)`,
      );
    }
  }
  if (wanted !== undefined && found.length === 0)
    throw new TypeError(`no table of a coach has a column ${JSON.stringify(wanted)}`);
  return found.length > 0 ? `coalesce(${found.join(', ')})` : 'null::text';
}
