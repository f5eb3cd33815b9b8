import { BookingError } from './booking-error.js';
import { isPlainDate } from './plain-date.js';

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Epoch milliseconds of an RFC 3339 instant, or NaN when it is none: above all, one without an offset. */
export function readInstantMs(text: string): number {
  const [, date = '', hours, minutes, seconds, fraction = '', sign, offsetHours, offsetMinutes] =
    RFC_3339.exec(text) ?? [];
  if (!isPlainDate(date)) return NaN;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === '-' ? -1 : 1);
  const wall = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return Date.parse(date) + wall + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset * 60_000;
}

/**
 * Epoch milliseconds of an instant in any RFC 3339 form (`2026-03-01T09:00:00+01:00`); parts of a millisecond are cut off.
 * Throws `validation_failed` at `path`.
 */
export function parseInstant(text: string, path = 'instant'): number {
  const ms = readInstantMs(text);
  if (Number.isNaN(ms)) {
    throw new BookingError('validation_failed', {
      message: `${path}: no RFC 3339 instant with an offset`,
      fields: { [path]: 'invalid' },
    });
  }
  return ms;
}

/** Writes an instant as `Date.prototype.toISOString()` does. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}
