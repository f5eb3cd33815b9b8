/**
 * IANA zones through `Intl`, behind tables of their transitions: a look-up costs nanoseconds where `Intl` costs a
 * microsecond. Why not a library: docs/decisions/0001-time-zones.md.
 */
import { DAY_MS, dateOf, dayOf } from './plain-date.js';

/** A stretch of time over which a zone keeps one offset: `[from, to)` in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Spans of each stretch of `CHUNK` that was asked for. */
  readonly chunks: Map<number, readonly Span[]>;
  last: Span;
}

const MINUTE_MS = 60_000;
/** Morocco's clocks change back after 28 days and more; in no zone do they within 6. */
const PROBE = 6 * DAY_MS;
const CHUNK = 16 * PROBE;
/** Names and instants come from visitors: the cache must not grow with what they send. */
const MAX_ZONES = 700;
const MAX_CHUNKS = 500;

const NOWHERE: Span = { from: 0, to: 0, offsetMs: 0 };

const zones = new Map<string, Zone>();

/** Forgets all tables; for benchmarks. */
export function clearTimeZoneCache(): void {
  zones.clear();
}

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
  return spanAt(zoneOf(zone), ms).offsetMs / MINUTE_MS;
}

/** The local date and the minutes since its midnight that a wall clock shows. */
export function localDateTime(zone: string, ms: number): { date: string; minutes: number } {
  const local = ms + spanAt(zoneOf(zone), ms).offsetMs;
  const day = Math.floor(local / DAY_MS);
  return { date: dateOf(day), minutes: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

/** The local date `YYYY-MM-DD` at an instant. */
export function localDate(zone: string, ms: number): string {
  return dateOf(localDay(zone, ms));
}

/** As `localDate`, in days since 1970-01-01. */
export function localDay(zone: string, ms: number): number {
  return Math.floor((ms + spanAt(zoneOf(zone), ms).offsetMs) / DAY_MS);
}

/**
 * The instant of a wall time, as Temporal's `compatible`: in a gap as much later as the clocks jump, in an overlap the
 * earlier. `minutes` may be 1440, the end of the date.
 */
export function instantOf(zone: string, date: string, minutes: number): number {
  return instantOfWall(zone, dayOf(date), minutes);
}

/** As `instantOf`, for a date in days since 1970-01-01. */
export function instantOfWall(zone: string, day: number, minutes: number): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const table = zoneOf(zone);
  // No offset is beyond a day, so a change that matters lies between these two.
  const before = spanAt(table, wall - DAY_MS);
  const early = wall - before.offsetMs;
  if (early < before.to) return early;
  const late = wall - spanAt(table, wall + DAY_MS).offsetMs;
  return late + spanAt(table, late).offsetMs === wall && spanAt(table, early).offsetMs !== before.offsetMs
    ? late
    : early;
}

/** The stretch around an instant over which the zone keeps its offset, as far as it is known. */
export function spanOf(zone: string, ms: number): Span {
  return spanAt(zoneOf(zone), ms);
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    // `longOffset` is English for any calendar and year: "1/1/1970, GMT-00:44:30".
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(name, (zone = { format, chunks: new Map(), last: NOWHERE }));
  }
  return zone;
}

function spanAt(zone: Zone, ms: number): Span {
  const { last } = zone;
  if (ms >= last.from && ms < last.to) return last;
  const index = Math.floor(ms / CHUNK);
  let spans = zone.chunks.get(index);
  if (!spans) {
    if (zone.chunks.size >= MAX_CHUNKS) zone.chunks.clear();
    zone.chunks.set(index, (spans = spansOf(zone.format, index * CHUNK)));
  }
  return (zone.last = spans.find((span) => ms < span.to) ?? NOWHERE);
}

function spansOf(format: Intl.DateTimeFormat, start: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  let offsetMs = probe(format, start);
  for (let at = start; at < start + CHUNK; at += PROBE) {
    const next = probe(format, at + PROBE);
    if (next === offsetMs) continue;
    // Changes fall on whole seconds.
    let low = at / 1000;
    let high = (at + PROBE) / 1000;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (probe(format, middle * 1000) === offsetMs) low = middle;
      else high = middle;
    }
    spans.push({ from, to: high * 1000, offsetMs });
    from = high * 1000;
    offsetMs = next;
  }
  spans.push({ from, to: start + CHUNK, offsetMs });
  return spans;
}

function probe(format: Intl.DateTimeFormat, ms: number): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?/.exec(format.format(ms)) ?? [];
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
