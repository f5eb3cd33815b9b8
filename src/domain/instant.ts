import { BookingError } from './booking-error.js';
import { DAY_MS, dateOf, dayAtStart, digits } from './plain-date.js';

/** Epoch milliseconds of an RFC 3339 instant, or NaN when it is none: above all, one without an offset. */
export function readInstantMs(text: string): number {
  // Read by position, as this runs on every busy time of an availability: `Date.parse` is slower, and takes far more.
  const day = dayAtStart(text);
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = digits(text, 17, 2);
  const isInstant =
    (text[10] === 'T' || text[10] === 't' || text[10] === ' ') &&
    text[13] === ':' &&
    text[16] === ':' &&
    hours < 24 &&
    minutes < 60 &&
    seconds <= 60;
  if (!isInstant) return NaN;
  let at = 19;
  let millis = 0;
  if (text[at] === '.') {
    for (at += 1; !Number.isNaN(digits(text, at, 1)); at += 1);
    const length = Math.min(at - 20, 3);
    if (length === 0) return NaN;
    millis = digits(text, 20, length) * 10 ** (3 - length);
  }
  return day * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis - readOffsetMs(text, at);
}

/** Of `Z` or `±HH:MM` that a text ends with. */
function readOffsetMs(text: string, at: number): number {
  const sign = text[at];
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : NaN;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  const isOffset = text.length === at + 6 && text[at + 3] === ':' && hours < 24 && minutes < 60;
  if (!isOffset || (sign !== '+' && sign !== '-')) return NaN;
  return (sign === '-' ? -60_000 : 60_000) * (hours * 60 + minutes);
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

/**
 * A `formatInstant` for many instants in order: it writes the date once for all of a day. A thousand `toISOString()` cost
 * more than finding the slots that they belong to.
 */
export function instantWriter(): (ms: number) => string {
  let day = NaN;
  let date = '';
  return (ms) => {
    const dayOfMs = Math.floor(ms / DAY_MS);
    const millis = ms - dayOfMs * DAY_MS;
    if (millis % 60_000 !== 0) return formatInstant(ms);
    if (dayOfMs !== day) {
      day = dayOfMs;
      date = dateOf(day);
    }
    return date + timeOf(millis / 60_000);
  };
}

const times: string[] = [];

function timeOf(minutes: number): string {
  return (times[minutes] ??= new Date(minutes * 60_000).toISOString().slice(10));
}
