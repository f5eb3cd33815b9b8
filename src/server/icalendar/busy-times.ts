import { DAY_MS } from '../../domain/plain-date.js';
import type { CalendarZone } from './calendar-zone.js';
import type { Calendar, CalendarEvent, Length, Moment } from './calendar.js';
import { wallsOfRule, type Parser } from './recurrence.js';

/** Epoch milliseconds, half-open. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** No zone is further from UTC, and no repetition is looked for further outside. */
const ZONE_MARGIN = 2 * DAY_MS;

/**
 * When a calendar is busy within a range: in order, and joined where times touch. Dates and floating times are read in the
 * calendar's own zone, else in `fallback`.
 */
export function busyTimes(parser: Parser, calendar: Calendar, range: Interval, fallback: CalendarZone): Interval[] {
  const zone = calendar.zone ?? fallback;
  const clock = createClock(zone);
  const found: Interval[] = [];
  const add = (start: number, end: number): void => {
    if (start < range.end && end > range.start && start < end) found.push({ start, end });
  };
  for (const { start, end, length } of calendar.periods) {
    add(clock.instantOf(start), clock.endOf(start, end, length));
  }
  for (const series of seriesOf(calendar.events)) {
    for (const each of occurrences(parser, series, range, clock)) add(each.start, each.end);
  }
  return join(found);
}

/** An event that repeats, and the events that stand for some of its repetitions. */
interface Series {
  readonly masters: readonly CalendarEvent[];
  readonly changes: readonly CalendarEvent[];
}

function seriesOf(events: readonly CalendarEvent[]): Series[] {
  const byUid = new Map<string, CalendarEvent[]>();
  const alone: Series[] = [];
  for (const event of events) {
    // Without a name nothing can belong to it.
    if (event.uid === '') alone.push({ masters: [event], changes: [] });
    else byUid.set(event.uid, [...(byUid.get(event.uid) ?? []), event]);
  }
  const named = [...byUid.values()].map((group) => ({
    masters: group.filter((event) => !event.recurrenceId),
    changes: group.filter((event) => event.recurrenceId),
  }));
  return [...alone, ...named];
}

/** Reads moments in the zone of dates and floating times. */
interface Clock {
  readonly zoneOf: (moment: Moment) => CalendarZone;
  readonly instantOf: (moment: Moment) => number;
  /** Without an end and a length a date is one day, and a time is none (RFC 5545, 3.6.1). */
  readonly endOf: (start: Moment, end: Moment | undefined, length: Length | undefined) => number;
}

function createClock(zone: CalendarZone): Clock {
  const zoneOf = (moment: Moment): CalendarZone => moment.zone ?? zone;
  const instantOf = (moment: Moment): number => zoneOf(moment).instantOf(moment.wall);
  return {
    zoneOf,
    instantOf,
    endOf(start, end, length) {
      if (end) return instantOf(end);
      const { days, ms } = length ?? { days: start.isDate ? 1 : 0, ms: 0 };
      return zoneOf(start).instantOf(start.wall + days * DAY_MS) + ms;
    },
  };
}

/** The length of every repetition: of dates by the calendar, of times exact, as they are written. */
function lengthOf({ start, end, length }: CalendarEvent, clock: Clock): Length {
  if (!end) return length ?? { days: start.isDate ? 1 : 0, ms: 0 };
  if (start.isDate && end.isDate) return { days: Math.max(0, (end.wall - start.wall) / DAY_MS), ms: 0 };
  return { days: 0, ms: Math.max(0, clock.instantOf(end) - clock.instantOf(start)) };
}

function* occurrences(
  parser: Parser,
  { masters, changes }: Series,
  range: Interval,
  clock: Clock,
): Generator<Interval> {
  const changed = new Map<number, CalendarEvent>();
  for (const change of changes) if (change.recurrenceId) changed.set(clock.instantOf(change.recurrenceId), change);
  const onwards = [...changed].filter(([, change]) => change.isThisAndFuture).sort(([a], [b]) => b - a);
  // Changes that move all later repetitions may bring some from outside into the range.
  const shifts = onwards.map(([at, change]) => Math.abs(clock.instantOf(change.start) - at));
  const margin = Math.max(0, ...shifts);

  for (const change of changes) {
    const start = clock.instantOf(change.start);
    if (change.isBusy) yield { start, end: ending(change, change.start.wall, clock) };
  }
  for (const master of masters) {
    for (const moment of repetitionsOf(parser, master, range, margin, clock)) {
      const start = clock.instantOf(moment.start);
      if (changed.has(start)) continue;
      const [at, change] = onwards.find(([from]) => from <= start) ?? [];
      if (change === undefined || at === undefined) {
        const end = moment.end ?? ending(master, moment.start.wall, clock);
        if (master.isBusy) yield { start, end };
      } else if (change.isBusy) {
        const from = start + (clock.instantOf(change.start) - at);
        yield { start: from, end: from + ending(change, change.start.wall, clock) - clock.instantOf(change.start) };
      }
    }
  }
}

/** When a repetition ends that starts at a wall time. */
function ending(event: CalendarEvent, wall: number, clock: Clock): number {
  const { days, ms } = lengthOf(event, clock);
  return clock.zoneOf(event.start).instantOf(wall + days * DAY_MS) + ms;
}

interface Repetition {
  readonly start: Moment;
  /** Its own, where it has one. */
  readonly end?: number;
}

function repetitionsOf(
  parser: Parser,
  event: CalendarEvent,
  range: Interval,
  margin: number,
  clock: Clock,
): Repetition[] {
  const { start, rules, extraTimes, exceptions } = event;
  const { days, ms } = lengthOf(event, clock);
  const from = range.start - margin - ZONE_MARGIN - days * DAY_MS - ms;
  const until = range.end + margin + ZONE_MARGIN;
  const zone = clock.zoneOf(start);

  const walls = new Set([start.wall]);
  for (const { recur, until: end } of rules) {
    for (const wall of wallsOfRule(parser, recur, start.wall, { from, until }, end && lastWall(end, zone)))
      walls.add(wall);
  }
  const repetitions: Repetition[] = [...walls].map((wall) => ({ start: { ...start, wall } }));
  for (const extra of extraTimes) {
    const hasEnd = extra.end ?? extra.length;
    repetitions.push({
      start: extra.start,
      ...(hasEnd && { end: clock.endOf(extra.start, extra.end, extra.length) }),
    });
  }
  if (exceptions.length === 0) return repetitions;
  // A date takes away whatever starts on it.
  const dates = new Set(exceptions.filter((each) => each.isDate).map((each) => each.wall));
  const instants = new Set(exceptions.filter((each) => !each.isDate).map(clock.instantOf));
  return repetitions.filter(
    (each) => !dates.has(Math.floor(each.start.wall / DAY_MS) * DAY_MS) && !instants.has(clock.instantOf(each.start)),
  );
}

/** The last wall time of a rule, included: a date counts to its end, and UTC is what the event's own clocks show then. */
function lastWall({ wall, isDate, zone }: Moment, ofEvent: CalendarZone): number {
  if (isDate) return wall + DAY_MS - 1;
  return zone ? ofEvent.wallOf(wall) : wall;
}

function join(intervals: readonly Interval[]): Interval[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
