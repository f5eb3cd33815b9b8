/**
 * The half of the flow that the picker does not wait for: it is loaded once the first times are there, and what happens
 * before that is handled then.
 */
import { book } from './booking.js';
import { editDraft } from './draft.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { LaterEvent } from './event.js';
import { goToNextFree } from './look-ahead.js';
import type { FlowState } from './state.js';
import { changeTimeZone, dismissTaken, goBack, refresh, restart, retry } from './turning.js';

export { requestFor, sendAttempt } from './booking.js';
export { lookAhead } from './look-ahead.js';

export function handleLater(state: FlowState, event: LaterEvent, env: FlowEnvironment): Transition {
  switch (event.type) {
    case 'go-to-next-free':
      return goToNextFree(state, env);
    case 'dismiss-taken':
      return dismissTaken(state);
    case 'change-time-zone':
      return changeTimeZone(state, event.timeZone, env);
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
    case 'look-ahead':
      return stay(state);
    case 'online':
      return online(state, env);
    case 'offline':
      return state.online ? stay({ ...state, online: false }) : stay(state);
    default:
      return book(state, event, env);
  }
}

/** The connection is back: what failed without it is asked again. */
function online(state: FlowState, env: FlowEnvironment): Transition {
  if (state.online) return stay(state);
  const { state: next, effects } = retry(withoutRefusal({ ...state, online: true }));
  const checked = book(next, { type: 'check-again' }, env);
  return { state: checked.state, effects: [...effects, ...checked.effects] };
}

/** What was not sent for want of a connection can be sent now. */
function withoutRefusal(state: FlowState): FlowState {
  if (state.step !== 'confirmation') return state;
  const { submission } = state;
  return submission.status === 'refused' && submission.error.code === 'network'
    ? { ...state, submission: { status: 'editing', errors: {} } }
    : state;
}
