/** Keeping the chosen time while the visitor types. A hold helps; nothing here ever stands in the way of a booking. */
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import {
  ask,
  choiceOf,
  EARLY_MS,
  giveUp,
  isBusy,
  isOpen,
  LAST_MINUTE_MS,
  settle,
  want,
  wasSent,
} from './hold-steps.js';
import { sameTime } from './same-time.js';
import type { FlowState, Holding } from './state.js';

/** A pick that is followed by another one within this time is not asked for. */
const SETTLE_MS = 400;

/** Whoever types all the time renews no more often than this. */
const RENEW_MS = 60_000;

/** After every event: what it means for the hold that another time is chosen, or another step shown. */
export function followChoice(before: FlowState, state: FlowState, env: FlowEnvironment, event: FlowEvent): Transition {
  const { hold, canHold } = withoutFeature(state, event);
  let next: Holding | null = hold;
  if (state.step === 'booked') next = hold && forgotten(before, hold);
  else if (canHold) {
    // What was chosen before this code was there is new to it.
    const was = event.type === 'look-ahead' ? null : choiceOf(before);
    const is = choiceOf(state);
    const isBack = before.step === 'confirmation' && state.step === 'datetime';
    const isAhead = before.step !== 'confirmation' && state.step === 'confirmation';
    if (!is || isBack) next = hold && giveUp(hold);
    else if ((isAhead || !sameTime(was, is)) && !wasSent(state, is)) {
      next = want(hold, is, env.elapsed + (isAhead ? 0 : SETTLE_MS));
    }
  } else next = hold && giveUp(hold);
  const settled = settle({ ...state, canHold, hold: next }, env);
  const wakeAt = nextMoment(settled.state);
  const { effects } = settled;
  const isSame = settled.state.hold === state.hold && canHold === state.canHold;
  return {
    state: isSame ? state : settled.state,
    effects: wakeAt === nextMoment(before) ? effects : [...effects, wakeEffect(wakeAt, env)],
  };
}

/** The visitor is at it: the hold lasts longer, where that was not asked for a moment ago. */
export function renew(state: FlowState, env: FlowEnvironment, isUrgent = false): Transition {
  const { hold } = state;
  if (!hold?.held || !hold.wanted || hold.asking || hold.held.isFinal || isBusy(state)) return stay(state);
  const { askedAt, endsAt, slot } = hold.held;
  const isFresh = env.elapsed - askedAt < Math.min(RENEW_MS, (endsAt - askedAt) / 2);
  return (isFresh && !isUrgent) || !sameTime(slot, hold.wanted) ? stay(state) : ask(state, hold, slot);
}

/** Holds for longer, or again what was held until now. */
export function keepTime(state: FlowState, env: FlowEnvironment): Transition {
  if (state.step !== 'confirmation') return stay(state);
  const { hold, slot } = state;
  if (hold?.held) return renew(state, env, true);
  if (!hold?.ended || hold.ended.isFinal || wasSent(state, slot)) return stay(state);
  return settle({ ...state, hold: want(hold, slot, env.elapsed) }, env);
}

/** The page is left: others may have the time. Not while a booking is on its way. */
export function leave(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold?.wanted || isBusy(state)) return stay(state);
  return settle({ ...state, hold: { ...hold, wanted: null, parked: hold.wanted } }, env);
}

/** Back on the page: what was held before is held again, where it is still the choice. */
export function comeBack(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold?.parked) return stay(state);
  const choice = choiceOf(state);
  const next = { ...hold, parked: null };
  if (!choice || !sameTime(choice, hold.parked) || wasSent(state, choice)) return stay({ ...state, hold: next });
  return settle({ ...state, hold: want(next, choice, env.elapsed) }, env);
}

/** What has come due: a request, the last minute, the end. */
export function wake(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold?.held || endOf(state, hold) > env.elapsed + EARLY_MS) return settle(state, env);
  const { held } = hold;
  if (!held.isEnding) return settle({ ...state, hold: { ...hold, held: { ...held, isEnding: true } } }, env);
  // Released, as the server may keep it for a moment longer: nobody's booking is to meet it, least of all the visitor's.
  return settle({ ...state, hold: { ...hold, wanted: null, ended: { isFinal: held.isFinal } } }, env);
}

/** When the last minute of the hold begins, then when it ends; not while something may change that. */
function endOf(state: FlowState, { held, wanted, asking }: Holding): number {
  if (!held || asking || isBusy(state) || !sameTime(held.slot, wanted)) return Infinity;
  return held.endsAt - (held.isEnding ? 0 : LAST_MINUTE_MS);
}

/** Whether a booking sent now could be turned away by the visitor's own hold: one that is not known yet, or not released yet. */
export function isInTheWay({ hold }: FlowState): boolean {
  return hold !== null && (hold.asking?.holdId === null || hold.releasing > 0);
}

/** The backend knows nothing of the hold that a booking named. */
export function withoutHold<State extends FlowState>(state: State): State {
  return state.hold ? { ...state, hold: { ...state.hold, held: null, wanted: null } } : state;
}

/** What was held is booked; a hold that the booking did not name is still there. */
function forgotten(before: FlowState, hold: Holding): Holding {
  const sent = before.step === 'confirmation' && 'attempt' in before.submission ? before.submission.attempt : null;
  const isUsed = sent?.request.holdId !== undefined && sent.request.holdId === hold.held?.holdId;
  return giveUp(isUsed ? { ...hold, held: null } : hold);
}

function wakeEffect(at: number, { elapsed }: FlowEnvironment): FlowEffect {
  return { type: 'wake', delayMs: at === Infinity ? null : Math.max(0, at - elapsed) };
}

/** Turns holding off where the backend says that it does not do it for this coach. */
function withoutFeature(state: FlowState, event: FlowEvent): FlowState {
  const features = [
    event.type === 'times-loaded' ? event.availability.features : undefined,
    state.config.status === 'ready' ? state.config.value.features : undefined,
  ];
  return state.canHold && features.some((each) => each?.hold === false) ? { ...state, canHold: false } : state;
}

/** When something will come due; `Infinity`: never. */
function nextMoment(state: FlowState): number {
  const { hold } = state;
  const isWaiting = state.step === 'confirmation' && state.submission.status === 'refused';
  const until = (isWaiting && 'until' in state.submission && state.submission.until) || Infinity;
  if (!hold) return until;
  return Math.min(until, endOf(state, hold), isOpen(state, hold) ? hold.dueAt : Infinity);
}
