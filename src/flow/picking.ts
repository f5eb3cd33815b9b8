/** What a visitor does to pick a time. With `loading.ts` this is all that the picker needs to be there at once. */
import { addDays, isPlainDate, startOfMonth, startOfWeek, weekdayOf } from '../domain/plain-date.js';
import { isAllowedDuration } from '../domain/listed-price.js';
import type { Slot } from '../domain/slot.js';
import { localDate } from '../domain/time-zone.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import { contextOf } from './initial-state.js';
import { loadPage } from './loading.js';
import { nextFreeFrom, startOfDay } from './next-free.js';
import { dayOfSlot, findSlot, slotsByDay } from './slots.js';
import { daysSpan, PAGE_DAYS } from './spans.js';
import type { DatetimeStep, DurationStep, FlowState } from './state.js';

export function isChoosing(state: FlowState): state is DurationStep | DatetimeStep {
  return state.step === 'duration' || state.step === 'datetime';
}

/** Keeps the chosen time where the new length has it too. */
export function selectDuration(state: FlowState, durationMinutes: number): Transition {
  const { config, times, slot, day, timeZone } = state;
  if (!isChoosing(state) || durationMinutes === state.durationMinutes) return stay(state);
  if (config.status !== 'ready' || !isAllowedDuration(config.value, durationMinutes)) return stay(state);
  const hasTimes = day !== null && slotsByDay(times.slots, timeZone, durationMinutes).has(day);
  return stay({
    ...state,
    durationMinutes,
    slot: slot && findSlot(times.slots, slot.startTime, durationMinutes),
    day: hasTimes ? day : null,
    chosenDay: hasTimes ? state.chosenDay : null,
  });
}

/** `pageDays`: how many days are shown from now on. */
export function showPage(
  state: FlowState,
  pageStart: string,
  { now }: FlowEnvironment,
  pageDays = state.pageDays,
): Transition {
  const isShown = pageStart === state.pageStart && pageDays === state.pageDays;
  if (!isChoosing(state) || !isPlainDate(pageStart) || isShown) return stay(state);
  const { start, end } = daysSpan(pageStart, pageDays);
  if (end <= now || start >= state.times.until) return stay(state);
  const page = { ...state, pageStart, pageDays };
  const days = [state.slot && dayOfSlot(state.slot, state.timeZone), state.chosenDay, state.day];
  return loadPage({ ...page, day: days.find((day) => day && isOnPage(day, page)) ?? null });
}

export function selectDay(state: FlowState, day: string, { now }: FlowEnvironment): Transition {
  return isChoosing(state) && isPlainDate(day) && (day !== state.day || day !== state.chosenDay)
    ? showDay(state, day, now)
    : stay(state);
}

export function selectSlot(
  state: FlowState,
  { startTime, durationMinutes }: Slot,
  { now }: FlowEnvironment,
): Transition {
  if (state.step !== 'datetime') return stay(state);
  const { times, taken, timeZone } = state;
  const slot =
    findSlot(times.slots, startTime, durationMinutes) ??
    findSlot(taken?.alternatives ?? [], startTime, durationMinutes);
  if (!slot || (slot === state.slot && !taken)) return stay(state);
  return showDay({ ...state, slot, durationMinutes, taken: null }, dayOfSlot(slot, timeZone), now);
}

export function continueFlow(state: FlowState): Transition {
  const { config, durationMinutes, slot } = state;
  if (config.status !== 'ready' || !config.value.isActive || durationMinutes === null) return stay(state);
  const context = { ...contextOf(state), durationMinutes };
  if (state.step === 'duration' && isAllowedDuration(config.value, durationMinutes)) {
    return loadPage({ ...context, step: 'datetime', taken: null });
  }
  if (state.step !== 'datetime' || !slot) return stay(state);
  return stay({ ...context, step: 'confirmation', slot, submission: { status: 'editing', errors: {} } });
}

/** Shows a day, on the page that is shown where it lies there. */
export function showDay(state: FlowState, day: string, now: number): Transition {
  const next = { ...state, day, chosenDay: day };
  if (isOnPage(day, state)) return loadPage(next);
  const today = localDate(state.timeZone, now);
  const month = startOfMonth(day);
  const first = state.pageDays < PAGE_DAYS ? day : month < today && today <= day ? today : month;
  const pageStart = startOfWeek(first, weekdayOf(state.pageStart));
  return loadPage({ ...next, pageStart });
}

/** Where no day is chosen, the first free one of the page is shown. */
export function showFirstFreeDay(state: FlowState): FlowState {
  if (state.step !== 'datetime' || state.day) return state;
  const next = nextFreeFrom(state, state.durationMinutes, startOfDay(state, state.pageStart));
  const day = next.status === 'found' ? dayOfSlot(next.slot, state.timeZone) : '';
  return isOnPage(day, state) ? { ...state, day } : state;
}

function isOnPage(day: string, { pageStart, pageDays }: Pick<FlowState, 'pageStart' | 'pageDays'>): boolean {
  return day >= pageStart && day < addDays(pageStart, pageDays);
}
