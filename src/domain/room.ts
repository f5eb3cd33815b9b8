import { DAY_MS } from './plain-date.js';
import type { Interval } from './intervals.js';

/**
 * How many milliseconds a session may last from each start: until the open stretch around it ends or something blocks.
 * Zero and less is no room. `starts` ascend and lie in `open`, which is sorted and disjoint; `blocked` may be in any order and
 * overlap. Nothing is sorted here: the work grows with the starts and the blocked intervals, not with their product.
 */
export function roomAfter(
  starts: readonly number[],
  open: readonly Interval[],
  blocked: readonly Interval[],
): Float64Array {
  const count = starts.length;
  const indexFrom = finderOf(starts);
  /** Changes, from one start to the next, of the number of intervals that lie over it. */
  const cover = new Int32Array(count + 1);
  /** For the last start before an interval, where that one begins. */
  const begins = new Float64Array(count).fill(Infinity);
  for (const { start, end } of blocked) {
    const first = indexFrom(start);
    const last = indexFrom(end);
    cover[first] = (cover[first] ?? 0) + 1;
    cover[last] = (cover[last] ?? 0) - 1;
    if (first > 0) begins[first - 1] = Math.min(begins[first - 1] ?? Infinity, start);
  }
  const room = new Float64Array(count);
  let limit = Infinity;
  let at = open.length - 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const start = starts[index] ?? 0;
    while ((open[at]?.start ?? -Infinity) > start) at -= 1;
    limit = Math.min(limit, begins[index] ?? Infinity);
    room[index] = Math.min(limit, open[at]?.end ?? start) - start;
  }
  let depth = 0;
  for (let index = 0; index < count; index += 1) {
    depth += cover[index] ?? 0;
    if (depth > 0) room[index] = 0;
  }
  return room;
}

/** Finds the index of the first start that is not before an instant, by way of the first one of its day in UTC. */
function finderOf(starts: readonly number[]): (ms: number) => number {
  const count = starts.length;
  const firstDay = Math.floor((starts[0] ?? 0) / DAY_MS);
  const days = Math.floor((starts[count - 1] ?? 0) / DAY_MS) - firstDay + 1;
  const firstOfDay = new Int32Array(days);
  let next = 0;
  for (let day = 0; day < days; day += 1) {
    firstOfDay[day] = next;
    const midnight = (firstDay + day + 1) * DAY_MS;
    while (next < count && (starts[next] ?? 0) < midnight) next += 1;
  }
  return (ms) => {
    const day = Math.floor(ms / DAY_MS) - firstDay;
    if (day < 0) return 0;
    if (day >= days) return count;
    let index = firstOfDay[day] ?? 0;
    while (index < count && (starts[index] ?? 0) < ms) index += 1;
    return index;
  };
}
