import type pg from 'pg';
import type { Rows } from './rows.js';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

const text = (value: Cell | undefined): string => String(value);
const optionalText = (value: Cell | undefined): string | undefined => (value == null ? undefined : String(value));
const optionalNumber = (value: Cell | undefined): number | undefined => (value == null ? undefined : Number(value));

/** Milliseconds of a `timestamptz` expression. */
const ms = (expression: string): string => `(extract(epoch from ${expression}) * 1000)::float8`;

/**
 * When the transaction that wrote a row committed, in microseconds; 0 without `track_commit_timestamp`. The commits of two
 * transactions under one lock are in this order.
 */
const order = (table: string): string => `case when current_setting('track_commit_timestamp')::boolean
  then (extract(epoch from pg_xact_commit_timestamp(${table}.xmin)) * 1000000)::float8 else 0 end`;

/** Reads everything in one snapshot, from the tables themselves rather than through our functions. */
export async function readRows(client: pg.Client | pg.PoolClient): Promise<Rows> {
  const query = async (sql: string): Promise<readonly Row[]> => (await client.query<Row>(sql)).rows;
  await client.query('begin isolation level repeatable read read only');
  try {
    const [clock] = await query(`select ${ms('clock_timestamp()')} as now`);
    const claims = await query(
      `select c.id, p."publicId" as coach, c.kind, c.reference, ${ms('c."startTime"')} as start, ${ms('c."endTime"')} as end,
         c."bufferBeforeMinutes" as before, c."bufferAfterMinutes" as after, ${ms('c."expiresAt"')} as expires
       from "BookingClaim" c join "RealtorCoachProfile" p on p."userDbId" = c."coachId"`,
    );
    const sessions = await query(
      `select s.id, p."publicId" as coach, ${ms(`s."startTime" at time zone 'UTC'`)} as start,
         ${ms(`s."endTime" at time zone 'UTC'`)} as end, s."durationMinutes" as minutes, s.status,
         s."rateAtBookingMinor" as rate, s."currencyCode"::text as currency,
         exists (select from coach_booking.unclaimed_session u where u.session_id = s.id) as unclaimed,
         ${order('s')} as order
       from "Session" s join "RealtorCoachProfile" p on p."userDbId" = s."coachId"`,
    );
    const bookings = await query(
      `select a.id, a."sessionId" as session, a.name, a.email, a.timezone, ${order('a')} as order from "SessionAttendee" a`,
    );
    const keys = await query(
      `select p."publicId" as coach, k.key, k.result ->> 'outcome' as outcome, k.result -> 'booking' ->> 'id' as booking
       from coach_booking.idempotency_key k join "RealtorCoachProfile" p on p."userDbId" = k.coach_id`,
    );
    const documents = await query(
      `select p."publicId" as coach, d.kind, d.document::text as document, ${order('d')} as order
       from coach_booking.document_version d join "RealtorCoachProfile" p on p."userDbId" = d.coach_id`,
    );
    const events = await query(
      `select o.id, coalesce(o.payload -> 'booking' ->> 'id', o.payload ->> 'id') as booking from coach_booking.outbox o`,
    );
    return {
      now: Number(clock?.now),
      claims: claims.map((row) => ({
        id: text(row.id),
        coachId: text(row.coach),
        kind: text(row.kind),
        reference: text(row.reference),
        start: Number(row.start),
        end: Number(row.end),
        bufferBeforeMinutes: Number(row.before),
        bufferAfterMinutes: Number(row.after),
        expiresAt: optionalNumber(row.expires),
      })),
      sessions: sessions.map((row) => ({
        id: text(row.id),
        coachId: text(row.coach),
        start: Number(row.start),
        end: Number(row.end),
        durationMinutes: Number(row.minutes),
        status: text(row.status),
        rateMinor: optionalNumber(row.rate),
        currency: optionalText(row.currency),
        unclaimed: row.unclaimed === true,
        order: Number(row.order),
      })),
      bookings: bookings.map((row) => ({
        id: text(row.id),
        sessionId: text(row.session),
        name: text(row.name),
        email: text(row.email),
        timeZone: text(row.timezone),
        order: Number(row.order),
      })),
      keys: keys.map((row) => ({
        coachId: text(row.coach),
        key: text(row.key),
        outcome: text(row.outcome),
        bookingId: optionalText(row.booking),
      })),
      documents: documents.map((row) => ({
        coachId: text(row.coach),
        kind: text(row.kind),
        document: JSON.parse(text(row.document)) as unknown,
        order: Number(row.order),
      })),
      events: events.map((row) => ({ id: text(row.id), bookingId: text(row.booking) })),
    };
  } finally {
    await client.query('rollback');
  }
}
