/** A visitor's choice of length, day and time, and the ways between the steps. */
import { addDays, DAY_MS, isPlainDate, startOfMonth, startOfWeek, weekdayOf } from '../domain/plain-date.js';
import { isAllowedDuration } from '../domain/price.js';
import type { Slot } from '../domain/slot.js';
import { isTimeZone, localDate } from '../domain/time-zone.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import { contextOf } from './initial-state.js';
import { loadPage } from './loading.js';
import { afterDay, firstKnown, nextFreeFrom } from './next-free.js';
import { findSlot, slotsByDay } from './slots.js';
import { daysSpan, knownUntil, PAGE_DAYS } from './spans.js';
import type { DatetimeStep, DurationStep, FlowState, FlowStep, InstantSpan } from './state.js';

type ChoosingStep = DurationStep | DatetimeStep;

const STEPS: readonly FlowStep[] = ['duration', 'datetime', 'confirmation', 'booked'];

/** The longest span that one search asks for. */
const LONGEST_SEARCH_MS = 4 * PAGE_DAYS * DAY_MS;

function isChoosing(state: FlowState): state is ChoosingStep {
  return state.step === 'duration' || state.step === 'datetime';
}

export function selectDuration(state: FlowState, durationMinutes: number): Transition {
  const { config, times, slot, day, timeZone } = state;
  if (!isChoosing(state) || durationMinutes === state.durationMinutes) return stay(state);
  if (config.status !== 'ready' || !isAllowedDuration(config.value, durationMinutes)) return stay(state);
  const kept = slot ? (findSlot(times.slots, slot.startTime, durationMinutes) ?? null) : null;
  const hasTimes = day !== null && slotsByDay(times.slots, timeZone, durationMinutes).has(day);
  return stay({ ...withoutGoTo(state), durationMinutes, slot: kept, day: hasTimes ? day : null });
}

export function showPage(state: FlowState, pageStart: string, { now }: FlowEnvironment): Transition {
  if (!isChoosing(state) || !isPlainDate(pageStart) || pageStart === state.pageStart) return stay(state);
  const { start, end } = daysSpan(pageStart, PAGE_DAYS);
  if (end <= now || start >= state.times.until) return stay(state);
  const days = [state.slot && localDate(state.timeZone, Date.parse(state.slot.startTime)), state.day];
  const day = days.find((date) => date !== null && isOnPage(date, pageStart)) ?? null;
  return loadPage({ ...withoutGoTo(state), pageStart, day });
}

export function selectDay(state: FlowState, day: string, { now }: FlowEnvironment): Transition {
  if (!isChoosing(state) || !isPlainDate(day) || day === state.day) return stay(state);
  return showDay(state, day, now);
}

export function selectSlot(
  state: FlowState,
  { startTime, durationMinutes }: Slot,
  { now }: FlowEnvironment,
): Transition {
  if (state.step !== 'datetime') return stay(state);
  const isThat = (slot: Slot) => slot.startTime === startTime && slot.durationMinutes === durationMinutes;
  const slot = findSlot(state.times.slots, startTime, durationMinutes) ?? state.taken?.alternatives.find(isThat);
  if (!slot || (slot === state.slot && !state.taken)) return stay(state);
  const chosen = { ...state, slot, durationMinutes, taken: null };
  return showDay(chosen, localDate(state.timeZone, Date.parse(startTime)), now);
}

export function dismissTaken(state: FlowState): Transition {
  return state.step === 'datetime' && state.taken ? stay({ ...state, taken: null }) : stay(state);
}

export function goToNextFree(state: FlowState, { now }: FlowEnvironment): Transition {
  if (state.step !== 'datetime' || state.config.status !== 'ready') return stay(state);
  const { search, timeZone, durationMinutes } = state;
  const next = nextFreeFrom(state, durationMinutes, afterDay(state));
  if (next.status === 'found') return showDay(state, localDate(timeZone, Date.parse(next.slot.startTime)), now);
  if (next.status === 'none') return stay(state);
  if (search.status !== 'searching') return searchFrom(state, afterDay(state), true);
  return search.goTo ? stay(state) : stay({ ...state, search: { ...search, goTo: true } });
}

/** The chosen instant stays; the day and the page that show it move. */
export function changeTimeZone(state: FlowState, timeZone: string, { now }: FlowEnvironment): Transition {
  if (timeZone === state.timeZone || !isTimeZone(timeZone)) return stay(state);
  const { slot } = state;
  const moved = { ...state, timeZone };
  return slot ? showDay(moved, localDate(timeZone, Date.parse(slot.startTime)), now) : stay(moved);
}

