import { readAnswers } from './answers.js';
import type { Attendee } from './booking.js';
import type { Answers, BookingField } from './booking-field.js';
import { checkAnswers, cleanDetails, DETAIL_LIMITS, isEmail, trimmed } from './check-details.js';
import { objectOf, readTimeZone, refuse, refuseAll, text, type Read } from './read.js';

/** A name on one line. */
export const readName: Read<string> = (value, path) => {
  const name = trimmed(text(1, DETAIL_LIMITS.name)(value, path));
  return /\p{Cc}/u.test(name) ? refuse(path, 'invalid') : name;
};

/** An address that a mail could reach. */
export const readEmail: Read<string> = (value, path) => {
  const email = trimmed(text(1, DETAIL_LIMITS.email)(value, path));
  return isEmail(email) ? email : refuse(path, 'invalid');
};

const readAttendee = objectOf<Pick<Attendee, 'name' | 'email' | 'timeZone'>>({
  name: readName,
  email: readEmail,
  timeZone: readTimeZone,
});

/** Who books; more fields than the known are kept. Throws `validation_failed` with paths such as `attendee.email`. */
export function parseAttendee(value: unknown, path = 'attendee'): Attendee {
  return { ...readAttendee(value, path) };
}

/**
 * The answers to a coach's fields, and the visitor's `notes`: trimmed, numbers as numbers, empty ones left out. Answers
 * to questions that were not asked are kept. Throws `validation_failed` with paths such as `answers.goal`.
 */
export function parseAnswers(value: unknown, fields: readonly BookingField[] = []): Answers {
  const { notes = '', ...answers } = readAnswers(value ?? {}, 'answers');
  const details = { name: '', email: '', notes: String(notes), answers };
  const errors = checkAnswers(details, fields);
  if (Object.keys(errors).length > 0) refuseAll(errors);
  const clean = cleanDetails(details, fields);
  return { ...clean.answers, ...(clean.notes && { notes: clean.notes }) };
}
