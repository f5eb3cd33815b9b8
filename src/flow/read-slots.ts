import { parseSlots } from '../domain/parse-availability.js';
import type { Slot } from '../domain/slot.js';
import { indexAt } from './slots.js';

/** As many of a stranger's times as make sense and are not past. */
export function readSlots(value: unknown, now: number): readonly Slot[] {
  try {
    const slots = parseSlots(value, 'slots');
    return slots.slice(indexAt(slots, now));
  } catch {
    return [];
  }
}
