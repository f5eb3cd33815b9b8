import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent, LaterEvent, PickerEvent } from './event.js';
import type { Later } from './later-loader.js';
import { coachFailed, coachLoaded, configFailed, configLoaded, start, timesFailed, timesLoaded } from './loading.js';
import { continueFlow, selectDay, selectDuration, selectSlot, showFirstFreeDay, showPage } from './picking.js';
import type { FlowState } from './state.js';

const PICKER: ReadonlySet<string> = new Set<PickerEvent['type']>([
  'start',
  'select-duration',
  'show-page',
  'select-day',
  'select-slot',
  'continue',
  'coach-loaded',
  'coach-failed',
  'config-loaded',
  'config-failed',
  'times-loaded',
  'times-failed',
  'unsent',
]);

/** Whether an event needs the later half of the flow. */
export function isLater(event: FlowEvent): event is LaterEvent {
  return !PICKER.has(event.type);
}

/** As `transition`, with the later half of the flow given to it. Without it, the events of that half do nothing. */
export function advance(
  state: FlowState,
  event: FlowEvent,
  env: FlowEnvironment,
  later: Pick<Later, 'handleLater' | 'lookAhead'> | null,
): Transition {
  const result = isLater(event) ? (later?.handleLater(state, event, env) ?? stay(state)) : pick(state, event, env);
  if (result.state === state && event.type !== 'look-ahead') return result;
  const ahead = later?.lookAhead(state, result.state, env) ?? stay(result.state);
  const effects = [...result.effects, ...ahead.effects];
  return {
    state: showFirstFreeDay(ahead.state),
    // Of one type, the last: it supersedes the ones before.
    effects: effects.filter((effect, index) => effects.findLastIndex(({ type }) => type === effect.type) === index),
  };
}

function pick(state: FlowState, event: PickerEvent, env: FlowEnvironment): Transition {
  switch (event.type) {
    case 'start':
      return start(state);
    case 'select-duration':
      return selectDuration(state, event.durationMinutes);
    case 'show-page':
      return showPage(state, event.pageStart, env);
    case 'select-day':
      return selectDay(state, event.day, env);
    case 'select-slot':
      return selectSlot(state, event.slot, env);
    case 'continue':
      return continueFlow(state);
    case 'coach-loaded':
      return coachLoaded(state, event);
    case 'coach-failed':
      return coachFailed(state, event);
    case 'config-loaded':
      return configLoaded(state, event, env);
    case 'config-failed':
      return configFailed(state, event);
    case 'times-loaded':
      return timesLoaded(state, event, env);
    case 'times-failed':
      return timesFailed(state, event);
    case 'unsent':
      return state.step === 'confirmation' && !('attempt' in state.submission)
        ? stay({ ...state, submission: { status: 'refused', error: event.error } })
        : stay(state);
  }
}
