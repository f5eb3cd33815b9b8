/**
 * English without `Intl`, whose first use costs a slow phone a tenth of a second: what the first times are written by must
 * not wait for it. It is written so to the end, so that nothing changes under the visitor. The words are CLDR's; where
 * engines differ (a comma, a narrow space) one form is chosen. Tests compare it with each engine's own.
 */
import { exponentOf, SIGNS } from '../domain/money.js';
import { dayOf, weekdayOf } from '../domain/plain-date.js';
import { isTimeZone, localDateTime, offsetAt } from '../domain/time-zone.js';
import type { DayStyle, Formats } from './format.js';

type Own = 'hour12' | 'firstDayOfWeek' | 'time' | 'day' | 'month' | 'monthRange' | 'weekdays' | 'number' | 'offset';
/** What English needs no `Intl` for. `money` gives null for what it does not know the sign of. */
export type EnglishFormats = Pick<Formats, Own> & {
  readonly price: (money: Parameters<Formats['money']>[0]) => string | null;
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const padded = (value: number, length = 2) => String(value).padStart(length, '0');
const known = (zone: string) => (isTimeZone(zone) ? zone : 'UTC');

/** Null for a locale that is written in another way. */
export function englishFormats(locale: string, hour12 = locale !== 'en-GB'): EnglishFormats | null {
  if (!/^en(-US|-GB)?$/.test(locale)) return null;
  const isBritish = locale === 'en-GB';
  const parts = (text: string) => {
    const date = Number.isNaN(dayOf(text)) ? '1970-01-01' : text;
    const weekday = WEEKDAYS[weekdayOf(date)] ?? '';
    const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
    return {
      weekday,
      month,
      year: Number(date.slice(0, 4)),
      day: Number(date.slice(8)),
      shortDay: weekday.slice(0, 3),
      shortMonth: month.slice(0, isBritish && month.startsWith('Sep') ? 4 : 3),
    };
  };
  const english: EnglishFormats = {
    hour12,
    firstDayOfWeek: isBritish ? 0 : 6,
    time(ms, zone) {
      const { minutes } = localDateTime(known(zone), ms);
      const hour = Math.floor(minutes / 60);
      const minute = padded(minutes % 60);
      if (!hour12) return `${padded(hour)}:${minute}`;
      const half = hour < 12 ? 'am' : 'pm';
      return `${hour % 12 || 12}:${minute} ${isBritish ? half : half.toUpperCase()}`;
    },
    day(date, style: DayStyle) {
      const { weekday, month, year, day, shortDay, shortMonth } = parts(date);
      if (style === 'weekday') return weekday;
      const [name, ofMonth] = style === 'long' ? [weekday, month] : [shortDay, shortMonth];
      const end = style === 'short' ? '' : isBritish ? ` ${year}` : `, ${year}`;
      return isBritish
        ? `${name}${style === 'short' ? '' : ','} ${day} ${ofMonth}${end}`
        : `${name}, ${ofMonth} ${day}${end}`;
    },
    month(date, style) {
      const { month, year, shortMonth } = parts(date);
      return style === 'short' ? shortMonth : `${month} ${year}`;
    },
    monthRange(first, last) {
      const [from, to] = [parts(first), parts(last < first ? first : last)];
      if (first.slice(0, 7) >= last.slice(0, 7)) return english.month(first);
      return `${from.shortMonth}${from.year === to.year ? '' : ` ${from.year}`}\u2009–\u2009${to.shortMonth} ${to.year}`;
    },
    weekdays(first = english.firstDayOfWeek) {
      return WEEKDAYS.map((_, index) => {
        const long = WEEKDAYS[(first + index) % 7] ?? '';
        return { short: long.slice(0, 3), long };
      });
    },
    number(value) {
      const [whole = '', fraction] = String(Math.round(value * 1000) / 1000).split('.');
      return grouped(whole) + (fraction ? `.${fraction}` : '');
    },
    price({ amountMinor, currency }) {
      const sign = SIGNS[currency];
      if (!sign || amountMinor < 0) return null;
      const scale = 10 ** exponentOf(currency);
      const rest = amountMinor % scale;
      return `${isBritish && currency === 'USD' ? 'US$' : sign}${grouped(String(Math.floor(amountMinor / scale)))}${rest ? `.${padded(rest)}` : ''}`;
    },
    offset(ms, zone) {
      const offset = offsetAt(known(zone), ms);
      const minutes = Math.floor(Math.abs(offset));
      const clock = `${Math.floor(minutes / 60)}${minutes % 60 ? `:${padded(minutes % 60)}` : ''}`;
      return `GMT${offset ? (offset < 0 ? '-' : '+') + clock : ''}`;
    },
  };
  return english;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