export function continueFlow(state: FlowState): Transition {
  const { config, durationMinutes, slot } = state;
  if (config.status !== 'ready' || !config.value.isActive || durationMinutes === null) return stay(state);
  const context = { ...contextOf(withoutGoTo(state)), durationMinutes };
  if (state.step === 'duration' && !isAllowedDuration(config.value, durationMinutes)) return stay(state);
  if (state.step === 'duration') return loadPage({ ...context, step: 'datetime', taken: null });
  if (state.step !== 'datetime' || !slot) return stay(state);
  return stay({ ...context, step: 'confirmation', slot, submission: { status: 'editing', errors: {} } });
}

export function goBack(state: FlowState, to: FlowStep | undefined): Transition {
  if (!canGoBack(state)) return stay(state);
  const at = STEPS.indexOf(state.step);
  const target = to ? STEPS.indexOf(to) : at - 1;
  if (target < 0 || target >= at) return stay(state);
  const context = contextOf(withoutGoTo(state));
  const { durationMinutes } = context;
  return target === 0 || durationMinutes === null
    ? stay({ ...context, step: 'duration' })
    : loadPage({ ...context, step: 'datetime', durationMinutes, taken: null });
}

/** Not at the start or the end, nor while it is unknown whether a booking was made: another one could be the second. */
export function canGoBack(state: FlowState): boolean {
  if (state.step !== 'confirmation') return state.step === 'datetime';
  const { status } = state.submission;
  return status !== 'sending' && status !== 'checking' && status !== 'unconfirmed';
}

/** Shows a day, on the page that is shown where it lies there. */
export function showDay(state: FlowState, day: string, now: number): Transition {
  const shown = { ...withoutGoTo(state), day };
  if (isOnPage(day, state.pageStart)) return loadPage(shown);
  const today = localDate(state.timeZone, now);
  const month = startOfMonth(day);
  const pageStart = startOfWeek(month < today && today <= day ? today : month, weekdayOf(state.pageStart));
  return loadPage({ ...shown, pageStart });
}

/** In the steps of choosing: shows the first free day of a page, and looks ahead for lengths that have no time so far. */
export function settle(state: FlowState, previousSearch: InstantSpan | null, goTo: boolean, now: number): Transition {
  const { config, times, search, durationMinutes, timeZone, pageStart } = state;
  if (!isChoosing(state) || config.status !== 'ready' || !config.value.isActive) return stay(state);
  if (state.step === 'datetime') {
    const page = nextFreeFrom(state, state.durationMinutes, afterDay({ ...state, day: null }));
    const first = page.status === 'found' ? localDate(timeZone, Date.parse(page.slot.startTime)) : '';
    if (goTo) {
      const next = nextFreeFrom(state, state.durationMinutes, afterDay(state));
      if (next.status === 'found') return showDay(state, localDate(timeZone, Date.parse(next.slot.startTime)), now);
    }
    if (state.day === null && first && isOnPage(first, pageStart)) return stay({ ...state, day: first });
  }
  if (search.status !== 'idle' || (times.loading && !goTo) || times.error || times.loaded.length === 0)
    return stay(state);
  const from =
    state.step === 'duration' ? firstKnown(state) : goTo ? afterDay(state) : afterDay({ ...state, day: null });
  const lengths =
    state.step === 'duration' && times.customDuration === null ? config.value.durations : [durationMinutes];
  const isUnknown = lengths.some((minutes) => minutes !== null && nextFreeFrom(state, minutes, from).status === 'idle');
  return isUnknown ? searchFrom(state, from, goTo, previousSearch) : stay(state);
}

/** Each search looks twice as far as the one before it. */
function searchFrom(state: FlowState, from: number, goTo: boolean, previous: InstantSpan | null = null): Transition {
  const { until, customDuration } = state.times;
  const length = previous ? Math.min(2 * (previous.end - previous.start), LONGEST_SEARCH_MS) : PAGE_DAYS * DAY_MS;
  const start = knownUntil(state.times, from);
  const span = { start, end: Math.min(start + length, until) };
  return {
    state: { ...state, search: { status: 'searching', span, goTo } },
    effects: [{ type: 'search', span, customDuration }],
  };
}

/** Who does something else while a search is on is not carried away by what it finds. */
function withoutGoTo<S extends FlowState>(state: S): S {
  const { search } = state;
  return search.status === 'searching' && search.goTo ? { ...state, search: { ...search, goTo: false } } : state;
}

function isOnPage(day: string, pageStart: string): boolean {
  return day >= pageStart && day < addDays(pageStart, PAGE_DAYS);
}
