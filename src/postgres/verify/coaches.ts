import { isBookingError } from '../../domain/booking-error.js';
import { parseSessionConfig } from '../../domain/parse-config.js';
import { readSchedule } from '../../domain/parse-schedule.js';
import { integer, objectOf, readBoolean, readJson, type Read } from '../../domain/read.js';
import type { OneConnection } from '../migrate/one-connection.js';
import type { Finding } from './report.js';

interface CoachRow {
  readonly id: number;
  readonly config: unknown;
  readonly schedule: unknown;
  /** No schedule says otherwise. */
  readonly active: boolean;
}

const anything: Read<unknown> = (value, path) => readJson(value, path, 64);
const readCoach = objectOf<CoachRow>({
  id: integer(-2_147_483_648),
  config: anything,
  schedule: anything,
  active: readBoolean,
});

const BATCH = `select p.user_id as id, coach_booking.config_document(p.user_id) as config, s.document as schedule,
    coalesce((s.document ->> 'active')::boolean, true) as active
  from coach_booking.coach_profile p
  cross join lateral (select coach_booking.schedule_document(p.user_id) as document) s
  where p.user_id > $1 order by p.user_id limit $2`;

/** Every active coach has a config and a schedule that the domain reads. Answers how many coaches there are. */
export async function verifyCoaches(
  connection: OneConnection,
  add: (finding: Finding) => void,
  batchSize: number,
): Promise<number> {
  let count = 0;
  let after = -2_147_483_648;
  for (;;) {
    const rows = (await connection.rows(BATCH, [after, batchSize])).map((row) => readCoach(row));
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
    count += rows.length;
    for (const row of rows) checkCoach(row, add);
  }
}

function checkCoach({ id, config, schedule, active }: CoachRow, add: (finding: Finding) => void): void {
  const about = { coachId: id, severity: 'error' } as const;
  if (config === null || config === undefined) {
    if (active) add({ ...about, check: 'coach_without_config', message: `coach ${id} has no config` });
  } else {
    const wrong = problemOf(() => parseSessionConfig(config));
    if (wrong) add({ ...about, check: 'config_invalid', message: `the config of coach ${id} is refused: ${wrong}` });
  }
  if (schedule === null || schedule === undefined) {
    const message = `coach ${id} has no schedule, so there is nothing to book`;
    add({ ...about, check: 'coach_without_schedule', severity: 'warning', message });
  } else {
    const wrong = problemOf(() => readSchedule(schedule));
    if (wrong)
      add({ ...about, check: 'schedule_invalid', message: `the schedule of coach ${id} is refused: ${wrong}` });
  }
}

/** What the domain refuses, `rates.60: required`; null when it takes it. */
function problemOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (isBookingError(error)) return error.message;
    throw error;
  }
}
