import { readAnswers } from '../../domain/answers.js';
import { parseSessionConfig } from '../../domain/parse-config.js';
import { oneOf, readSchedule } from '../../domain/parse-schedule.js';
import type { Attendee, Booking, Hold } from '../../domain/booking.js';
import { BookingError, type WriteOutcome } from '../../domain/booking-error.js';
import type { Money } from '../../domain/money.js';
import {
  integer,
  listOf,
  objectOf,
  optional,
  readBoolean,
  readCurrency,
  readInstant,
  readJson,
  readNumber,
  readRecord,
  readString,
  recordOf,
  refuse,
  text,
  type Read,
} from '../../domain/read.js';
import type { Busy } from '../../domain/slot.js';
import type { CoachProfile, CoachSnapshot, CommitResult, HoldResult, KeyRecord } from '../../ports/booking-store.js';
import type { BookingEvent, OutboxEntry } from '../../ports/outbox.js';

/**
 * Reads what the database answered. What breaks our own rules is our fault, not that of the caller's request. After a
 * write the `outcome` is `unknown`.
 */
export function readAnswer<T>(read: Read<T>, answer: unknown, outcome: WriteOutcome = 'not_applied'): T {
  try {
    return read(answer, '');
  } catch (cause) {
    throw new BookingError('unknown', { message: 'what is stored is not valid', outcome, cause });
  }
}

const readProfile = objectOf<CoachProfile>({
  id: text(1),
  name: text(1),
  title: optional(readString),
  bio: optional(readString),
  avatarUrl: optional(readString),
  timezone: text(1),
  calendlyUrl: optional(readString),
  eventTypeUrl: optional(readString),
});

const readMinutes = integer(0);

/** `[start, end, bufferBeforeMinutes, bufferAfterMinutes, isSession]` */
const readBusy: Read<Busy> = (value, path) => {
  const row: readonly unknown[] = Array.isArray(value) ? value : refuse(path, 'invalid');
  const [start, end, before, after, isSession] = row;
  return {
    start: readIsoInstant(start, path),
    end: readIsoInstant(end, path),
    bufferBeforeMinutes: readMinutes(before, path),
    bufferAfterMinutes: readMinutes(after, path),
    isSession: readBoolean(isSession, path),
  };
};

/** An instant as we write it ourselves: `readInstant` takes every form, at four times the cost. */
const readIsoInstant: Read<string> = (value, path) => {
  const text = readString(value, path);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? text : refuse(path, 'invalid');
};

export const readSnapshot: Read<CoachSnapshot> = objectOf<CoachSnapshot>({
  coach: readProfile,
  config: parseSessionConfig,
  schedule: readSchedule,
  version: text(1),
  configVersion: text(1),
  scheduleVersion: text(1),
  busy: listOf(readBusy),
});

const readPerson = objectOf<Pick<Attendee, 'name' | 'email' | 'timeZone'>>({
  name: readString,
  email: readString,
  timeZone: readString,
});
const readAttendee: Read<Attendee> = (value, path) => ({ ...readPerson(value, path) });

export const readBooking: Read<Booking> = objectOf<Booking>({
  id: text(1),
  sessionId: text(1),
  coachId: text(1),
  status: text(1),
  startTime: readInstant,
  endTime: readInstant,
  durationMinutes: integer(1),
  rate: objectOf<Money>({ amountMinor: integer(0), currency: readCurrency }),
  manageToken: optional(readString),
  attendee: optional(readAttendee),
  answers: optional(readAnswers),
  metadata: optional(recordOf(readJson)),
});

const readOutcome = objectOf<{ readonly outcome: string }>({ outcome: text(1) });

/** The word for what happened. A coach that is not known is `not_found`, wherever they are asked for. */
export function outcomeOf(answer: unknown, coachId: string, open: WriteOutcome = 'not_applied'): string {
  const { outcome } = readAnswer(readOutcome, answer, open);
  if (outcome === 'not_found') throw notFound(coachId);
  return outcome;
}

export const notFound = (coachId: string): BookingError =>
  new BookingError('not_found', { message: `no coach ${JSON.stringify(coachId)}` });

export const readCommitResult: Read<CommitResult> = (value, path) => {
  const { outcome, booking, retryAfterMs } = readRecord(value, path);
  const word = oneOf(
    'booked',
    'replayed',
    'taken',
    'stale',
    'mismatch',
    'hold_expired',
    'in_progress',
  )(outcome, 'outcome');
  if (word === 'booked' || word === 'replayed') return { outcome: word, booking: readBooking(booking, 'booking') };
  if (word === 'in_progress') return { outcome: word, retryAfterMs: readNumber(retryAfterMs, 'retryAfterMs') };
  return { outcome: word };
};

const readHold = objectOf<Hold>({ holdId: text(1), expiresAt: readInstant, serverNow: readInstant });

export const readHoldResult: Read<HoldResult> = (value, path) => {
  const { outcome, hold, retryAfterMs } = readRecord(value, path);
  const word = oneOf('held', 'taken', 'stale', 'hold_expired', 'too_many')(outcome, 'outcome');
  if (word === 'held') return { outcome: word, hold: readHold(hold, 'hold') };
  if (word === 'too_many') return { outcome: word, retryAfterMs: readNumber(retryAfterMs, 'retryAfterMs') };
  return { outcome: word };
};

export const readKeyRecord: Read<KeyRecord> = objectOf<KeyRecord>({ fingerprint: text(1), result: readCommitResult });

export const readOutboxEntry: Read<OutboxEntry> = objectOf<OutboxEntry>({
  event: objectOf<BookingEvent>({
    id: text(1),
    type: text(1),
    createdAt: readInstant,
    coachId: text(1),
    booking: readBooking,
  }),
  attempts: integer(1),
});

/** The id of an event that may not be readable otherwise. */
export const readEventId: Read<string> = (value, path) =>
  readString(readRecord(readRecord(value, path).event).id, path);
