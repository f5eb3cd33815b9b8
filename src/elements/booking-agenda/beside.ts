import type { Slot } from '../../domain/slot.js';
import { localDateTime } from '../../domain/time-zone.js';
import type { AgendaDay } from './agenda-days.js';

/** The time of the nearest earlier (`-1`) or later (`1`) day that is nearest to the same time of day; null at the end of the week. */
export function timeBeside(days: readonly AgendaDay[], startTime: string, step: 1 | -1, zone: string): Slot | null {
  const at = days.findIndex(({ slots }) => slots.some((slot) => slot.startTime === startTime));
  if (at < 0) return null;
  const wanted = minutesOf(startTime, zone);
  for (let index = at + step; index >= 0 && index < days.length; index += step) {
    const slots = days[index]?.slots ?? [];
    const away = (slot: Slot) => Math.abs(minutesOf(slot.startTime, zone) - wanted);
    const [first, ...others] = slots;
    if (first) return others.reduce((nearest, slot) => (away(slot) < away(nearest) ? slot : nearest), first);
  }
  return null;
}

function minutesOf(startTime: string, zone: string): number {
  return localDateTime(zone, Date.parse(startTime)).minutes;
}
