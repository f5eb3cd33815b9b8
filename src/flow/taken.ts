/** A chosen time that is not free any more, and the way to another one. */
import { BookingError } from '../domain/booking-error.js';
import { compareSlots } from '../domain/parse-availability.js';
import type { Slot } from '../domain/slot.js';
import { stay, type Transition } from './effect.js';
import { contextOf } from './initial-state.js';
import { fetchPage } from './loading.js';
import { readSlots } from './read-slots.js';
import { sameTime } from './same-time.js';
import { dayOfSlot, findSlot, indexAt } from './slots.js';
import { daysSpan, missingIn, pageSpan } from './spans.js';
import type { ConfirmationStep, DatetimeStep, FlowState } from './state.js';

/** Back to the days, with the nearest free times; all that was typed stays. */
export function taken(state: ConfirmationStep | DatetimeStep, slot: Slot, error: BookingError): Transition {
  const { times, timeZone, hold, passed } = state;
  const alternatives = readSlots(error.alternatives, 0);
  // What the backend offers is free, whatever was known before.
  const others = times.slots.filter((other) => !alternatives.some((each) => sameTime(each, other)));
  const slots = [...others.filter(({ startTime }) => startTime !== slot.startTime), ...alternatives].sort(compareSlots);
  return fetchPage({
    ...contextOf(state),
    step: 'datetime',
    durationMinutes: slot.durationMinutes,
    times: { ...times, slots },
    slot: null,
    day: dayOfSlot(slot, timeZone),
    attempt: null,
    taken: {
      slot,
      alternatives: alternatives.length ? alternatives : nearest(slots, slot),
      ...((sameTime(hold?.unsure, slot) || sameTime(passed, slot)) && { isUnsure: true }),
    },
  });
}

/**
 * Whether it is too late for the chosen time, or fresh times say that it is gone, before it is sent. One that is held for the
 * visitor is not gone.
 */
export function isGone(state: FlowState): boolean {
  if (state.step !== 'confirmation') return false;
  const { slot, times, hold, passed } = state;
  if (sameTime(passed, slot)) return true;
  if (sameTime(hold?.held?.slot, slot) || sameTime(hold?.asking?.slot, slot)) return false;
  const start = Date.parse(slot.startTime);
  const isTold = start < times.until && !missingIn(times, { start, end: start + 1 });
  return isTold && !findSlot(times.slots, slot.startTime, slot.durationMinutes);
}

/** What the visitor asks for when the chosen time is gone. */
export function showAlternatives(state: FlowState): Transition {
  if (state.step !== 'confirmation' || !isGone(state) || 'attempt' in state.submission) return stay(state);
  return taken(state, state.slot, new BookingError('slot_unavailable'));
}

/**
 * What to fetch to know whether the chosen time is still free, and what is near it: the page that is shown, or where that
 * is another one, the days around the time.
 */
export function refreshChoice(state: FlowState): Transition {
  if (state.step !== 'confirmation') return fetchPage(state);
  const page = pageSpan(state);
  const start = Date.parse(state.slot.startTime);
  return page.start <= start && start < page.end
    ? fetchPage(state)
    : fetchPage(state, daysSpan(dayOfSlot(state.slot, 'UTC'), 2));
}

/** Three times of the same length around one that is gone, as far as is known. */
function nearest(slots: readonly Slot[], { startTime, durationMinutes }: Slot): readonly Slot[] {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startTime) - Date.parse(startTime));
  const same = slots.filter((slot) => slot.durationMinutes === durationMinutes);
  const at = indexAt(same, Date.parse(startTime));
  return same
    .slice(Math.max(0, at - 3), at + 3)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3);
}
