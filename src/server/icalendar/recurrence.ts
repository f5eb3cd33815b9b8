import type ICAL from 'ical.js';
import { DAY_MS } from '../../domain/plain-date.js';

/** The parser, loaded when the first calendar is read. */
export type Parser = typeof ICAL;

/** Wall times, half-open. */
export interface WallRange {
  readonly from: number;
  readonly until: number;
}

const SECOND_MS = 1000;
/** Rules by these units repeat from the start by the clock alone, so that a start long ago can be brought near. */
const UNIT_MS: Readonly<Record<string, number>> = {
  SECONDLY: SECOND_MS,
  MINUTELY: 60 * SECOND_MS,
  HOURLY: 3600 * SECOND_MS,
  DAILY: DAY_MS,
  WEEKLY: 7 * DAY_MS,
};

/** More than any calendar of a person has; a rule for each second is refused, not worked through. */
const MOST_STEPS = 50_000;

/** Wall times cross the parser as times without a zone. */
export function toTime(parser: Parser, wall: number): ICAL.Time {
  const at = new Date(wall);
  return parser.Time.fromData(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      isDate: false,
    },
    parser.Timezone.localTimezone,
  );
}

/** The wall time that a parsed value shows, whatever its zone. */
export function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The wall times of a rule within a range, with `start` first where it lies in it. A rule without an end is followed no
 * further than the range. Throws for a rule that repeats too often to be a person's calendar.
 *
 * @param until the rule's own end as a wall time, included; it may come in another zone than the start
 */
export function wallsOfRule(
  parser: Parser,
  rule: ICAL.Recur,
  start: number,
  { from, until }: WallRange,
  ruleEnd: number | undefined,
): number[] {
  const last = Math.min(ruleEnd ?? Infinity, until - 1);
  const bounded = rule.clone();
  bounded.until = toTime(parser, last);
  const walls: number[] = start >= from && start <= last ? [start] : [];
  if (last < start) return walls;
  const iterator = bounded.iterator(toTime(parser, nearbyStart(rule, start, from)));
  const ended = guard(iterator, last);
  try {
    for (let time = iterator.next(); time as unknown; time = iterator.next()) {
      const wall = wallOf(time);
      if (wall > last) break;
      if (wall >= from && wall > start) walls.push(wall);
    }
  } catch (error) {
    if (error !== ended) throw error;
  }
  return walls;
}

/** A start of the same rule shortly before the range. Where repetitions are counted it has to be the first one. */
function nearbyStart(rule: ICAL.Recur, start: number, from: number): number {
  const unit = UNIT_MS[rule.freq];
  if (unit === undefined || rule.count) return start;
  const step = unit * rule.interval;
  return start + Math.max(0, Math.floor((from - start) / step) - 1) * step;
}

/**
 * The parser looks for the next match of a rule such as "each day that is 30 February" for ever. Its test of a candidate
 * is the one place that every such search comes by: there it is ended, by what this returns, once it has left the range.
 */
function guard(iterator: ICAL.RecurIterator, last: number): Error {
  const ended = new Error('the range is over');
  const test: unknown = Reflect.get(iterator, 'check_contracting_rules');
  if (typeof test !== 'function') throw new TypeError('another version of the parser');
  let steps = 0;
  Object.defineProperty(iterator, 'check_contracting_rules', {
    value(): unknown {
      if ((steps += 1) > MOST_STEPS) throw new Error('an event repeats too often');
      if (wallOf(iterator.last) > last + DAY_MS) throw ended;
      return Reflect.apply(test, iterator, []);
    },
  });
  return ended;
}
