/** Instants by the thousand, for the slot engine: the same answers as `readInstantMs` and `formatInstant`, in less time. */
import { formatInstant } from './instant.js';
import { DAY_MS, dateOf } from './plain-date.js';
import { readInstantMs } from './read-instant.js';

const ZERO = 48;

/** As `readInstantMs`. What `toISOString()` writes is read by position; `Date.parse` takes far more. */
export function readManyMs(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 24) return readInstantMs(text);
  const hours = twoDigitsAt(text, 11);
  const minutes = twoDigitsAt(text, 14);
  const seconds = twoDigitsAt(text, 17);
  const isCanonical =
    text.charCodeAt(4) === 45 && // -
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 && // T
    text.charCodeAt(13) === 58 && // :
    text.charCodeAt(16) === 58 &&
    text.charCodeAt(19) === 46 && // .
    text.charCodeAt(20) === ZERO &&
    text.charCodeAt(21) === ZERO &&
    text.charCodeAt(22) === ZERO &&
    text.charCodeAt(23) === 90 && // Z
    hours >= 0 &&
    hours < 24 &&
    minutes >= 0 &&
    minutes < 60 &&
    seconds >= 0 &&
    seconds < 60;
  if (!isCanonical) return readInstantMs(text);
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2);
  const day = dayOfCivil(year, twoDigitsAt(text, 5), twoDigitsAt(text, 8));
  return day * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Days since 1970-01-01 of a date from year 0, or NaN when the calendar does not have it. Months count from 1. */
function dayOfCivil(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // 30 days hath September, April, June and November.
  const length = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= length)) return NaN;
  // Years start in March, so that the leap day is their last. 400 more keep all whole numbers positive, and `| 0` true.
  const marchYear = month > 2 ? year + 400 : year + 399;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  const leapDays = ((marchYear / 4) | 0) - ((marchYear / 100) | 0) + ((marchYear / 400) | 0);
  return marchYear * 365 + leapDays + dayOfYear - 719_468 - 146_097;
}

/** The number that two digits of a text make, or a negative one if they are none. */
function twoDigitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
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
