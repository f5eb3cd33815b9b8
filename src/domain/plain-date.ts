/**
 * Calendar dates without a time or a zone, as `YYYY-MM-DD`. All arithmetic runs on whole days since 1970-01-01,
 * so the machine's own time zone never takes part (date-fns would use it).
 */

export const DAY_MS = 86_400_000;

const HYPHEN = 45;

/** Days since 1970-01-01 of a date, or NaN when the calendar does not have it. Months count from 1. */
export function dayOfCivil(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // 30 days hath September, April, June and November.
  const length = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= length)) return NaN;
  // Years start in March, so that the leap day is their last.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** The number that `length` digits of a text make, or NaN if any of them is none. */
export function digits(text: string, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970-01-01 of the date that a text starts with, or NaN. */
export function dayAtStart(text: string): number {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NaN;
  return dayOfCivil(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

/** Days since 1970-01-01, or NaN for a text that is no date of the calendar. */
export function dayOf(date: string): number {
  return date.length === 10 ? dayAtStart(date) : NaN;
}

/** The date that is a number of days after 1970-01-01. */
export function dateOf(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY_MS).toISOString().slice(0, -14) : '';
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
