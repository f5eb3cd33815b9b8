import { instantOf } from '../domain/time-zone.js';
import { indexAt } from './slots.js';
import { knownUntil } from './spans.js';
import type { FlowContext, NextFree } from './state.js';

/** The first free time of a length that starts at or after an instant, as far as that is known. */
export function nextFreeFrom({ times, search }: FlowContext, durationMinutes: number, from: number): NextFree {
  const known = knownUntil(times, from);
  for (let index = indexAt(times.slots, from), end = indexAt(times.slots, known); index < end; index++) {
    const slot = times.slots[index];
    if (slot?.durationMinutes === durationMinutes) return { status: 'found', slot };
  }
  return { status: known === Infinity ? 'none' : search.status };
}

/** From when on all of a coach's times count: the start of the first page. */
export function firstKnown({ times }: FlowContext): number {
  return times.loaded[0]?.start ?? 0;
}

/** The instant at which a date begins for the visitor. */
export function startOfDay({ timeZone }: FlowContext, day: string): number {
  return instantOf(timeZone, day, 0);
}
