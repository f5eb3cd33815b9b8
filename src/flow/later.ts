/**
 * The half of the flow that the picker does not wait for: it is loaded once the first times are there, and what happens
 * before that is handled then.
 */
import { correctPage } from './correct-page.js';
import { book, checkNow, endOfWait, resume, sendWaiting } from './booking.js';
import { editDraft } from './draft.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent, LaterEvent } from './event.js';
import * as answers from './hold-answers.js';
import * as holding from './holding.js';
import { settleRemote } from './loading.js';
import { goToNextFree, lookAtTimes } from './look-ahead.js';
import { openWeek } from './open-week.js';
import { passTimes } from './passing.js';
import { claimAhead, fetchRest, prefetch } from './prefetch.js';
import { isSavingData } from './saving-data.js';
import { reportStrays } from './strays.js';
import type { FlowState } from './state.js';
import { showAlternatives } from './taken.js';
import { changeTimeZone, changeView, dismissTaken, goBack, refresh, restart, retry } from './turning.js';

export { createAside } from './aside.js';
export { requestFor, sendAttempt } from './booking.js';
export { loadCoach } from './coach.js';

/** What is worked out after each event. `before` is the state that it met, `result` what became of it. */
export function lookAhead(before: FlowState, result: Transition, env: FlowEnvironment, event: FlowEvent): Transition {
  const corrected = then(result, (state) => correctPage(before, state, env, event));
  const opened = then(corrected, (state) => openWeek(before, state, env, event));
  const loading = then(claimAhead(opened), fetchRest);
  const looked = then(loading, (state) => lookAtTimes(before, state, env, event));
  const known = then(looked, (state) => reportStrays(before, state, event));
  const fetched = then(known, (state) => prefetch(before, state, env.saveData ?? isSavingData()));
  const { state, effects } = then(fetched, (last) => holding.followChoice(before, last, env, event));
  return { state, effects: effects.filter((effect, index) => !isSuperseded(effect, effects.slice(index + 1))) };
}

/** Of one type, the last supersedes the ones before; words are all said. */
function isSuperseded({ type }: FlowEffect, after: readonly FlowEffect[]): boolean {
  return type !== 'report' && after.some((other) => other.type === type);
}

export function handleLater(state: FlowState, event: LaterEvent, env: FlowEnvironment): Transition {
  switch (event.type) {
    case 'go-to-next-free':
      return goToNextFree(state, env);
    case 'dismiss-taken':
      return dismissTaken(state);
    case 'change-time-zone':
      return changeTimeZone(state, event.timeZone, env);
    case 'change-view':
      return changeView(state, event.pageDays, env);
    case 'back':
      return goBack(state, event.to);
    case 'edit-draft':
      return then(editDraft(state, event.draft), (next) => (next === state ? stay(next) : holding.renew(next, env)));
    case 'active':
      return holding.renew(state, env);
    case 'keep-time':
      return holding.keepTime(state, env);
    case 'show-alternatives':
      return showAlternatives(state);
    case 'leave':
      return holding.leave(state, env);
    case 'tick':
      return passTimes(state, env);
    case 'wake':
      return holding.wake(endOfWait(state, env), env);
    case 'held':
      return then(answers.held(state, event, env), (next) => sendWaiting(next, env));
    case 'hold-refused':
      return then(answers.holdRefused(state, event, env), (next) => sendWaiting(next, env));
    case 'hold-failed':
      return then(answers.holdFailed(state, event, env), (next) => sendWaiting(next, env));
    case 'released':
      return then(answers.released(state, env), (next) => sendWaiting(next, env));
    case 'resume':
      return resume(state, event.attempt);
    case 'coach-loaded':
      return settleRemote(state, 'coach', { status: 'ready', value: event.coach });
    case 'coach-failed':
      return settleRemote(state, 'coach', { status: 'failed', error: event.error });
    case 'retry':
      return retry(state);
    case 'refresh':
      return back(state, env);
    case 'return':
      return then(back(state, env), (next) => holding.renew(next, env, true));
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
  const loading = retry(withoutRefusal({ ...state, online: true }));
  return then(then(loading, checkNow), (next) => holding.renew(next, env, true));
}

function back(state: FlowState, env: FlowEnvironment): Transition {
  return then(refresh(state), (next) => holding.comeBack(next, env));
}

/** One after the other, with the effects of both. */
function then(first: Transition, next: (state: FlowState) => Transition): Transition {
  const { state, effects } = next(first.state);
  return { state, effects: [...first.effects, ...effects] };
}

/** What was not sent for want of a connection can be sent now. */
function withoutRefusal(state: FlowState): FlowState {
  if (state.step !== 'confirmation') return state;
  const { submission } = state;
  return submission.status === 'refused' && submission.error.code === 'network'
    ? { ...state, submission: { status: 'editing', errors: {} } }
    : state;
}
