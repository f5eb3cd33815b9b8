import { readAnswers } from '../domain/answers.js';
import type { AvailabilityQuery, BookingRequest, HoldRequest } from '../domain/booking.js';
import { readInstantMs } from '../domain/read-instant.js';
import { toMinor } from '../domain/money.js';
import { isPlainDate } from '../domain/plain-date.js';
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
  refuse,
  text,
  type Read,
} from '../domain/read.js';
import { readAttendeeZone, type WireAttendee } from './read-booking.js';

// What a server is asked. The readers throw `validation_failed` with the paths of the wire.

/** Longer than any id, and short enough for a log. */
export const readId: Read<string> = text(1, 200);

interface AvailabilityFields extends Omit<AvailabilityQuery, 'durationMinutes' | 'timeZone'> {
  readonly duration?: number;
  readonly timezone?: string;
}

interface BookingRequestFields extends Omit<BookingRequest, 'rate' | 'attendee'> {
  readonly rate: number;
  readonly currency: string;
  readonly attendee: WireAttendee;
}

/** An instant or a date. A `+` that was not escaped has become a space: it is read as what was meant. */
const readBoundary: Read<string> = (value, path) => {
  const boundary = text(1)(value, path).replace(/ (?=\d\d:\d\d$)/, '+');
  return isPlainDate(boundary) || readInstantMs(boundary) >= -Infinity ? boundary : refuse(path, 'invalid');
};

const readDurationText: Read<number> = (value, path) => {
  const duration = readString(value, path);
  return /^\d{1,5}$/.test(duration) ? integer(1)(Number(duration), path) : refuse(path, 'invalid');
};

const readAvailabilityFields = objectOf<AvailabilityFields>({
  coachId: readId,
  start: readBoundary,
  end: readBoundary,
  duration: optional(readDurationText),
  timezone: optional(readTimeZone),
  holdId: optional(readId),
});

const readBookingRequestFields = objectOf<BookingRequestFields>({
  coachId: readId,
  startTime: readInstant,
  endTime: readInstant,
  durationMinutes: integer(1),
  rate: readNumber,
  currency: readString,
  attendee: objectOf<WireAttendee>({ name: readString, email: readString, timezone: readString }),
  answers: optional(readAnswers),
  metadata: optional(recordOf(readJson)),
  holdId: optional(readId),
  quoteId: optional(readId),
});

/** `?coachId=` of the requests that are about one coach. */
export function readCoachId(query: URLSearchParams): string {
  return readId(query.get('coachId'), 'coachId');
}

/** Of a field that is given twice, the first counts; an empty one is none. */
export function readAvailabilityQuery(query: URLSearchParams): AvailabilityQuery {
  const given = (name: string): string | undefined => query.getAll(name).find((value) => value !== '');
  const { duration, timezone, ...rest } = readAvailabilityFields({
    coachId: given('coachId'),
    start: given('start'),
    end: given('end'),
    duration: given('duration'),
    timezone: given('timezone'),
    holdId: given('holdId'),
  });
  return {
    ...rest,
    ...(duration !== undefined && { durationMinutes: duration }),
    ...(timezone !== undefined && { timeZone: timezone }),
  };
}

/** The shape only: what a name or an address must be, and whether the times fit, is the service's to say. */
export function readBookingRequest(value: unknown): BookingRequest {
  const { rate, currency, attendee, ...rest } = readBookingRequestFields(value);
  return { ...rest, rate: toMinor(rate, currency), attendee: readAttendeeZone(attendee) };
}

export const readHoldRequest: (value: unknown) => HoldRequest = objectOf<HoldRequest>({
  coachId: readId,
  startTime: readInstant,
  durationMinutes: integer(1),
  holdId: optional(readId),
});
