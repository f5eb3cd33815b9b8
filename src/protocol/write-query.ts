import type { AvailabilityQuery } from '../domain/booking.js';

export type WireQuery = Readonly<Record<string, string | number | undefined>>;

export function writeAvailabilityQuery(query: AvailabilityQuery): WireQuery {
  const { durationMinutes: duration, timeZone: timezone, ...rest } = query;
  return { ...rest, duration, timezone };
}
