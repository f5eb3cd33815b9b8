import { readAnswers } from '../domain/answers.js';
import type { Booking, Hold } from '../domain/booking.js';
import { toMinor } from '../domain/money.js';
import {
  integer,
  objectOf,
  optional,
  readInstant,
  readJson,
  readNumber,
  readString,
  readTimeZone,
  recordOf,
  text,
} from '../domain/read.js';

/** A booking as the wire has it: the price in major units of `currencyCode`. */
export interface WireBooking extends Omit<Booking, 'rate' | 'attendee'> {
  readonly rateAtBooking: number;
  readonly currencyCode: string;
  readonly attendee?: WireAttendee;
}

export interface WireAttendee {
  readonly name: string;
  readonly email: string;
  readonly timezone: string;
}

const readWireBooking = objectOf<WireBooking>({
  id: text(1),
  sessionId: text(1),
  coachId: text(1),
  status: text(1),
  startTime: readInstant,
  endTime: readInstant,
  durationMinutes: integer(1),
  rateAtBooking: readNumber,
  currencyCode: readString,
  manageToken: optional(readString),
  attendee: optional(objectOf<WireAttendee>({ name: readString, email: readString, timezone: readTimeZone })),
  answers: optional(readAnswers),
  metadata: optional(recordOf(readJson)),
});

// The readers throw `validation_failed` with the paths of the wire.

export function readBooking(value: unknown): Booking {
  const { rateAtBooking, currencyCode, attendee, ...rest } = readWireBooking(value);
  const rate = toMinor(rateAtBooking, currencyCode, 'rateAtBooking');
  return { ...rest, rate, ...(attendee && { attendee: readAttendeeZone(attendee) }) };
}

export const readHold: (value: unknown) => Hold = objectOf<Hold>({
  holdId: text(1),
  expiresAt: readInstant,
  serverNow: readInstant,
});

/** Gives the zone the name that it has in code; other fields stay. */
export function readAttendeeZone({ timezone: timeZone, ...rest }: WireAttendee): NonNullable<Booking['attendee']> {
  return { ...rest, timeZone };
}
