import type { BookingRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import type { FieldCode } from '../domain/booking-field.js';
import { checkDetails } from '../domain/check-details.js';
import { formatInstant, readInstantMs } from '../domain/instant.js';
import { isTimeZone } from '../domain/time-zone.js';

/** Instants outside are refused, so that a margin around them still has a year of four digits. */
export const EARLIEST = Date.parse('0002-01-01T00:00:00Z');
export const LATEST = Date.parse('9999-01-01T00:00:00Z');

/** The longest `Idempotency-Key`. */
const LONGEST_KEY = 255;

function readInstant(text: string): number {
  const ms = typeof text === 'string' ? readInstantMs(text) : NaN;
  return ms >= EARLIEST && ms < LATEST ? ms : NaN;
}

/**
 * A request as it is decided on and fingerprinted: instants in one form, texts without the spaces around them.
 * Throws `validation_failed` with every field that no coach could accept.
 */
export function readRequest(request: BookingRequest): BookingRequest {
  const fields: Record<string, FieldCode> = {};
  const start = readInstant(request.startTime);
  const end = readInstant(request.endTime);
  if (Number.isNaN(start)) fields['startTime'] = 'invalid';
  if (Number.isNaN(end)) fields['endTime'] = 'invalid';
  if (!Number.isInteger(request.durationMinutes)) fields['durationMinutes'] = 'invalid';

  const attendee = { ...request.attendee, name: text(request.attendee.name), email: text(request.attendee.email) };
  Object.assign(fields, checkDetails({ name: attendee.name, email: attendee.email, notes: '', answers: {} }));
  if (!isTimeZone(text(attendee.timeZone))) fields['attendee.timeZone'] = 'invalid';

  if (Object.keys(fields).length > 0) throw new BookingError('validation_failed', { fields });
  return { ...request, startTime: formatInstant(start), endTime: formatInstant(end), attendee };
}

const text = (value: string): string => (typeof value === 'string' ? value.trim() : '');

/** Refuses a write that could not be told from another one. */
export function checkIdempotencyKey(key: string): void {
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY) {
    const code = key ? 'too_long' : 'required';
    throw new BookingError('validation_failed', { fields: { idempotencyKey: code } });
  }
}

/** The start of a hold, in milliseconds. */
export function readStart(startTime: string): number {
  const start = readInstant(startTime);
  if (Number.isNaN(start)) throw new BookingError('validation_failed', { fields: { startTime: 'invalid' } });
  return start;
}
