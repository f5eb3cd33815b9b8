import type { Blocked } from './blocked.js';
import { DAY_MS } from './plain-date.js';
import type { Interval } from './intervals.js';

/**
 * How many milliseconds a session may last from each start: until the open stretch around it ends or something blocks.
 * Zero and less is no room. `starts` ascend and lie in `open`, which is sorted and disjoint; what blocks may be in any order
 * and overlap. Nothing is sorted here: the work grows with the starts and the blocked intervals, not with their product.
 */
export function roomAfter(
  starts: readonly number[],
  open: readonly Interval[],
  blocked: Pick<Blocked, 'starts' | 'ends'>,
): number[] {
  const count = starts.length;
  const indexFrom = finderOf(starts);
  /** For the last start before an interval, where that one begins. */
  const limits = new Array<number>(count).fill(Infinity);
  /** By how many more intervals a start is covered than the one before it. */
  const cover = new Array<number>(count + 1).fill(0);
  blocked.starts.forEach((start, interval) => {
    const first = indexFrom(start);
    const last = indexFrom(blocked.ends[interval] ?? start, first);
    cover[first] = (cover[first] ?? 0) + 1;
    cover[last] = (cover[last] ?? 0) - 1;
    if (first > 0) limits[first - 1] = Math.min(limits[first - 1] ?? Infinity, start);
  });
  let limit = Infinity;
  let covered = -(cover[count] ?? 0);
  let at = open.length - 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const start = starts[index] ?? 0;
    while ((open[at]?.start ?? -Infinity) > start) at -= 1;
    limit = Math.min(limit, limits[index] ?? Infinity);
    limits[index] = covered > 0 ? 0 : Math.min(limit, open[at]?.end ?? start) - start;
    covered -= cover[index] ?? 0;
  }
  return limits;
}

/** Finds the index of the first start that is not before an instant, by way of the first one of its day in UTC. */
function finderOf(starts: readonly number[]): (ms: number, atLeast?: number) => number {
  const count = starts.length;
  const firstDay = Math.floor((starts[0] ?? 0) / DAY_MS);
  const days = Math.floor((starts[count - 1] ?? 0) / DAY_MS) - firstDay + 1;
  const firstOfDay: number[] = [];
  let next = 0;
  for (let day = 0; day < days; day += 1) {
    firstOfDay.push(next);
    const midnight = (firstDay + day + 1) * DAY_MS;
    while (next < count && (starts[next] ?? 0) < midnight) next += 1;
  }
  return (ms, atLeast = 0) => {
    const day = Math.floor(ms / DAY_MS) - firstDay;
    if (day < 0) return 0;
    if (day >= days) return count;
    let index = Math.max(firstOfDay[day] ?? 0, atLeast);
    while (index < count && (starts[index] ?? 0) < ms) index += 1;
    return index;
  };
}
