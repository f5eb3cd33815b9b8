import type { Attendee, BookingRequest } from '../domain/booking.js';
import { toMajor } from '../domain/money.js';

export function writeBookingRequest({ rate, attendee, ...rest }: BookingRequest): Readonly<Record<string, unknown>> {
  return { ...rest, rate: toMajor(rate), currency: rate.currency, attendee: writeAttendee(attendee) };
}

export function writeAttendee({ timeZone: timezone, ...rest }: Attendee): Readonly<Record<string, unknown>> {
  return { ...rest, timezone };
}
