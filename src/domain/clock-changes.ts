import { DAY_MS } from './plain-date.js';
import { offsetAt } from './time-zone.js';

/** Clocks that are put forward or back. */
export interface ClockChange {
  /** IANA. */
  readonly zone: string;
  /** The first instant on the new time, in milliseconds. */
  readonly at: number;
  /** Minutes that the clocks go forward; negative: back. */
  readonly shift: number;
}

/** No zone changes its clocks twice within so few days: Morocco's, for Ramadan, are a month apart. */
const PROBE_MS = 6 * DAY_MS;
const SECOND_MS = 1000;

/**
 * What somebody who looks now at times of a span has to know of a zone's clocks: their first change within the span, else the
 * last one before it that makes them show another time than they would now. Null: they will be as they are. All in milliseconds.
 */
export function clockChange(
  zone: string,
  now: number,
  { start, end }: { readonly start: number; readonly end: number },
): ClockChange | null {
  const changes = changesIn(zone, now, end);
  const within = changes.find(({ at }) => at > start);
  if (within || offsetAt(zone, Math.max(now, start)) === offsetAt(zone, now)) return within ?? null;
  return changes.at(-1) ?? null;
}

/** All changes after an instant, up to and with another one. */
function changesIn(zone: string, start: number, end: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  for (let from = start; from < end;) {
    // On the same instants whatever the time is: what was asked before is known.
    const to = Math.min(end, (Math.floor(from / PROBE_MS) + 1) * PROBE_MS);
    const shift = offsetAt(zone, to) - offsetAt(zone, from);
    if (shift) changes.push({ zone, at: changeBetween(zone, from, to), shift });
    from = to;
  }
  return changes;
}

/** The instant between two of different offsets at which the clocks change, to the second. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [Math.floor(from / SECOND_MS), Math.ceil(to / SECOND_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * SECOND_MS) === before) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}
