import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import type { Later } from './later-loader.js';
import { configLoaded, settleRemote, start, timesFailed, timesLoaded } from './loading.js';
import { continueFlow, selectDay, selectDuration, selectSlot, showFirstFreeDay, showPage } from './picking.js';
import type { FlowState } from './state.js';

/**
 * As `transition`, with the later half of the flow given to it. Null: without that half, nothing can be said of the event.
 */
export function advance(
  state: FlowState,
  event: FlowEvent,
  env: FlowEnvironment,
  later: Pick<Later, 'handleLater' | 'lookAhead'> | null,
): Transition | null {
  const result = handle(state, event, env, later);
  if (!result || (result.state === state && event.type !== 'look-ahead')) return result;
  const { state: next, effects } = later?.lookAhead(state, result, env, event) ?? result;
  return { state: showFirstFreeDay(next), effects };
}

function handle(
  state: FlowState,
  event: FlowEvent,
  env: FlowEnvironment,
  later: Pick<Later, 'handleLater'> | null,
): Transition | null {
  switch (event.type) {
    case 'start':
      return start(state);
    case 'select-duration':
      return selectDuration(state, event.durationMinutes);
    case 'show-page':
      return showPage(state, event.pageStart, env, event.days);
    case 'select-day':
      return selectDay(state, event.day, env);
    case 'select-slot':
      return selectSlot(state, event.slot, env);
    case 'continue':
      return continueFlow(state);
    case 'config-loaded':
      return configLoaded(state, event.config, env);
    case 'config-failed':
      return settleRemote(state, 'config', { status: 'failed', error: event.error });
    case 'times-loaded':
      return timesLoaded(state, event, env);
    case 'times-failed':
      return timesFailed(state, event);
    case 'unsent':
      return state.step === 'confirmation' && !('attempt' in state.submission)
        ? stay({ ...state, submission: { status: 'refused', error: event.error } })
        : stay(state);
    default:
      return later?.handleLater(state, event, env) ?? null;
  }
}
