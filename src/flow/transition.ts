import { acceptPrice, booked, bookFailed, checkAgain, editDraft, submit } from './booking.js';
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
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
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

/**
 * The whole flow: what an event makes of a state, and what has to be done then. Pure. An event that makes no sense where the
 * flow stands gives the same state back, without effects.
 */
export function transition(state: FlowState, event: FlowEvent, env: FlowEnvironment): Transition {
  const result = handle(state, event, env);
  if (result.state === state) return result;
  const aligned = alignTimes(result.state);
  const before = state.search;
  const answered = before.status === 'searching' && aligned.state.search.status === 'idle' ? before : null;
  const settled = settle(aligned.state, answered?.span ?? null, answered?.goTo ?? false, env.now);
  return { state: settled.state, effects: lastOfEach([...result.effects, ...aligned.effects, ...settled.effects]) };
}

function handle(state: FlowState, event: FlowEvent, env: FlowEnvironment): Transition {
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
    case 'submit':
      return submit(state, env);
    case 'accept-price':
      return acceptPrice(state, env);
    case 'check-again':
      return checkAgain(state);
    case 'retry':
      return retry(state);
    case 'refresh':
      return refresh(state);
    case 'restart':
      return restart(state);
    case 'online':
      return online(state);
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
    case 'booked':
      return booked(state, event);
    case 'book-failed':
      return bookFailed(state, event);
  }
}

function restart(state: FlowState): Transition {
  if (state.step !== 'booked') return stay(state);
  return reloadPage({ ...contextOf(state), step: 'duration', slot: null, day: null, attempt: null });
}

/** The connection is back: what failed without it is asked again. */
function online(state: FlowState): Transition {
  if (state.online) return stay(state);
  const { state: next, effects } = retry({ ...state, online: true });
  const checked = checkAgain(next);
  return { state: checked.state, effects: [...effects, ...checked.effects] };
}

/** Of effects of one type, the last: it supersedes the ones before. */
function lastOfEach(effects: readonly FlowEffect[]): readonly FlowEffect[] {
  return effects.filter((effect, index) => effects.findLastIndex(({ type }) => type === effect.type) === index);
}
