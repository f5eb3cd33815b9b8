import { formatMoney, type Money } from '../domain/money.js';
import { DAY_MS } from '../domain/plain-date.js';
import { cityOf } from './city-names.js';
import { englishFormats } from './english.js';
import { directionOf, resolveLocale } from './locale.js';

/** `short` Tue, Nov 24 · `medium` Tue, Nov 24, 2026 · `long` Tuesday, November 24, 2026 · `weekday` Tuesday. */
export type DayStyle = 'short' | 'medium' | 'long' | 'weekday';

/** Everything that is written by the visitor's locale. Instants in ms, dates `YYYY-MM-DD`, zones IANA. No method throws. */
export interface Formats {
  readonly locale: string;
  /** 0 = Monday … 6 = Sunday. */
  readonly firstDayOfWeek: number;
  time(ms: number, zone: string): string;
  /** What `time` is written by. */
  clock(zone: string): Intl.DateTimeFormat;
  /** Whether the clock counts to 12, where that is known without `clock`. */
  readonly hour12?: boolean;
  day(date: string, style: DayStyle): string;
  /** `November 2026`, or `Nov` when short. */
  month(date: string, style?: 'long' | 'short'): string;
  /** `Nov – Dec 2026`, or one month's full name when both dates lie in it. */
  monthRange(first: string, last: string): string;
  /** The number of a date within its month. */
  dayOfMonth(date: string): string;
  /** Seven names from the first day of the week on. */
  weekdays(firstDay?: number): readonly { readonly short: string; readonly long: string }[];
  /** Without decimals where the amount has none. */
  money(money: Money): string;
  number(value: number): string;
  /** `New York` of `America/New_York`, `Kolkata` also of `Asia/Calcutta`; in the visitor's language once its names are loaded. */
  city(zone: string): string;
  /** `GMT−5`, `GMT+5:30` at that instant. */
  offset(ms: number, zone: string): string;
}

const cache = new Map<string, Formats>();

/** The formats of a locale, made once. `hour12` overrides the locale's own clock. A tag that `Intl` does not take counts as English. */
export function formatsFor(locale: string, hour12?: boolean): Formats {
  const key = `${locale}|${hour12}`;
  let formats = cache.get(key);
  if (!formats) cache.set(key, (formats = createFormats(resolveLocale([locale], []), hour12)));
  return formats;
}

// Thursday 1 January 1970 is day 0, so day 4 is a Monday.
const MONDAY_MS = 4 * DAY_MS;

/** For engines without `weekInfo`: the larger countries whose week does not start on Monday (source: CLDR weekData). */
const SUNDAY_FIRST = /-(BD|BR|CA|CO|ET|HK|ID|IL|IN|JP|KE|KR|MX|NP|PE|PH|PK|PT|SA|SG|TH|TW|US|VE|ZA)\b/;
const SATURDAY_FIRST = /-(AF|BH|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)\b/;

interface WeekInfo {
  /** 1 = Monday … 7 = Sunday. */
  readonly firstDay: number;
}

/** 0 = Monday … 6 = Sunday. `info` as newer engines have it; without it, by the country. */
export function firstDayOfWeek(
  locale: Intl.Locale & { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo },
  info: WeekInfo | undefined = locale.getWeekInfo?.() ?? locale.weekInfo,
): number {
  if (info) return info.firstDay - 1;
  const tag = locale.maximize().toString();
  return SUNDAY_FIRST.test(tag) ? 6 : SATURDAY_FIRST.test(tag) ? 5 : 0;
}

// The first Intl.DateTimeFormat costs over 100 ms on a slow phone: nothing is made before it is asked for, each only once,
// and English asks for none.
function createFormats(locale: string, hour12?: boolean): Formats {
  const english = englishFormats(locale, hour12);
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat => {
    const key = timeZone + JSON.stringify(options);
    let found = made.get(key);
    if (!found) {
      try {
        found = new Intl.DateTimeFormat(locale, { ...options, timeZone });
      } catch {
        // A zone that the engine does not know is shown in UTC.
        found = format(options);
      }
      made.set(key, found);
    }
    return found;
  };
  const msOf = (date: string) => Date.parse(date) || 0;
  const ofDate = (date: string, options: Intl.DateTimeFormatOptions) => format(options).format(msOf(date));
  const clock: Intl.DateTimeFormatOptions = {
    // "09:00", but "9:00 AM".
    hour: hour12 === false ? '2-digit' : 'numeric',
    minute: '2-digit',
    // `hour12: false` writes midnight as 24:00 in some locales.
    ...(hour12 !== undefined && { hourCycle: hour12 ? 'h12' : 'h23' }),
  };
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const styles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
    short,
    medium: { ...short, year: 'numeric' },
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    weekday: { weekday: 'long' },
  };
  let numbers: Intl.NumberFormat | undefined;
  let firstDay: number | undefined;

  const formats: Formats = {
    locale,
    get firstDayOfWeek() {
      return (firstDay ??= firstDayOfWeek(new Intl.Locale(locale)));
    },
    time: (ms, zone) => formats.clock(zone).format(ms),
    clock: (zone) => format(clock, zone),
    day: (date, style) => ofDate(date, styles[style]),
    month: (date, style = 'long') =>
      ofDate(date, style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' }),
    monthRange(first, last) {
      const months = format({ month: 'short', year: 'numeric' });
      return first.slice(0, 7) === last.slice(0, 7)
        ? formats.month(first)
        : months.formatRange(msOf(first), Math.max(msOf(first), msOf(last)));
    },
    dayOfMonth: (date) => formats.number(Number(date.slice(8))),
    weekdays(first = formats.firstDayOfWeek) {
      return Array.from({ length: 7 }, (_, index) => {
        const ms = MONDAY_MS + (first + index) * DAY_MS;
        return { short: format({ weekday: 'short' }).format(ms), long: format({ weekday: 'long' }).format(ms) };
      });
    },
    money(money) {
      try {
        const text = english?.price(money) ?? formatMoney(money, locale);
        // Between words that run the other way, "50 US$" would be torn apart.
        return directionOf(locale) === 'rtl' ? `\u2066${text}\u2069` : text;
      } catch {
        // No currency code: the amount would be a guess.
        return money.currency;
      }
    },
    number: (value) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
    city: (zone) => cityOf(zone, locale),
    offset: (ms, zone) =>
      format({ timeZoneName: 'shortOffset' }, zone)
        .formatToParts(ms)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
  };
  return english ? Object.defineProperties(formats, Object.getOwnPropertyDescriptors(english)) : formats;
}
