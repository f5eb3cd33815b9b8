import { parseInstant } from './instant.js';
import { refuse } from './read.js';
import type { Busy } from './slot.js';
import { localDay } from './time-zone.js';
import { mergeIntervals, type Interval } from './windows.js';

/** What a busy list means for candidates. */
export interface Blocked {
  /** No session may touch these; merged and sorted. */
  readonly intervals: readonly Interval[];
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
  const intervals: Interval[] = [];
  busy.forEach((item, index) => {
    const start = parseInstant(item.start, `busy.${index}.start`);
    const end = parseInstant(item.end, `busy.${index}.end`);
    if (end < start) refuse(`busy.${index}.end`, 'too_small');
    const from = start - bufferMs(item.bufferBeforeMinutes, `busy.${index}.bufferBeforeMinutes`);
    const to = end + bufferMs(item.bufferAfterMinutes, `busy.${index}.bufferAfterMinutes`);
    if (from < to) intervals.push({ start: from - after, end: to + before });
    if (item.isSession === true) {
      const day = localDay(zone, start);
      sessionsOn.set(day, (sessionsOn.get(day) ?? 0) + 1);
    }
  });
  return { intervals: mergeIntervals(intervals), sessionsOn };
}

/** Milliseconds of a buffer in minutes; none is 0. */
export function bufferMs(minutes: number | null | undefined, path: string): number {
  const value = minutes ?? 0;
  if (!Number.isFinite(value)) refuse(path, 'invalid');
  if (value < 0) refuse(path, 'too_small');
  return value * 60_000;
}
