import { parseInstant } from './instant.js';
import { readManyMs } from './many-instants.js';
import { refuse } from './read.js';
import type { Busy } from './slot.js';
import { localDay } from './zone-table.js';

/** What a busy list means for candidates. */
export interface Blocked {
  /** Intervals that no session may touch, in no order: the one from `starts[i]` ends at `ends[i]`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many sessions start on each local date, by days since 1970-01-01. */
  readonly sessionsOn: ReadonlyMap<number, number>;
}

/**
 * Widens each busy interval by its own buffers, and by those that a session would need beside it: then only the bare
 * session must keep out. An interval that is empty even with its own buffers blocks nothing.
 */
export function readBusy(
  busy: readonly Busy[],
  zone: string,
  { before, after }: { readonly before: number; readonly after: number },
): Blocked {
  const sessionsOn = new Map<number, number>();
  // Two arrays of numbers cost a third of what two thousand objects do.
  const starts: number[] = [];
  const ends: number[] = [];
  busy.forEach((item, index) => {
    const start = readManyMs(item.start);
    const end = readManyMs(item.end);
    const from = start - (item.bufferBeforeMinutes ?? 0) * 60_000;
    const to = end + (item.bufferAfterMinutes ?? 0) * 60_000;
    // One comparison for all: bad numbers make it false.
    if (!(from <= start && start <= end && end <= to && to - from < Infinity)) refuseBusy(item, `busy.${index}`);
    if (from < to) {
      starts.push(from - after);
      ends.push(to + before);
    }
    if (item.isSession === true) {
      const day = localDay(zone, start);
      sessionsOn.set(day, (sessionsOn.get(day) ?? 0) + 1);
    }
  });
  return { starts, ends, sessionsOn };
}

function refuseBusy(item: Busy, path: string): never {
  const start = parseInstant(item.start, `${path}.start`);
  const end = parseInstant(item.end, `${path}.end`);
  if (end < start) refuse(`${path}.end`, 'too_small');
  bufferMs(item.bufferBeforeMinutes, `${path}.bufferBeforeMinutes`);
  bufferMs(item.bufferAfterMinutes, `${path}.bufferAfterMinutes`);
  return refuse(path, 'invalid');
}

/** Milliseconds of a buffer in minutes; none is 0. */
export function bufferMs(minutes: number | null | undefined, path: string): number {
  const value = minutes ?? 0;
  if (!Number.isFinite(value)) refuse(path, 'invalid');
  if (value < 0) refuse(path, 'too_small');
  return value * 60_000;
}
