import type pg from 'pg';
import { claimsOutOfStep, type Finding } from './check-rows.js';
import { readRows } from './read-rows.js';
import type { Rows } from './rows.js';

/**
 * What a transaction left that was torn, in words; nothing when every booking is whole. For a database of tests: after a day
 * keys go, and events when they are delivered.
 */
export async function findHalfDone(client: pg.Client | pg.PoolClient): Promise<Finding[]> {
  return halfDone(await readRows(client));
}

/** Parts that only ever come together: one without the others was left by a transaction that was torn. */
export function halfDone({ sessions, bookings, keys, events, claims }: Rows): Finding[] {
  const sessionIds = new Set(sessions.map(({ id }) => id));
  const booked = new Set(bookings.map(({ sessionId }) => sessionId));
  const bookingIds = new Set(bookings.map(({ id }) => id));
  const keyed = new Set(keys.flatMap(({ bookingId }) => bookingId ?? []));
  const announced = new Set(events.map(({ bookingId }) => bookingId));
  // Only our bookings have a price at the time of booking; the host's own rows need no attendee.
  const priced = sessions.filter(({ rateMinor }) => rateMinor !== undefined);
  return [
    ...priced.filter(({ id }) => !booked.has(id)).map(({ id }) => `session ${id} without its attendee`),
    ...bookings
      .filter(({ sessionId }) => !sessionIds.has(sessionId))
      .map(({ id }) => `booking ${id} without its session`),
    ...bookings.filter(({ id }) => !keyed.has(id)).map(({ id }) => `booking ${id} without its key`),
    ...bookings.filter(({ id }) => !announced.has(id)).map(({ id }) => `booking ${id} without its event`),
    ...keys.flatMap(({ key, bookingId }) =>
      bookingId !== undefined && !bookingIds.has(bookingId) ? [`key ${key} without its booking`] : [],
    ),
    ...events.flatMap(({ id, bookingId }) => (bookingIds.has(bookingId) ? [] : [`event ${id} without its booking`])),
    ...claimsOutOfStep({ claims, sessions }),
  ];
}
