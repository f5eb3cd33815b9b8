import { BookingError } from '../domain/booking-error.js';

const MAXIMUM_LENGTH = 255;

/**
 * Reads `Idempotency-Key`, bare as Stripe sends it or quoted as the IETF draft has it (a structured-field string): both
 * forms are one key. Throws `validation_failed`: 400 when it is missing, 422 when it is not 1 to 255 visible characters.
 */
export function readIdempotencyKey(header: string | null): string {
  const text = header?.trim() ?? '';
  const key = /^".*"$/.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
  if (key === '') throw refused('required', 400);
  if (key.length > MAXIMUM_LENGTH) throw refused('too_long');
  if (!/^[\x20-\x7e]+$/.test(key)) throw refused('invalid');
  return key;
}

function refused(code: 'required' | 'too_long' | 'invalid', status = 422): BookingError {
  return new BookingError('validation_failed', {
    status,
    fields: { idempotencyKey: code },
    message: `Idempotency-Key: ${code}`,
  });
}
