import { isCurrency } from '../../domain/money.js';
import { integer, listOf, objectOf, optional, readBoolean, readString } from '../../domain/read.js';
import type { OneConnection } from '../migrate/one-connection.js';
import type { Finding } from './report.js';

const anyInteger = integer(-2_147_483_648);

interface Overlap {
  readonly sessionId: number;
  readonly coachId: number;
  readonly start: string;
  readonly end: string;
  readonly isToCome: boolean;
  /** `session 101`, `hold …`. */
  readonly others: readonly string[];
}
const readOverlap = objectOf<Overlap>({
  sessionId: anyInteger,
  coachId: anyInteger,
  start: readString,
  end: readString,
  isToCome: readBoolean,
  others: listOf(readString),
});

const OVERLAPS = `select u.session_id as "sessionId", u.coach_id as "coachId", coach_booking.iso(u.start_time) as start,
    coach_booking.iso(u.end_time) as end, u.end_time > $1::timestamptz as "isToCome",
    to_jsonb(array(
      select c.kind || ' ' || c.reference from coach_booking.booking_claim c
      where c.coach_id = u.coach_id and c.blocked && tstzrange(u.start_time, u.end_time)
      order by c.start_time limit 10)) as others
  from coach_booking.unclaimed_session u order by u.start_time, u.session_id`;

/** As the trigger sees them. */
const LIVE = `select s.id, s.coach_id, coach_booking.utc(s.start_time) as start_time, coach_booking.utc(s.end_time) as end_time
  from coach_booking.session s
  where coach_booking.blocks(s.status::text, coach_booking.utc(s.start_time), coach_booking.utc(s.end_time))`;

const UNPROTECTED = `select s.id as "sessionId", s.coach_id as "coachId" from (${LIVE}) s
  where not exists (
      select from coach_booking.booking_claim c where c.kind = 'session' and c.reference = s.id::text
        and (c.coach_id, c.start_time, c.end_time) = (s.coach_id, s.start_time, s.end_time))
    and not exists (select from coach_booking.unclaimed_session u where u.session_id = s.id)
  order by s.id limit $1`;

const LEFT_OVER = `select c.reference, c.coach_id as "coachId" from coach_booking.booking_claim c
  where c.kind = 'session' and not exists (select from (${LIVE}) s where s.id::text = c.reference)
  order by c.reference limit $1`;

const CURRENCIES = `select s.currency_code::text as currency, count(*)::integer as count, min(s.id) as "sessionId"
  from coach_booking.session s group by 1 order by 1`;

const readRow = objectOf<{ sessionId?: number; coachId: number; reference?: string }>({
  sessionId: optional(anyInteger),
  coachId: anyInteger,
  reference: optional(readString),
});
const readCurrencyRow = objectOf<{ currency?: string; count: number; sessionId: number }>({
  currency: optional(readString),
  count: anyInteger,
  sessionId: anyInteger,
});

/** Far more than anybody reads one by one: from here on something is wrong as a whole. */
const MOST = 1000;

/**
 * Live sessions do not overlap, each has its claim, and each has a currency. Answers how many there are. Overlaps that
 * are over cannot be mended any more: they are warnings.
 */
export async function verifySessions(
  connection: OneConnection,
  add: (finding: Finding) => void,
  now: string,
): Promise<number> {
  for (const row of await connection.rows(OVERLAPS, [now])) {
    const { sessionId, coachId, start, end, isToCome, others } = readOverlap(row);
    const what = others.length > 0 ? others.join(', ') : 'another session';
    add({
      check: isToCome ? 'overlapping_sessions' : 'overlapping_past_sessions',
      severity: isToCome ? 'error' : 'warning',
      message: `session ${sessionId} of coach ${coachId}, ${start} to ${end}, overlaps ${what}`,
      coachId,
      sessionId,
      details: { start, end, others },
    });
  }
  for (const row of await connection.rows(UNPROTECTED, [MOST])) {
    const { sessionId = 0, coachId } = readRow(row);
    const message = `session ${sessionId} of coach ${coachId} is not protected from double bookings: it has no claim`;
    add({ check: 'session_without_claim', severity: 'error', message, coachId, sessionId });
  }
  for (const row of await connection.rows(LEFT_OVER, [MOST])) {
    const { reference = '', coachId } = readRow(row);
    const message = `time of coach ${coachId} is blocked for session ${reference}, which is none that is live`;
    add({ check: 'claim_without_session', severity: 'error', message, coachId, details: { reference } });
  }
  let total = 0;
  for (const row of await connection.rows(CURRENCIES)) {
    const { currency, count, sessionId } = readCurrencyRow(row);
    total += count;
    if (currency !== undefined && isCurrency(currency)) continue;
    const which = `${count} ${count === 1 ? 'session' : 'sessions'}, ${sessionId} for one`;
    const what = currency === undefined ? 'no currency' : `the currency ${JSON.stringify(currency)}, which is none`;
    const details = { count, currency: currency ?? null };
    const message = `${what}: ${which}`;
    add({ check: 'session_without_currency', severity: 'error', message, sessionId, details });
  }
  return total;
}
