/**
 * Calendar dates without a time or a zone, as `YYYY-MM-DD`. All arithmetic runs on whole days since 1970-01-01,
 * so the machine's own time zone never takes part (date-fns would use it).
 */

export const DAY_MS = 86_400_000;

/** Days since 1970-01-01, or NaN for a text that is no date of the calendar. */
export function dayOf(date: string): number {
  // Some engines roll over 30 February, and all read other forms.
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return new Date(ms).getUTCDate() === Number(date.slice(8)) ? ms / DAY_MS : NaN;
}

/** The date that is a number of days after 1970-01-01; empty for NaN. */
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
  const end = new Date(startOfMonth(date));
  end.setUTCMonth(end.getUTCMonth() + months + 1, 0);
  end.setUTCDate(Math.min(Number(date.slice(8)), end.getUTCDate()));
  return dateOf(end.getTime() / DAY_MS);
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
