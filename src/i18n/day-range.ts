import type { Formats } from './format.js';

const made = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = made.get(key);
  if (!found) made.set(key, (found = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })));
  return found;
}

/** `November 23 – 29, 2026`, or `Nov 30 – Dec 6, 2026`. Dates `YYYY-MM-DD`, the first not after the last. */
export function dayRange({ locale }: Formats, first: string, last: string): string {
  const month = first.slice(0, 7) === last.slice(0, 7) ? 'long' : 'short';
  return format(locale, { day: 'numeric', month, year: 'numeric' }).formatRange(Date.parse(first), Date.parse(last));
}

/** `November 24`, beside the name of the day. */
export function monthDay({ locale }: Formats, date: string): string {
  return format(locale, { day: 'numeric', month: 'long' }).format(Date.parse(date));
}

/** `Tue`, above the number of the day. */
export function shortWeekday({ locale }: Formats, date: string): string {
  return format(locale, { weekday: 'short' }).format(Date.parse(date));
}
