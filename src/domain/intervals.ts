/** Epoch milliseconds, half-open. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The union as intervals that neither overlap nor touch, sorted. Empty and reversed ones are dropped. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else merged.push(next);
  }
  return merged;
}
