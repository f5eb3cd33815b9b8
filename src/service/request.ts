import type { BookingRequest, HoldRequest } from '../domain/booking.js';
import type { Money } from '../domain/money.js';
import { parseAnswers, parseAttendee } from '../domain/parse-attendee.js';
import {
  integer,
  objectOf,
  optional,
  readInstant,
  readJson,
  readNumber,
  readRecord,
  readString,
  refuse,
  text,
  type Read,
} from '../domain/read.js';

/**
 * Instants outside are refused, so that a margin around them (a year and more, with the longest buffers) still has a year
 * of four digits that databases know too.
 */
export const EARLIEST = Date.parse('1900-01-01T00:00:00Z');
export const LATEST = Date.parse('9998-01-01T00:00:00Z');

/** The longest `Idempotency-Key`. */
const LONGEST_KEY = 255;

const instant: Read<string> = (value, path) => {
  const read = readInstant(value, path);
  const ms = Date.parse(read);
  return ms >= EARLIEST && ms < LATEST ? read : refuse(path, 'invalid');
};

const readMetadata: Read<Readonly<Record<string, unknown>>> = (value, path) => {
  readJson(value, path);
  return readRecord(value, path);
};

/**
 * A request as it is decided on and fingerprinted: instants in one form, texts without the spaces around them.
 * Throws `validation_failed` with every field that no coach could accept.
 */
export const readRequest: (value: unknown) => BookingRequest = objectOf<BookingRequest>({
  coachId: text(1),
  startTime: instant,
  endTime: instant,
  durationMinutes: integer(1, 1440),
  rate: objectOf<Money>({ amountMinor: readNumber, currency: readString }),
  attendee: parseAttendee,
  answers: optional((value) => parseAnswers(value)),
  metadata: optional(readMetadata),
  holdId: optional(readString),
  quoteId: optional(readString),
});

/** A request for a hold, in the same manner. */
export const readHoldRequest: (value: unknown) => HoldRequest = objectOf<HoldRequest>({
  coachId: text(1),
  startTime: instant,
  durationMinutes: integer(1, 1440),
  holdId: optional(readString),
});

/** Refuses a write that could not be told from another one. */
export function checkIdempotencyKey(key: unknown): void {
  const path = 'idempotencyKey';
  if (readString(key, path) === '') refuse(path, 'required');
  if (String(key).length > LONGEST_KEY) refuse(path, 'too_long');
}
