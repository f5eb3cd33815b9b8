import { addDays, addMonths, startOfMonth, startOfWeek, weekdayOf } from '../domain/plain-date.js';
import { fetchPage } from './loading.js';
import { stay, type Transition } from './effect.js';
import { missingIn, PAGE_DAYS, pageSpan } from './spans.js';
import type { FlowState, InstantSpan } from './state.js';

/**
 * Once all that the visitor looks at is there, the page after it is fetched, so that turning to it needs no network. One page
 * ahead, never beside a request that somebody waits for, and not where data are to be saved. `before` is the state that the
 * event met, `state` what became of it.
 */
export function prefetch(before: FlowState, current: FlowState, saveData: boolean): Transition {
  const state = before.pageStart === current.pageStart ? current : withoutFailure(current);
  const { times, longestSpanMs } = state;
  if (saveData || !isCalm(state) || missingIn(times, pageSpan(state))) return stay(state);
  const missing = missingIn(times, pageSpan(pageAfter(state)));
  if (!missing) return stay(state);
  const span: InstantSpan = { ...missing, end: Math.min(missing.end, missing.start + longestSpanMs) };
  return {
    state: { ...state, times: { ...times, ahead: span } },
    effects: [{ type: 'prefetch', span, customDuration: times.customDuration }],
  };
}

/**
 * A page that is turned to while it is fetched in advance is not asked for once more: from now on the visitor waits for what is
 * on its way, and the rest comes after it.
 */
export function claimAhead({ state, effects }: Transition): Transition {
  const { times } = state;
  const { ahead } = times;
  const [asked] = effects.flatMap((effect) => (effect.type === 'load-page' ? effect.span : []));
  if (!asked || !ahead || ahead === 'failed' || asked.start < ahead.start || ahead.end <= asked.start) {
    return { state, effects };
  }
  const end = (times.rest ?? asked).end;
  const rest = ahead.end < end ? { start: ahead.end, end } : null;
  return {
    state: { ...state, times: { ...times, loading: ahead, rest, ahead: null } },
    effects: effects.filter(({ type }) => type !== 'load-page'),
  };
}

/** Where an adapter answers a few days at a time: on to the next ones. */
export function fetchRest(state: FlowState): Transition {
  const { loading, rest, error } = state.times;
  return rest && !loading && !error ? fetchPage(state, rest) : stay(state);
}

/** What could not be fetched in advance may be tried again where another page is shown. */
function withoutFailure(state: FlowState): FlowState {
  return state.times.ahead === 'failed' ? { ...state, times: { ...state.times, ahead: null } } : state;
}

/** The days are looked at, and nothing is on its way, or was in vain. */
function isCalm({ step, online, config, times, search }: FlowState): boolean {
  const isOnItsWay = times.loading ?? times.ahead ?? search.status === 'searching';
  if (step !== 'datetime' || !online || isOnItsWay || times.error) return false;
  return config.status === 'ready' && config.value.isActive;
}

/** What is shown next: the weeks that a calendar turns to, the week after the shown one, or a list that goes on. */
function pageAfter({ pageStart, pageDays }: FlowState): Pick<FlowState, 'pageStart' | 'pageDays'> {
  if (pageDays > PAGE_DAYS) return { pageStart, pageDays: pageDays + PAGE_DAYS };
  // A calendar shows the month of its first week's end.
  const nextMonth = addMonths(startOfMonth(addDays(pageStart, 6)), 1);
  const next = pageDays < PAGE_DAYS ? addDays(pageStart, pageDays) : startOfWeek(nextMonth, weekdayOf(pageStart));
  return { pageStart: next, pageDays };
}
