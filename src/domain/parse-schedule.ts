import type { FieldCode } from './booking-field.js';
import { isPlainDate } from './plain-date.js';
import {
  checked,
  join,
  listOf,
  objectOf,
  readBoolean,
  readJson,
  readRecord,
  readTimeZone,
  refuse,
  refuseAll,
  text,
  withDefault,
  type Read,
} from './read.js';
import { isDayRule, WEEKDAYS, wallMinutes } from './schedule.js';
import type { DateRule, Schedule, ScheduleRule, WallInterval, WeekdayRule } from './schedule.js';

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (value, path) =>
    words.find((word) => word === value) ??
    refuse(path, value === undefined || value === null ? 'required' : 'unknown');
}

const readIntervals = listOf(
  objectOf<WallInterval>({
    from: checked((time) => wallMinutes(time) < 1440),
    to: checked((time) => wallMinutes(time) <= 1440),
  }),
  0,
  100,
);
const readWeekdayRule = objectOf<WeekdayRule>({
  type: oneOf('wday'),
  wday: oneOf(...WEEKDAYS),
  intervals: readIntervals,
});
const readDateRule = objectOf<DateRule>({ type: oneOf('date'), date: checked(isPlainDate), intervals: readIntervals });

const readRule: Read<ScheduleRule> = (value, path) => {
  const rule = readRecord(value, path);
  const type = text(1)(rule.type, join(path, 'type'));
  if (type === 'wday') return readWeekdayRule(rule, path);
  if (type === 'date') return readDateRule(rule, path);
  readJson(rule, path);
  return { ...rule, type };
};

/**
 * A schedule as it is stored, with defaults filled in; unknown rule types and fields are kept. Of two rules for one day
 * the last counts, and an interval that ends before it starts has no effect: `parseSchedule` refuses both.
 * Throws `validation_failed` with paths such as `rules.0.intervals.1.to`.
 */
export const readSchedule: (value: unknown, path?: string) => Schedule = objectOf<Schedule>({
  timezone: readTimeZone,
  rules: listOf(readRule, 0, 2000),
  isDefault: withDefault(readBoolean, true),
  active: withDefault(readBoolean, true),
});

/** A schedule as it may be written: at most one rule for a day, and intervals that end after they start. */
export function parseSchedule(value: unknown, path = ''): Schedule {
  const schedule = readSchedule(value, path);
  const refused: Record<string, FieldCode> = {};
  const days = new Set<string>();
  schedule.rules.forEach((rule, index) => {
    if (!isDayRule(rule)) return;
    const at = join(path, `rules.${index}`);
    const day = rule.type === 'wday' ? rule.wday : rule.date;
    if (days.has(day)) refused[`${at}.${rule.type}`] = 'duplicate';
    days.add(day);
    rule.intervals.forEach(({ from, to }, position) => {
      if (wallMinutes(from) >= wallMinutes(to)) refused[`${at}.intervals.${position}.to`] = 'too_small';
    });
  });
  refuseAll(refused);
  return schedule;
}
