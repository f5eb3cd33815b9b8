import { join, readRecord, refuse } from './read.js';
import { isDayRule, wallMinutes, WEEKDAYS, type Schedule } from './schedule.js';
import { mergeIntervals, type Interval } from './intervals.js';
import { DAY_MS, dayOf, weekdayOfDay } from './plain-date.js';
import { isTimeZone } from './time-zone.js';
import { instantByTable, localDay, spanOf } from './zone-table.js';

/** One date's intervals in minutes since midnight. */
interface DayRule {
  readonly intervals: readonly Interval[];
  /** Their union: what they come to on a date on which the clocks do not change. */
  readonly merged: readonly Interval[];
}

/** What a coach's rules say of each date. */
export interface DayRules {
  readonly zone: string;
  /** Monday first. */
  readonly weekdays: readonly (DayRule | undefined)[];
  /** By days since 1970-01-01. */
  readonly dates: ReadonlyMap<number, DayRule>;
}

/**
 * The rules by day; of two for one day the last counts, and those not known here have no effect. Throws `validation_failed`
 * with paths such as `schedule.rules.0.intervals.1.to`.
 */
export function readDayRules(schedule: Schedule, path = 'schedule'): DayRules {
  const zone = schedule.timezone;
  if (!isTimeZone(zone)) refuse(join(path, 'timezone'), 'invalid');
  const weekdays: DayRule[] = [];
  const dates = new Map<number, DayRule>();
  schedule.rules.forEach((rule, index) => {
    if (!isDayRule(rule)) return;
    const at = join(path, `rules.${index}`);
    const intervals = readIntervals(rule.intervals, join(at, 'intervals'));
    const dayRule = { intervals, merged: mergeIntervals(intervals) };
    if (rule.type === 'wday') {
      const weekday = WEEKDAYS.indexOf(rule.wday);
      if (weekday >= 0) weekdays[weekday] = dayRule;
      return;
    }
    const day = dayOf(rule.date);
    if (Number.isNaN(day)) refuse(join(at, 'date'), 'invalid');
    dates.set(day, dayRule);
  });
  return { zone, weekdays, dates };
}

function readIntervals(intervals: unknown, path: string): Interval[] {
  if (!Array.isArray(intervals)) refuse(path, 'invalid');
  return intervals.map((interval: unknown, index) => {
    const at = join(path, index);
    const { from, to } = readRecord(interval, at);
    const minutes = { start: wallMinutes(from), end: wallMinutes(to) };
    if (!(minutes.start < 1440)) refuse(join(at, 'from'), 'invalid');
    if (Number.isNaN(minutes.end)) refuse(join(at, 'to'), 'invalid');
    return minutes;
  });
}

/** The windows of each date from `firstDay` to `lastDay`, both included, sorted by start. Those of two dates may overlap. */
export function windowsOf(rules: DayRules, firstDay: number, lastDay: number): Interval[] {
  const windows: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const rule = rules.dates.get(day) ?? rules.weekdays[weekdayOfDay(day)];
    if (!rule || rule.intervals.length === 0) continue;
    const offset = steadyOffset(rules.zone, day);
    if (Number.isNaN(offset)) {
      windows.push(...onDayOfChange(rules.zone, day, rule));
      continue;
    }
    const midnight = day * DAY_MS - offset * 60_000;
    for (const { start, end } of rule.merged)
      windows.push({ start: midnight + start * 60_000, end: midnight + end * 60_000 });
  }
  return windows.sort((a, b) => a.start - b.start);
}

function onDayOfChange(zone: string, day: number, { intervals }: DayRule): Interval[] {
  // A date that the zone skips, as Apia did 2011-12-30, has no first instant of its own.
  if (localDay(zone, instantByTable(zone, day, 0)) !== day) return [];
  return mergeIntervals(
    intervals.map(({ start, end }) => ({
      start: instantByTable(zone, day, start),
      end: instantByTable(zone, day, end),
    })),
  );
}

/**
 * Minutes ahead of UTC for all of a date (in days since 1970-01-01), or NaN when the clocks may change within a day of it:
 * then each wall time needs `instantByTable`.
 */
export function steadyOffset(zone: string, day: number): number {
  const span = spanOf(zone, (day - 1) * DAY_MS);
  return span.to >= (day + 2) * DAY_MS ? span.offsetMs / 60_000 : NaN;
}
