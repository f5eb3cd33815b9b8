/**
 * IANA zones through the engine's own `Temporal`, else `Intl`, asked directly: right for the few hundred times that a page
 * shows. The slot engine, which asks thousands of times, keeps tables (`zone-table.ts`). Why not a library:
 * docs/decisions/0001-time-zones.md; why `Temporal`: docs/decisions/0015-first-paint.md.
 */
import { temporal } from './temporal.js';
import { DAY_MS, dateOf, dayOf } from './plain-date.js';

interface Zone {
  /** Milliseconds ahead of UTC at an instant. */
  readonly probe: (ms: number) => number;
  /** Answers so far: the lengths of a day's sessions start at the same times. */
  readonly offsets: Map<number, number>;
}

const MINUTE_MS = 60_000;
/** Names and instants come from visitors: the cache must not grow with what they send. */
const MAX_ZONES = 700;
const MAX_OFFSETS = 10_000;

const zones = new Map<string, Zone>();

/** Whether a text names a zone that `Intl` knows, such as `Europe/Berlin`. Bare offsets (`+02:00`) are no zones. */
export function isTimeZone(zone: string): boolean {
  // Only some engines take offsets: refused, so that all answer the same.
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    zoneOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes that a zone's clocks are ahead of UTC at an instant. Throws `RangeError` for an unknown zone. */
export function offsetAt(zone: string, ms: number): number {
  return offsetMsAt(zone, ms) / MINUTE_MS;
}

/** The local date and the minutes since its midnight that a wall clock shows. */
export function localDateTime(zone: string, ms: number): { date: string; minutes: number } {
  const local = ms + offsetMsAt(zone, ms);
  const day = Math.floor(local / DAY_MS);
  return { date: dateOf(day), minutes: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

/** The local date `YYYY-MM-DD` at an instant. */
export function localDate(zone: string, ms: number): string {
  return localDateTime(zone, ms).date;
}

/** No zone's clocks change twice within so long (Morocco's do after 28 days and more). */
export const STEADY_MS = 6 * DAY_MS;

/** A `localDate` for many instants in order, which asks for few offsets. */
export function dateReader(zone: string): (ms: number) => string {
  let from = 1;
  let to = 0;
  let offset = 0;
  let day = NaN;
  let date = '';
  return (ms) => {
    if (ms < from || ms > to) {
      offset = offsetMsAt(zone, ms);
      from = ms;
      to = offsetMsAt(zone, ms + STEADY_MS) === offset ? ms + STEADY_MS : ms;
    }
    const local = Math.floor((ms + offset) / DAY_MS);
    if (local !== day) date = dateOf((day = local));
    return date;
  };
}

/**
 * The instant of a wall time, as Temporal's `compatible`: in a gap as much later as the clocks jump, in an overlap the
 * earlier. `minutes` may be 1440, the end of the date.
 */
export function instantOf(zone: string, date: string, minutes: number): number {
  return instantOfWall(zone, dayOf(date), minutes);
}

/** As `instantOf`, for a date in days since 1970-01-01. `offsetOf` tells a zone's offset in milliseconds. */
export function instantOfWall(zone: string, day: number, minutes: number, offsetOf = offsetMsAt): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  // No offset is beyond a day, so a change that matters lies between these two.
  const before = offsetOf(zone, wall - DAY_MS);
  const early = wall - before;
  if (offsetOf(zone, early) === before) return early;
  const late = wall - offsetOf(zone, wall + DAY_MS);
  return late + offsetOf(zone, late) === wall ? late : early;
}

/** What a zone's clocks are ahead of UTC by `Intl`'s own word, in milliseconds. */
export function probeOffset(format: Intl.DateTimeFormat, ms: number): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?/.exec(format.format(ms)) ?? [];
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** Writes the offset of a zone, for `probeOffset`. Throws `RangeError` for an unknown zone. */
export function offsetFormat(zone: string): Intl.DateTimeFormat {
  // `longOffset` is English for any calendar and year: "1/1/1970, GMT-00:44:30".
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
}

function offsetMsAt(zone: string, ms: number): number {
  const { probe, offsets } = zoneOf(zone);
  let offset = offsets.get(ms);
  if (offset === undefined) {
    if (offsets.size >= MAX_OFFSETS) offsets.clear();
    offsets.set(ms, (offset = probe(ms)));
  }
  return offset;
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(name, (zone = { probe: probeOf(name), offsets: new Map() }));
  }
  return zone;
}

/** Throws `RangeError` for an unknown zone. */
function probeOf(name: string): (ms: number) => number {
  if (temporal) {
    const { Instant } = temporal;
    const probe = (ms: number) =>
      Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
    probe(0);
    return probe;
  }
  const format = offsetFormat(name);
  return (ms) => probeOffset(format, ms);
}
