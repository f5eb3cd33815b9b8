import { DAY_MS } from '../domain/plain-date.js';
import type { Formats } from './format.js';

/** `10:00 – 11:00 AM`. Instants in ms. Never throws. */
export function timeRange(formats: Formats, start: number, end: number, zone: string): string {
  if (formats.hour12 !== undefined) return englishRange(formats, start, Math.max(start, end), zone);
  const parts = formats.clock(zone).formatRangeToParts(start, Math.max(start, end));
  // Over midnight, Intl adds both dates: here the day is always told beside the time.
  return parts.some(({ type }) => type === 'day')
    ? `${formats.time(start, zone)} – ${formats.time(end, zone)}`
    : parts.map(({ value }) => value).join('');
}

/** Whether the clock counts to 12. */
export function usesHour12(formats: Formats): boolean {
  return formats.hour12 ?? formats.clock('UTC').resolvedOptions().hour12 === true;
}

/** English asks no `Intl`, see english.ts. */
function englishRange(formats: Formats, start: number, end: number, zone: string): string {
  const [from, to] = [formats.time(start, zone), formats.time(end, zone)];
  const isOneHalf = formats.hour12 && from.slice(-2) === to.slice(-2) && end - start < DAY_MS / 2;
  return `${isOneHalf ? from.slice(0, -3) : from}\u2009–\u2009${to}`;
}
