/**
 * IANA zones behind tables of their transitions, for the slot engine: a look-up costs nanoseconds where `Intl` costs a
 * microsecond. See docs/decisions/0001-time-zones.md.
 */
import { DAY_MS } from './plain-date.js';
import { instantOfWall, offsetFormat, probeOffset, STEADY_MS } from './time-zone.js';

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

const PROBE = STEADY_MS;
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

/** The stretch around an instant over which the zone keeps its offset, as far as it is known. Throws `RangeError` for an unknown zone. */
export function spanOf(zone: string, ms: number): Span {
  return spanAt(zoneOf(zone), ms);
}

/** The local date at an instant, in days since 1970-01-01. */
export function localDay(zone: string, ms: number): number {
  return Math.floor((ms + offsetIn(zone, ms)) / DAY_MS);
}

/** `instantOfWall` of the same zone by its table. */
export function instantByTable(zone: string, day: number, minutes: number): number {
  return instantOfWall(zone, day, minutes, offsetIn);
}

function offsetIn(zone: string, ms: number): number {
  return spanOf(zone, ms).offsetMs;
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(name, (zone = { format: offsetFormat(name), chunks: new Map(), last: NOWHERE }));
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
  let offsetMs = probeOffset(format, start);
  for (let at = start; at < start + CHUNK; at += PROBE) {
    const next = probeOffset(format, at + PROBE);
    if (next === offsetMs) continue;
    // Changes fall on whole seconds.
    let low = at / 1000;
    let high = (at + PROBE) / 1000;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (probeOffset(format, middle * 1000) === offsetMs) low = middle;
      else high = middle;
    }
    spans.push({ from, to: high * 1000, offsetMs });
    from = high * 1000;
    offsetMs = next;
  }
  spans.push({ from, to: start + CHUNK, offsetMs });
  return spans;
}
