/** Sorted lists of times. Canonical instants sort as texts, so nothing is parsed to find one. */
import { DAY_MS } from '../domain/plain-date.js';
import type { Slot } from '../domain/slot.js';
import { dateReader, localDate } from '../domain/time-zone.js';
import type { InstantSpan } from './state.js';

/** The index of the first slot that starts at or after an instant. */
export function indexAt(slots: readonly Slot[], ms: number): number {
  // Beyond the years that an instant can have.
  if (!(Math.abs(ms) < 1e8 * DAY_MS)) return ms > 0 ? slots.length : 0;
  const time = new Date(ms).toISOString();
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.startTime ?? '') < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The slot of that start and length, as it is known now. */
export function findSlot(slots: readonly Slot[], startTime: string, durationMinutes: number): Slot | null {
  for (let index = indexAt(slots, Date.parse(startTime)); slots[index]?.startTime === startTime; index++) {
    const slot = slots[index];
    if (slot?.durationMinutes === durationMinutes) return slot;
  }
  return null;
}

/** The date on which a slot begins in a zone. */
export function dayOfSlot({ startTime }: Slot, timeZone: string): string {
  return localDate(timeZone, Date.parse(startTime));
}

/** Puts fresh slots in the place of all that started within a span. */
export function replaceSlots(slots: readonly Slot[], span: InstantSpan, fresh: readonly Slot[]): readonly Slot[] {
  const within = fresh.slice(indexAt(fresh, span.start), indexAt(fresh, span.end));
  return [...slots.slice(0, indexAt(slots, span.start)), ...within, ...slots.slice(indexAt(slots, span.end))];
}

const groups = new WeakMap<readonly Slot[], Map<string, ReadonlyMap<string, readonly Slot[]>>>();

/** Slots of one length by their date in a zone, worked out once for each list. Null: of every length, each start once. */
export function slotsByDay(
  slots: readonly Slot[],
  timeZone: string,
  durationMinutes: number | null,
): ReadonlyMap<string, readonly Slot[]> {
  const made = groups.get(slots) ?? new Map<string, ReadonlyMap<string, readonly Slot[]>>();
  groups.set(slots, made);
  const key = `${timeZone}|${durationMinutes}`;
  const known = made.get(key);
  if (known) return known;
  const days = new Map<string, Slot[]>();
  const dateAt = dateReader(timeZone);
  let previous = '';
  for (const slot of slots) {
    if (durationMinutes === null ? slot.startTime === previous : slot.durationMinutes !== durationMinutes) continue;
    previous = slot.startTime;
    const day = dateAt(Date.parse(slot.startTime));
    const list = days.get(day);
    if (list) list.push(slot);
    else days.set(day, [slot]);
  }
  made.set(key, days);
  return days;
}
