import type { Slot } from '../domain/slot.js';

type SlotTime = Pick<Slot, 'startTime' | 'durationMinutes'>;

/** Whether two slots are one time, whatever they cost. */
export function sameTime(a: SlotTime | null | undefined, b: SlotTime | null | undefined): boolean {
  return !!a && !!b && a.startTime === b.startTime && a.durationMinutes === b.durationMinutes;
}
