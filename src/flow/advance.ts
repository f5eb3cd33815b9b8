import type { BookingError } from '../domain/booking-error.js';
import {
  changeTimeZone,
  continueFlow,
  dismissTaken,
  goBack,
  goToNextFree,
  selectDay,
  selectDuration,
  selectSlot,
  settle,
  showPage,
} from './choosing.js';
import { editDraft } from './draft.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { BookingEvent, FlowEvent } from './event.js';
import { contextOf } from './initial-state.js';
import {
  alignTimes,
  coachFailed,
  coachLoaded,
  configFailed,
  configLoaded,
  refresh,
  reloadPage,
  retry,
  start,
  timesFailed,
  timesLoaded,
} from './loading.js';
import type { FlowState } from './state.js';

/** Handles the events of booking. */
export type Book = (state: FlowState, event: BookingEvent, env: FlowEnvironment) => Transition;

/** As `transition`, with what books given to it: the picker is there before that is loaded. Without it, those events do nothing. */
export function advance(state: FlowState, event: FlowEvent, env: FlowEnvironment, book?: Book): Transition {
  const result = handle(state, event, env, book);
  if (result.state === state) return result;
  const aligned = alignTimes(result.state);
  const before = state.search;
  const answered = before.status === 'searching' && aligned.state.search.status === 'idle' ? before : null;
  const settled = settle(aligned.state, answered?.span ?? null, answered?.goTo ?? false, env.now);
  return { state: settled.state, effects: lastOfEach([...result.effects, ...aligned.effects, ...settled.effects]) };
}

function handle(state: FlowState, event: FlowEvent, env: FlowEnvironment, book: Book = stay): Transition {
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
    case 'go-to-next-free':
      return goToNextFree(state, env);
    case 'dismiss-taken':
      return dismissTaken(state);
    case 'change-time-zone':
      return changeTimeZone(state, event.timeZone, env);
    case 'continue':
      return continueFlow(state);
    case 'back':
      return goBack(state, event.to);
    case 'edit-draft':
      return editDraft(state, event.draft);
    case 'retry':
      return retry(state);
    case 'refresh':
      return refresh(state);
    case 'restart':
      return restart(state);
    case 'online':
      return online(state, env, book);
    case 'offline':
      return state.online ? stay({ ...state, online: false }) : stay(state);
    case 'coach-loaded':
      return coachLoaded(state, event.coach);
    case 'coach-failed':
      return coachFailed(state, event.error);
    case 'config-loaded':
      return configLoaded(state, event.config, env);
    case 'config-failed':
      return configFailed(state, event.error);
    case 'times-loaded':
      return timesLoaded(state, event, env);
    case 'times-failed':
      return timesFailed(state, event);
    case 'unsent':
      return unsent(state, event.error);
    default:
      return book(state, event, env);
  }
}

function restart(state: FlowState): Transition {
  if (state.step !== 'booked') return stay(state);
  return reloadPage({ ...contextOf(state), step: 'duration', slot: null, day: null, attempt: null });
}

/** The connection is back: what failed without it is asked again. */
function online(state: FlowState, env: FlowEnvironment, book: Book): Transition {
  if (state.online) return stay(state);
  const { state: next, effects } = retry({ ...state, online: true });
  const checked = book(next, { type: 'check-again' }, env);
  return { state: checked.state, effects: [...effects, ...checked.effects] };
}

function unsent(state: FlowState, error: BookingError): Transition {
  if (state.step !== 'confirmation' || 'attempt' in state.submission) return stay(state);
  return stay({ ...state, submission: { status: 'refused', error } });
}

/** Of effects of one type, the last: it supersedes the ones before. */
function lastOfEach(effects: readonly FlowEffect[]): readonly FlowEffect[] {
  return effects.filter((effect, index) => effects.findLastIndex(({ type }) => type === effect.type) === index);
}
