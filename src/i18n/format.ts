import type { Money } from '../domain/money.js';
import { dictionaryFor } from './dictionary.js';

/** `short` Tue, Nov 24 · `medium` Tue, Nov 24, 2026 · `long` Tuesday, November 24, 2026. */
export type DayStyle = 'short' | 'medium' | 'long';

/** Everything that is written by the visitor's locale. Instants in ms, dates `YYYY-MM-DD`, zones IANA. No method throws. */
export interface Formats {
  readonly locale: string;
  /** 0 = Monday … 6 = Sunday. */
  readonly firstDayOfWeek: number;
  readonly usesHour12: boolean;
  time(ms: number, zone: string): string;
  /** `10:00 – 11:00 AM`. */
  timeRange(startMs: number, endMs: number, zone: string): string;
  day(date: string, style: DayStyle): string;
  /** `Tuesday`. */
  weekday(date: string): string;
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
  /** `60 min`. */
  minutes(count: number): string;
  /** `New York` of `America/New_York`. */
  city(zone: string): string;
  /** `GMT−5`, `GMT+5:30` at that instant. */
  offset(ms: number, zone: string): string;
}

const cache = new Map<string, Formats>();

/** The formats of a locale, made once. `hour12` overrides the locale's own clock. */
export function formatsFor(locale: string, hour12?: boolean): Formats {
  const key = `${locale}|${hour12}`;
  let formats = cache.get(key);
  if (!formats) cache.set(key, (formats = createFormats(locale, hour12)));
  return formats;
}

// Thursday 1 January 1970 is day 0, so day 4 is a Monday.
const MONDAY_MS = 4 * 86_400_000;

/** Countries whose week starts on another day than Monday, for engines without `weekInfo` (source: CLDR weekData). */
const SUNDAY_FIRST =
  /-(AG|AS|BD|BR|BS|BT|BW|BZ|CA|CO|DM|DO|ET|GT|GU|HK|HN|ID|IL|IN|JM|JP|KE|KH|KR|LA|MH|MM|MO|MT|MX|MZ|NI|NP|PA|PE|PH|PK|PR|PT|PY|SA|SG|SV|TH|TT|TW|UM|US|VE|VI|WS|YE|ZA|ZW)\b/;
const SATURDAY_FIRST = /-(AE|AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)\b/;

function firstDayOfWeek(locale: string): number {
  try {
    const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo };
    const firstDay = (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay;
    if (firstDay) return firstDay - 1;
    const full = info.maximize().toString();
    return SUNDAY_FIRST.test(full) ? 6 : SATURDAY_FIRST.test(full) ? 5 : 0;
  } catch {
    return 0;
  }
}

interface WeekInfo {
  /** 1 = Monday … 7 = Sunday. */
  readonly firstDay: number;
}

// The first Intl.DateTimeFormat costs over 100 ms on a slow phone: nothing is made before it is asked for, and each only once.
function createFormats(locale: string, hour12?: boolean): Formats {
  const made = new Map<string, Intl.DateTimeFormat>();
  const dates = (options: Intl.DateTimeFormatOptions, zone = 'UTC'): Intl.DateTimeFormat => {
    const key = zone + JSON.stringify(options);
    let format = made.get(key);
    if (!format) {
      const create = (tag: string, timeZone: string) => new Intl.DateTimeFormat(tag, { ...options, timeZone });
      try {
        format = create(locale, zone);
      } catch {
        // An unknown zone is shown in UTC, an unknown locale in English.
        try {
          format = create(locale, 'UTC');
        } catch {
          format = create('en', 'UTC');
        }
      }
      made.set(key, format);
    }
    return format;
  };
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    try {
      return new Intl.NumberFormat(locale, options);
    } catch {
      return new Intl.NumberFormat('en');
    }
  };
  const clock: Intl.DateTimeFormatOptions = {
    // "09:00", but "9:00 AM".
    hour: hour12 === false ? '2-digit' : 'numeric',
    minute: '2-digit',
    // `hour12: false` writes midnight as 24:00 in some locales.
    ...(hour12 === undefined ? {} : { hourCycle: hour12 ? 'h12' : 'h23' }),
  };
  const plain = (date: string): number => Date.parse(`${date}T00:00:00Z`) || 0;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
    short: day,
    medium: { ...day, year: 'numeric' },
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  };
  const range = (format: Intl.DateTimeFormat, start: number, end: number): string => {
    try {
      return format.formatRange(start, end);
    } catch {
      return format.format(start);
    }
  };
  let count: Intl.NumberFormat | undefined;
  let week: number | undefined;

  const formats: Formats = {
    locale,
    get firstDayOfWeek() {
      return (week ??= firstDayOfWeek(locale));
    },
    get usesHour12() {
      return hour12 ?? dates(clock).resolvedOptions().hour12 === true;
    },
    time: (ms, zone) => dates(clock, zone).format(ms),
    timeRange: (start, end, zone) => range(dates(clock, zone), start, end),
    day: (date, style) => dates(dayStyles[style]).format(plain(date)),
    weekday: (date) => dates({ weekday: 'long' }).format(plain(date)),
    month: (date, style = 'long') =>
      dates(style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' }).format(plain(date)),
    monthRange: (first, last) =>
      first.slice(0, 7) === last.slice(0, 7)
        ? formats.month(first)
        : range(dates({ month: 'short', year: 'numeric' }), plain(first), plain(last)),
    dayOfMonth: (date) => formats.number(Number(date.slice(8))),
    weekdays: (firstDay = formats.firstDayOfWeek) =>
      Array.from({ length: 7 }, (_, index) => {
        const ms = MONDAY_MS + (firstDay + index) * 86_400_000;
        return { short: dates({ weekday: 'short' }).format(ms), long: dates({ weekday: 'long' }).format(ms) };
      }),
    money: ({ amountMinor, currency }) => money(numbers, amountMinor, currency),
    number: (value) => (count ??= numbers({})).format(value),
    minutes: (value) => dictionaryFor(locale).minutes(formats.number(value)),
    city: (zone) => (zone.split('/').pop() ?? zone).replace(/_/g, ' '),
    offset: (ms, zone) =>
      dates({ timeZoneName: 'shortOffset' }, zone)
        .formatToParts(ms)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  };
  return formats;
}

/** By the currency's own exponent; whole amounts lose their zeros. */
function money(
  numbers: (options: Intl.NumberFormatOptions) => Intl.NumberFormat,
  amountMinor: number,
  currency: string,
): string {
  const options = { style: 'currency', currency } as const;
  const exponent = numbers(options).resolvedOptions().maximumFractionDigits ?? 2;
  const major = amountMinor / 10 ** exponent;
  return (
    Number.isInteger(major)
      ? numbers({ ...options, minimumFractionDigits: 0, maximumFractionDigits: 0 })
      : numbers(options)
  ).format(major);
}
