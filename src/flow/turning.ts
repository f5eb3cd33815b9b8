/** The ways back, another zone, and loading again. */
import { startOfWeek, weekdayOf } from '../domain/plain-date.js';
import { isTimeZone } from '../domain/time-zone.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import { contextOf } from './initial-state.js';
import { fetchPage, hasStarted, loadPage } from './loading.js';
import { showDay, showPage } from './picking.js';
import { canGoBack } from './selectors.js';
import { dayOfSlot } from './slots.js';
import { missingIn, PAGE_DAYS, pageSpan } from './spans.js';
import type { FlowState, FlowStep } from './state.js';
import { refreshChoice } from './taken.js';

const STEPS: readonly FlowStep[] = ['duration', 'datetime', 'confirmation', 'booked'];

export function goBack(state: FlowState, to: FlowStep | undefined): Transition {
  const at = STEPS.indexOf(state.step);
  const target = to ? STEPS.indexOf(to) : at - 1;
  if (!canGoBack(state) || target < 0 || target >= at) return stay(state);
  const context = contextOf(state);
  const { durationMinutes } = context;
  return target === 0 || durationMinutes === null
    ? stay({ ...context, step: 'duration' })
    : loadPage({ ...context, step: 'datetime', durationMinutes, taken: null });
}

export function restart(state: FlowState): Transition {
  if (state.step !== 'booked') return stay(state);
  return fetchPage({ ...contextOf(state), step: 'duration', slot: null, day: null, chosenDay: null, attempt: null });
}

export function dismissTaken(state: FlowState): Transition {
  return state.step === 'datetime' && state.taken ? stay({ ...state, taken: null }) : stay(state);
}

/** The chosen instant stays; the day and the page that show it move. */
export function changeTimeZone(state: FlowState, timeZone: string, { now }: FlowEnvironment): Transition {
  if (timeZone === state.timeZone || !isTimeZone(timeZone)) return stay(state);
  const moved = { ...state, timeZone };
  return moved.slot ? showDay(moved, dayOfSlot(moved.slot, timeZone), now) : stay(moved);
}

/** The page that a shorter view begins with holds the chosen day. */
export function changeView(state: FlowState, pageDays: number, env: FlowEnvironment): Transition {
  const { day, pageStart } = state;
  const first = day !== null && pageDays < PAGE_DAYS ? startOfWeek(day, weekdayOf(pageStart)) : pageStart;
  const turned = showPage(state, first, env, pageDays);
  // Also behind another step: it is there when the visitor comes back.
  return turned.state === state ? stay({ ...state, pageStart: first, pageDays }) : turned;
}

/** Fetches anew what is shown and what is chosen. What is known stays until the answer comes. */
export function refresh(state: FlowState): Transition {
  return state.times.loading || state.step === 'booked' || !hasStarted(state) ? stay(state) : refreshChoice(state);
}

/** Asks again for all that failed. */
export function retry(state: FlowState): Transition {
  const { coach, config, search, times } = state;
  let next = state;
  const effects: FlowEffect[] = [];
  if (coach.status === 'failed') {
    next = { ...next, coach: { status: 'loading' } };
    effects.push({ type: 'load-coach' });
  }
  if (search.status === 'failed') next = { ...next, search: { status: 'idle' } };
  if (config.status === 'failed') {
    // The times bring the config where the adapter can; else it is asked for after them.
    next = { ...next, config: { status: 'loading' }, times: { ...times, loaded: [] } };
  }
  if (!times.error && config.status !== 'failed') return { state: next, effects };
  // What was there before the failure is still there: only the rest is asked for.
  const page = fetchPage(next, missingIn(next.times, pageSpan(next)) ?? undefined);
  return { state: page.state, effects: [...effects, ...page.effects] };
}
