/**
 * Calendar dates without a time or a zone, as `YYYY-MM-DD`. All arithmetic runs on whole days since 1970-01-01,
 * so the machine's own time zone never takes part (date-fns would use it).
 */

export const DAY_MS = 86_400_000;

const HYPHEN = 45;
const ZERO = 48;

/** Days since 1970-01-01 of a date from year 0, or NaN when the calendar does not have it. Months count from 1. */
export function dayOfCivil(year: number, month: number, day: number): number {
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
export function twoDigitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** Days since 1970-01-01 of the date that a text starts with, or NaN. */
export function dayAtStart(text: string): number {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NaN;
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2);
  return dayOfCivil(year, twoDigitsAt(text, 5), twoDigitsAt(text, 8));
}

/** Days since 1970-01-01, or NaN for a text that is no date of the calendar. */
export function dayOf(date: string): number {
  return date.length === 10 ? dayAtStart(date) : NaN;
}

/** The date that is a number of days after 1970-01-01. */
export function dateOf(day: number): string {
  // The inverse of dayOfCivil: eras of 400 years, and years that start in March.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9999))
    return Number.isFinite(day) ? new Date(day * DAY_MS).toISOString().slice(0, -14) : '';
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether a text is a date that exists, such as `2028-02-29`. */
export function isPlainDate(text: string): boolean {
  return !Number.isNaN(dayOf(text));
}

/** `addDays('2026-12-31', 1)` is `2027-01-01`. */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** Keeps the day of the month where it can: 31 January plus one month is the last of February. */
export function addMonths(date: string, months: number): string {
  const first = new Date(`${startOfMonth(date)}T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months + 1, 0);
  const lastDay = first.getUTCDate();
  first.setUTCDate(Math.min(Number(date.slice(8)), lastDay));
  return first.toISOString().slice(0, 10);
}

/** The first day of a date's month. */
export function startOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(date: string): number {
  return weekdayOfDay(dayOf(date));
}

/** The first day of a date's week; `firstDay` counts as `weekdayOf` does. */
export function startOfWeek(date: string, firstDay: number): string {
  return addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayOf(b) - dayOf(a);
}
