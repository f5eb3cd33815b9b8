import { join, readRecord, refuse } from './read.js';
import { isDayRule, wallMinutes, WEEKDAYS, type Schedule } from './schedule.js';
import { mergeIntervals, type Interval } from './intervals.js';
import { DAY_MS, dayOf, weekdayOfDay } from './plain-date.js';
import { instantOfWall, isTimeZone, localDay, steadyOffset } from './time-zone.js';

/** Minutes since midnight on the schedule's clocks. */
interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** What a coach's rules say of each date. */
export interface DayRules {
  readonly zone: string;
  /** Monday first. */
  readonly weekdays: readonly (readonly WallSpan[])[];
  /** By days since 1970-01-01. */
  readonly dates: ReadonlyMap<number, readonly WallSpan[]>;
}

/**
 * The rules by day; of two for one day the last counts, and those not known here have no effect. Throws `validation_failed`
 * with paths such as `schedule.rules.0.intervals.1.to`.
 */
export function readDayRules(schedule: Schedule, path = 'schedule'): DayRules {
  const zone = schedule.timezone;
  if (!isTimeZone(zone)) refuse(join(path, 'timezone'), 'invalid');
  const weekdays: (readonly WallSpan[])[] = WEEKDAYS.map(() => []);
  const dates = new Map<number, readonly WallSpan[]>();
  schedule.rules.forEach((rule, index) => {
    if (!isDayRule(rule)) return;
    const at = join(path, `rules.${index}`);
    const spans = readWallSpans(rule.intervals, join(at, 'intervals'));
    if (rule.type === 'wday') {
      const weekday = WEEKDAYS.indexOf(rule.wday);
      if (weekday >= 0) weekdays[weekday] = spans;
      return;
    }
    const day = dayOf(rule.date);
    if (Number.isNaN(day)) refuse(join(at, 'date'), 'invalid');
    dates.set(day, spans);
  });
  return { zone, weekdays, dates };
}

function readWallSpans(intervals: unknown, path: string): WallSpan[] {
  if (!Array.isArray(intervals)) refuse(path, 'invalid');
  return intervals.map((interval: unknown, index) => {
    const at = join(path, index);
    const { from, to } = readRecord(interval, at);
    const span = { from: wallMinutes(from), to: wallMinutes(to) };
    if (!(span.from < 1440)) refuse(join(at, 'from'), 'invalid');
    if (Number.isNaN(span.to)) refuse(join(at, 'to'), 'invalid');
    return span;
  });
}

/** The windows of each date from `firstDay` to `lastDay`, both included, sorted by start. Those of two dates may overlap. */
export function windowsOf(rules: DayRules, firstDay: number, lastDay: number): Interval[] {
  const windows: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const spans = rules.dates.get(day) ?? rules.weekdays[weekdayOfDay(day)] ?? [];
    if (spans.length === 0) continue;
    for (const window of mergeIntervals(onDate(rules.zone, day, spans))) windows.push(window);
  }
  return windows.sort((a, b) => a.start - b.start);
}

function onDate(zone: string, day: number, spans: readonly WallSpan[]): Interval[] {
  const offset = steadyOffset(zone, day);
  if (!Number.isNaN(offset)) {
    const midnight = day * DAY_MS - offset * 60_000;
    return spans.map(({ from, to }) => ({ start: midnight + from * 60_000, end: midnight + to * 60_000 }));
  }
  // A date that the zone skips, as Apia did 2011-12-30, has no first instant of its own.
  if (localDay(zone, instantOfWall(zone, day, 0)) !== day) return [];
  return spans.map(({ from, to }) => ({ start: instantOfWall(zone, day, from), end: instantOfWall(zone, day, to) }));
}
