/** What is fetched, when, and what becomes of the answers. */
import { addDays } from '../domain/plain-date.js';
import { isAllowedDuration } from '../domain/listed-price.js';
import type { SessionConfig } from '../domain/session-config.js';
import { instantOf, localDate } from '../domain/time-zone.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { AnswerEvent } from './event.js';
import { contextOf, HORIZON_DAYS } from './initial-state.js';
import { skewOf } from './read-answers.js';
import { replaceSlots } from './slots.js';
import { addSpan, missingIn, pageSpan } from './spans.js';
import type { FlowState, InstantSpan } from './state.js';

type Answer<T extends AnswerEvent['type']> = Extract<AnswerEvent, { type: T }>;

export function hasStarted({ times }: FlowState): boolean {
  return times.loading !== null || times.loaded.length > 0 || times.error !== null;
}

/** The first request asks for the times of all lengths: with the config in its answer, it is the only one that is needed. */
export function start(state: FlowState): Transition {
  return hasStarted(state) ? stay(state) : fetchPage(state);
}

/** Fetches what is not known of the shown page. */
export function loadPage(state: FlowState): Transition {
  const { loading, rest } = state.times;
  const span = missingIn(state.times, pageSpan(state));
  const onItsWay = span && loading && loading.start <= span.start && span.end <= (rest ?? loading).end;
  return span && !onItsWay && hasStarted(state) ? fetchPage(state, span) : stay(state);
}

/**
 * Fetches a span, by default all of the shown page: as much of it as the adapter answers at once, the rest later. What is
 * known of it stays until the answer comes.
 */
export function fetchPage(state: FlowState, { start, end }: InstantSpan = pageSpan(state)): Transition {
  const { times } = state;
  const until = Math.min(end, times.until);
  if (start >= until) return stay(state);
  const span = { start, end: Math.min(until, start + state.longestSpanMs) };
  const rest = span.end < until ? { start: span.end, end: until } : null;
  return {
    state: { ...state, times: { ...times, loading: span, rest, error: null } },
    effects: [{ type: 'load-page', span, customDuration: times.customDuration }],
  };
}

/** Who the coach is, or why the config or the coach can't be had: told once, as it was asked. */
export function settleRemote<K extends 'coach' | 'config'>(state: FlowState, key: K, remote: FlowState[K]): Transition {
  return stay(state[key].status === 'loading' ? { ...state, [key]: remote } : state);
}

export function configLoaded(state: FlowState, config: SessionConfig, { now }: FlowEnvironment): Transition {
  return state.config.status === 'loading' ? withConfig(state, config, now) : stay(state);
}

/** An answer brings back the very span that was asked for. One that nobody waits for any more is left alone. */
export function timesLoaded(state: FlowState, event: Answer<'times-loaded'>, { now }: FlowEnvironment): Transition {
  const { times, search } = state;
  const { span, availability } = event;
  const forPage = times.loading === span;
  const forSearch = search.status === 'searching' && search.span === span;
  const forAhead = times.ahead === span;
  if (!forPage && !forSearch && !forAhead) return stay(state);
  const skew = skewOf(availability, now);
  const known: FlowState = {
    ...state,
    clockSkew: state.clockSkew + skew,
    times: {
      ...times,
      slots: replaceSlots(times.slots, span, availability.slots),
      loaded: addSpan(times.loaded, span),
      ...(forPage && { loading: null, error: null }),
      ...(forAhead && { ahead: null }),
      coachTimeZone: availability.timeZone,
    },
    search: forSearch ? { status: 'idle' } : search,
  };
  if (availability.sessionConfig) return withConfig(known, availability.sessionConfig, now + skew);
  const needsConfig = state.config.status === 'loading' && times.loaded.length === 0;
  return { state: known, effects: needsConfig ? [{ type: 'load-config' }] : [] };
}

export function timesFailed(state: FlowState, { span, error }: Answer<'times-failed'>): Transition {
  const { times, search } = state;
  if (search.status === 'searching' && search.span === span) {
    return stay({ ...state, search: { status: 'failed', error } });
  }
  if (times.ahead === span) return stay({ ...state, times: { ...times, ahead: 'failed' } });
  if (times.loading !== span) return stay(state);
  const next = { ...state, times: { ...times, loading: null, error } };
  return times.loaded.length ? stay(next) : settleRemote(next, 'config', { status: 'failed', error });
}

function withConfig(state: FlowState, config: SessionConfig, now: number): Transition {
  const until = horizon(config, state.times.coachTimeZone ?? 'UTC', now);
  const next: FlowState = { ...state, config: { status: 'ready', value: config }, times: { ...state.times, until } };
  if (next.step !== 'duration' && next.step !== 'datetime') return stay(next);
  const { durationMinutes } = next;
  if (durationMinutes === null) return stay({ ...next, durationMinutes: config.defaultDuration });
  if (isAllowedDuration(config, durationMinutes)) return stay(next);
  return {
    state: { ...contextOf(next), step: 'duration', durationMinutes: config.defaultDuration, slot: null },
    effects: [
      { type: 'report', message: `${durationMinutes} min is not among the lengths: ${config.durations.join()}` },
    ],
  };
}

/** The end of the last date that can be booked, in the coach's zone. */
function horizon({ bookingWindowDays = HORIZON_DAYS }: SessionConfig, zone: string, now: number): number {
  return instantOf(zone, addDays(localDate(zone, now), Math.min(bookingWindowDays, HORIZON_DAYS) + 1), 0);
}
