import { DAY_MS } from '../domain/plain-date.js';
import { isTimeZone, localDate } from '../domain/time-zone.js';
import type { Formats } from './format.js';

/**
 * `10:00 – 11:00 AM`, beside the day that it starts on; with the day that it ends on where that is another one:
 * `11:30 PM – Thu, Nov 26, 12:30 AM`. Instants in ms. Never throws.
 */
export function timeRange(formats: Formats, start: number, end: number, zone: string): string {
  const last = Math.max(start, end);
  if (formats.hour12 !== undefined) return englishRange(formats, start, last, zone);
  const clock = formats.clock(zone);
  const parts = clock.formatRangeToParts(start, last);
  if (!parts.some(({ type }) => type === 'day')) return parts.map(({ value }) => value).join('');
  // Over midnight, Intl adds both dates in full.
  const between = parts.map(({ source, value }) => (source === 'shared' ? value : '')).join('');
  const { hour, minute, hourCycle, timeZone } = clock.resolvedOptions();
  const options = { ...SHORT_DAY, hour, minute, hourCycle, timeZone } as Intl.DateTimeFormatOptions;
  // A dash alone would tie the first time to the name of a day.
  return (
    clock.format(start) +
    (between === '–' ? ' – ' : between) +
    new Intl.DateTimeFormat(formats.locale, options).format(last)
  );
}

const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' };

/** Whether the clock counts to 12. */
export function usesHour12(formats: Formats): boolean {
  return formats.hour12 ?? formats.clock('UTC').resolvedOptions().hour12 === true;
}

/** English asks no `Intl`, see english.ts. */
function englishRange(formats: Formats, start: number, end: number, zone: string): string {
  const [from, to] = [formats.time(start, zone), formats.time(end, zone)];
  const [first, last] = [start, end].map((ms) => localDate(isTimeZone(zone) ? zone : 'UTC', ms));
  if (last && last !== first) return `${from}\u2009–\u2009${formats.day(last, 'short')}, ${to}`;
  const isOneHalf = formats.hour12 && from.slice(-2) === to.slice(-2) && end - start < DAY_MS / 2;
  return `${isOneHalf ? from.slice(0, -3) : from}\u2009–\u2009${to}`;
}
