import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import { nextFreeFrom, startOfDay } from './next-free.js';
import { showDay } from './picking.js';
import { dayOfSlot } from './slots.js';
import { PAGE_DAYS } from './spans.js';
import type { FlowState } from './state.js';

/** A view of one week opens with the first week that has a free time. Once it is open, a visitor may look at empty weeks too. */
export function openWeek(before: FlowState, state: FlowState, { now }: FlowEnvironment, event: FlowEvent): Transition {
  const isOpening = event.type === 'continue' || event.type === 'look-ahead' || !before.times.loaded.length;
  if (!isOpening || state.step !== 'datetime' || state.day !== null || state.pageDays >= PAGE_DAYS) return stay(state);
  const next = nextFreeFrom(state, state.durationMinutes, startOfDay(state, state.pageStart));
  return next.status === 'found' ? showDay(state, dayOfSlot(next.slot, state.timeZone), now) : stay(state);
}
