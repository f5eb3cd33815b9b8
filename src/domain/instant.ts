import { BookingError } from './booking-error.js';
import { DAY_MS, dateOf, dayAtStart, twoDigitsAt } from './plain-date.js';

const COLON = 58;
const POINT = 46;
const CAPITAL_Z = 90;
const AFTER_SECONDS = /^(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Epoch milliseconds of an RFC 3339 instant, or NaN when it is none: above all, one without an offset. */
export function readInstantMs(text: unknown): number {
  if (typeof text !== 'string') return NaN;
  // Read by position, as this runs on every busy time of an availability: `Date.parse` is slower, and takes far more.
  const hours = twoDigitsAt(text, 11);
  const minutes = twoDigitsAt(text, 14);
  const seconds = twoDigitsAt(text, 17);
  const isTime =
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    hours >= 0 &&
    hours < 24 &&
    minutes >= 0 &&
    minutes < 60 &&
    seconds >= 0 &&
    seconds <= 60;
  // RFC 3339, 5.6: `T`, `t` or a space.
  const separator = text.charCodeAt(10);
  if (!isTime || (separator !== 84 && separator !== 116 && separator !== 32)) return NaN;
  const ms = dayAtStart(text) * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const isCanonical = text.length === 24 && text.charCodeAt(19) === POINT && text.charCodeAt(23) === CAPITAL_Z;
  const millis = isCanonical ? twoDigitsAt(text, 20) * 10 + text.charCodeAt(22) - 48 : -1;
  return millis === 0 ? ms : ms + readAfterSeconds(text.slice(19));
}

/** Milliseconds of the fraction, less the offset. */
function readAfterSeconds(text: string): number {
  const match = AFTER_SECONDS.exec(text);
  if (!match) return NaN;
  const [, fraction = '', sign, hours = 0, minutes = 0] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return Number(fraction.slice(0, 3).padEnd(3, '0')) - offset;
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

/** A year of days: the times that coaches offer are the same ones again and again. */
const MAX_DAYS = 400;
const STEP = 5 * 60_000;
/** Instants on whole five minutes as they were written, by day. */
const written = new Map<number, string[]>();
/** `T00:00:00.000Z` and so on, of a day's steps. */
const times: string[] = [];

/**
 * A `formatInstant` for many instants in order, which remembers what it wrote: a thousand `toISOString()` cost more than
 * finding the slots that they belong to.
 */
export function instantWriter(): (ms: number) => string {
  let day = NaN;
  let ofDay: string[] = [];
  return (ms) => {
    const dayOfMs = Math.floor(ms / DAY_MS);
    const step = (ms - dayOfMs * DAY_MS) / STEP;
    if (!Number.isInteger(step)) return formatInstant(ms);
    if (dayOfMs !== day) {
      day = dayOfMs;
      ofDay = writtenOn(day);
    }
    return (ofDay[step] ??= dateOf(day) + (times[step] ??= formatInstant(step * STEP).slice(10)));
  };
}

function writtenOn(day: number): string[] {
  let ofDay = written.get(day);
  if (!ofDay) {
    if (written.size >= MAX_DAYS) written.clear();
    written.set(day, (ofDay = []));
  }
  return ofDay;
}
