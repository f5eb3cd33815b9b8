import { addDays } from '../domain/plain-date.js';
import type { Slot } from '../domain/slot.js';
import { slotsOf } from './selectors.js';
import { PAGE_DAYS } from './spans.js';
import type { FlowContext, Times } from './state.js';

/** Free times by date `YYYY-MM-DD` in the visitor's zone. A date that is missing is not known yet. */
export type DayTimes = Readonly<Record<string, readonly Slot[]>>;

const made = new WeakMap<Times, { readonly key: string; readonly days: DayTimes }>();

/**
 * The free times of the chosen length on each known date of what is loaded for the shown page: six weeks, more in a list
 * that goes on. The same object as long as nothing of it changes.
 */
export function dayTimes(state: FlowContext): DayTimes {
  const { times, timeZone, pageStart, pageDays, durationMinutes } = state;
  const key = `${timeZone}|${pageStart}|${pageDays}|${durationMinutes}`;
  const known = made.get(times);
  if (known?.key === key) return known.days;
  const dates = Array.from({ length: Math.max(pageDays, PAGE_DAYS) }, (_, index) => addDays(pageStart, index));
  const days = Object.fromEntries(
    dates.flatMap((date) => {
      const slots = slotsOf(state, date);
      return slots ? [[date, slots] as const] : [];
    }),
  );
  made.set(times, { key, days });
  return days;
}
