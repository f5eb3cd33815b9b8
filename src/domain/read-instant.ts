import { DAY_MS, dayOf } from './plain-date.js';

/** RFC 3339, 5.6: `T`, `t` or a space; a leap second is the first of the next minute. */
const INSTANT =
  /^(.{10})[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Epoch milliseconds of an RFC 3339 instant, or NaN when it is none: above all, one without an offset. */
export function readInstantMs(text: unknown): number {
  const match = typeof text === 'string' && INSTANT.exec(text);
  if (!match) return NaN;
  const [, date = '', time = '', seconds, fraction = '', zone = ''] = match;
  const millis = Number(`${fraction}00`.slice(0, 3));
  return dayOf(date) * DAY_MS + Date.parse(`1970-01-01T${time}${zone.toUpperCase()}`) + Number(seconds) * 1000 + millis;
}
