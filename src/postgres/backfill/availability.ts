import { isBookingError } from '../../domain/booking-error.js';
import { parseSchedule } from '../../domain/parse-schedule.js';
import { WEEKDAYS, type ScheduleRule, type WallInterval, type WeekdayRule } from '../../domain/schedule.js';
import { isTimeZone } from '../../domain/time-zone.js';
import { tokensOf, type ClockTime, type Token } from './tokens.js';

/** What a text says of a coach's week. */
export interface WeeklyHours {
  /** One rule for each day that is mentioned, Monday first. */
  readonly rules: readonly ScheduleRule[];
  /** When the text names a zone in full, `Europe/Berlin`. */
  readonly timeZone?: string;
}

/** Minutes since midnight, half-open. */
type Span = readonly [from: number, to: number];

const DAY = 1440;

/**
 * Reads weekly hours from a text that people typed: `Mon-Fri 9am-5pm`, `weekdays 9:00–17:00`, `Sat 10-14, Sun 10-12`,
 * `Monday to Friday, 09:00 - 17:00`, `9am-12pm and 1pm-5pm Mon/Wed`. Null when any part leaves a doubt: a bare `9-5`
 * (which half of the day?), hours over midnight, a zone such as `EST`, `by appointment`. A JSON array is read as the rules
 * that a schedule has.
 */
export function readWeeklyHours(text: string): WeeklyHours | null {
  if (text.trimStart().startsWith('[')) return readRules(text);
  if (text.length > 500) return null;
  const [, timeZone = ''] = /(?:^|[\s(,])([A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+){1,2}|UTC)\)?\.?\s*$/.exec(text) ?? [];
  const isZone = timeZone !== '' && isTimeZone(timeZone);
  const tokens = tokensOf(isZone ? text.slice(0, text.lastIndexOf(timeZone)).replace(/\($/, '') : text);
  const week = tokens && readWeek(tokens);
  if (!week) return null;
  const rules = WEEKDAYS.flatMap((wday, day): WeekdayRule[] => {
    const spans = week.get(day);
    return spans ? [{ type: 'wday', wday, intervals: mergeSpans(spans).map(wall) }] : [];
  });
  return isZone ? { rules, timeZone } : { rules };
}

function readRules(text: string): WeeklyHours | null {
  try {
    const { rules } = parseSchedule({ timezone: 'UTC', rules: JSON.parse(text) as unknown });
    return rules.length > 0 ? { rules } : null;
  } catch (error) {
    if (error instanceof SyntaxError || isBookingError(error)) return null;
    throw error;
  }
}

/** Days before their times, or times before their days, the same way throughout. */
function readWeek(tokens: readonly Token[]): Map<number, Span[]> | null {
  const times = tokens.flatMap((token) => (token.kind === 'time' ? [token.time] : []));
  const clock = clockOf(times);
  if (!clock) return null;
  const daysFirst = tokens[0]?.kind !== 'time';
  const week = new Map<number, Span[]>();
  let at = 0;

  const skip = (kind: 'separator' | 'dash'): boolean => {
    if (tokens[at]?.kind !== kind) return false;
    at += 1;
    return true;
  };
  const takeDays = (): number[] => {
    const days: number[] = [];
    for (;;) {
      const start = at;
      while (days.length > 0 && skip('separator'));
      const token = tokens[at];
      if (token?.kind !== 'days') {
        at = start;
        return days;
      }
      at += 1;
      const first = token.days[0];
      const next = tokens[at + 1];
      if (token.days.length === 1 && first !== undefined && tokens[at]?.kind === 'dash' && next?.kind === 'days') {
        const last = next.days.length === 1 ? next.days[0] : undefined;
        if (last === undefined) return [];
        at += 2;
        // `Sat-Tue` runs over the week's end.
        for (let day = first; day !== last; day = (day + 1) % 7) days.push(day);
        days.push(last);
      } else days.push(...token.days);
    }
  };
  const takeSpans = (): Span[] | null => {
    const spans: Span[] = [];
    for (;;) {
      const start = at;
      while (spans.length > 0 && skip('separator'));
      const from = tokens[at];
      if (from?.kind !== 'time') {
        at = start;
        return spans;
      }
      at += 1;
      if (!skip('dash')) return null;
      const to = tokens[at];
      if (to?.kind !== 'time') return null;
      at += 1;
      const span = spanOf(from.time, to.time, clock);
      if (!span) return null;
      spans.push(span);
    }
  };

  while (at < tokens.length) {
    const before = daysFirst ? takeDays() : null;
    if (before) while (skip('separator'));
    const spans = takeSpans();
    if (!daysFirst) while (skip('separator'));
    const days = before ?? takeDays();
    if (!spans || spans.length === 0 || days.length === 0) return null;
    for (const day of days) week.set(day, [...(week.get(day) ?? []), ...spans]);
    while (skip('separator'));
  }
  return week.size > 0 ? week : null;
}

/**
 * Which clock a text is on: 12 hours when it says am or pm, 24 when an hour is past noon, zero, or has a leading zero.
 * Null when nothing tells, or both do.
 */
function clockOf(times: readonly ClockTime[]): 12 | 24 | null {
  const saysHalf = times.some(({ half }) => half !== undefined);
  const says24 = times.some(({ hour, isPadded, half }) => half === undefined && (hour > 12 || hour === 0 || isPadded));
  return saysHalf === says24 ? null : saysHalf ? 12 : 24;
}

const onHalf = ({ hour, minute }: ClockTime, half: 'am' | 'pm'): number =>
  ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;

/** Null for an interval that is empty or runs over midnight. */
function spanOf(from: ClockTime, to: ClockTime, clock: 12 | 24): Span | null {
  let span: Span;
  if (clock === 24) {
    span = [from.hour * 60 + from.minute, to.hour * 60 + to.minute];
  } else {
    const half = from.half ?? to.half;
    if (half === undefined || from.hour > 12 || to.hour > 12 || from.hour === 0 || to.hour === 0) return null;
    // `1-5pm` is one half of the day, `9-5pm` both: the other half is meant where the same would run backwards.
    const other = half === 'am' ? 'pm' : 'am';
    const start = onHalf(from, from.half ?? half);
    const end = onHalf(to, to.half ?? half) || DAY;
    if (from.half === undefined && start >= end && other === 'am') span = [onHalf(from, other), end];
    else if (to.half === undefined && start >= end && other === 'pm') span = [start, onHalf(to, other)];
    else span = [start, end];
  }
  return span[0] < span[1] && span[1] <= DAY ? span : null;
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

function wall([from, to]: Span): WallInterval {
  const text = (minutes: number): string =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { from: text(from), to: text(to) };
}
