import { startOfWeek, weekdayOf } from '../domain/plain-date.js';
import { localDate } from '../domain/time-zone.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import { loadPage } from './loading.js';
import { isChoosing } from './picking.js';
import type { FlowState } from './state.js';

/**
 * The server's time tells that the visitor's clock is wrong: the weeks that were shown because of it give way to those of the
 * true date. What the visitor or the page chose stays. `before` is the state that the event met, `state` what became of it.
 */
export function correctPage(
  before: FlowState,
  state: FlowState,
  { now }: FlowEnvironment,
  event: FlowEvent,
): Transition {
  // The answer that told it may have come before this code was there.
  const isFirst = event.type === 'look-ahead';
  const skew = state.clockSkew - (isFirst ? 0 : before.clockSkew);
  if (!skew || state.slot || state.chosenDay || !isChoosing(state)) return stay(state);
  const right = isFirst ? now : now + skew;
  const weekOf = (ms: number) => startOfWeek(localDate(state.timeZone, ms), weekdayOf(state.pageStart));
  return state.pageStart === weekOf(right - skew) && state.pageStart !== weekOf(right)
    ? loadPage({ ...state, pageStart: weekOf(right), day: null })
    : stay(state);
}
