import type { Attendee, AvailabilityQuery, BookingRequest } from '../domain/booking.js';
import { toMajor } from '../domain/money.js';

export type WireQuery = Readonly<Record<string, string | number | undefined>>;

export function writeAvailabilityQuery(query: AvailabilityQuery): WireQuery {
  const { durationMinutes: duration, timeZone: timezone, ...rest } = query;
  return { ...rest, duration, timezone };
}

export function writeBookingRequest({ rate, attendee, ...rest }: BookingRequest): Readonly<Record<string, unknown>> {
  return { ...rest, rate: toMajor(rate), currency: rate.currency, attendee: writeAttendee(attendee) };
}

export function writeAttendee({ timeZone: timezone, ...rest }: Attendee): Readonly<Record<string, unknown>> {
  return { ...rest, timezone };
}
