/** Keeping the chosen time while the visitor types. A hold helps; nothing here ever stands in the way of a booking. */
import { readInstantMs } from '../domain/read-instant.js';
import type { Slot } from '../domain/slot.js';
import { stay, type FlowEffect, type FlowEnvironment, type Transition } from './effect.js';
import type { AnswerEvent, FlowEvent } from './event.js';
import { sameTime } from './slots.js';
import type { FlowState, Held, Holding } from './state.js';
import { taken } from './taken.js';

/** The visitor is told when this much is left. */
export const LAST_MINUTE_MS = 60_000;

/** A pick that is followed by another one within this time is not asked for. */
const SETTLE_MS = 400;

/** Whoever types all the time renews no more often than this. */
const RENEW_MS = 60_000;

/** Timers may be a little early. */
const EARLY_MS = 20;

/** After these there is no use in asking for another time. */
const NEVER: ReadonlySet<string> = new Set(['unsupported', 'not_found', 'forbidden', 'unauthorized']);

/** After these, the id that was given means nothing to the backend. */
const LAPSED: ReadonlySet<string> = new Set(['hold_expired', 'validation_failed', 'not_found']);

const NOTHING: Holding = {
  wanted: null,
  dueAt: 0,
  asking: null,
  held: null,
  releasing: 0,
  ended: null,
  unsure: null,
  parked: null,
};

type Answer<T extends AnswerEvent['type']> = Extract<AnswerEvent, { type: T }>;

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
  if (!hold) return stay(state);
  const { held } = hold;
  const isPast = (ms: number) => ms <= env.elapsed + EARLY_MS;
  if (held && !hold.asking && isPast(held.endsAt)) {
    const isOfChoice = sameTime(held.slot, hold.wanted);
    return settle(
      {
        ...state,
        hold: { ...hold, held: null, ...(isOfChoice && { wanted: null, ended: { isFinal: held.isFinal } }) },
      },
      env,
    );
  }
  const isLastMinute = held && !held.isEnding && isPast(held.endsAt - LAST_MINUTE_MS);
  return settle(isLastMinute ? { ...state, hold: { ...hold, held: { ...held, isEnding: true } } } : state, env);
}

export function held(state: FlowState, { hold: answer, askedAt }: Answer<'held'>, env: FlowEnvironment): Transition {
  const { hold } = state;
  // Nobody asked, as far as the flow knows: it is given back.
  if (!hold?.asking) return release(state, [answer.holdId]);
  const { slot } = hold.asking;
  const previous = hold.held;
  const expires = readInstantMs(answer.expiresAt);
  const endsAt = askedAt + expires - readInstantMs(answer.serverNow);
  const isSame = previous?.holdId === answer.holdId && sameTime(previous.slot, slot);
  const next: Held = {
    holdId: answer.holdId,
    slot,
    expiresAt: answer.expiresAt,
    askedAt,
    endsAt,
    isEnding: endsAt - LAST_MINUTE_MS <= env.elapsed + EARLY_MS,
    isFinal: isSame && expires <= readInstantMs(previous.expiresAt),
  };
  const settled = settle(
    {
      ...state,
      hold: { ...hold, asking: null, held: next, ...(sameTime(slot, hold.wanted) && { ended: null, unsure: null }) },
    },
    env,
  );
  // A move that the backend answered with another hold left the first one behind.
  const isLeft = previous && previous.holdId !== answer.holdId;
  return isLeft ? andRelease(settled, previous.holdId) : settled;
}

/** Somebody else has the time. When it is the one that is chosen now, the visitor is told before they type. */
export function holdRefused(state: FlowState, { error }: Answer<'hold-refused'>, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold?.asking) return stay(state);
  const { slot } = hold.asking;
  const isRenewal = sameTime(hold.held?.slot, slot);
  const next: FlowState = { ...state, hold: { ...hold, asking: null, ...(isRenewal && { held: null }) } };
  // What becomes of a booking that is on its way, its own answer tells.
  if (isBusy(state) || !sameTime(slot, hold.wanted)) return settle(next, env);
  if (next.step !== 'confirmation' && next.step !== 'datetime') return settle(next, env);
  return taken(next, slot, error);
}

/** Booking goes on without a hold. */
export function holdFailed(state: FlowState, { cause }: Answer<'hold-failed'>, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold?.asking) return stay(state);
  const { slot, holdId } = hold.asking;
  const next: Holding = { ...hold, asking: null };
  if (holdId !== null && LAPSED.has(cause.code)) return settle({ ...state, hold: { ...next, held: null } }, env);
  if (NEVER.has(cause.code)) return settle({ ...state, canHold: false, hold: { ...next, wanted: null } }, env);
  const { held: previous } = hold;
  // A renewal that failed takes nothing away; the next one is not asked for at once.
  if (previous && sameTime(previous.slot, slot)) {
    return settle({ ...state, hold: { ...next, held: { ...previous, askedAt: env.elapsed } } }, env);
  }
  const isOfChoice = sameTime(slot, hold.wanted);
  const unsure = cause.outcome === 'unknown' ? slot : next.unsure;
  return settle({ ...state, hold: { ...next, unsure, ...(isOfChoice && { wanted: null }) } }, env);
}

export function released(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  return hold?.releasing ? settle({ ...state, hold: { ...hold, releasing: hold.releasing - 1 } }, env) : stay(state);
}

/** Whether a booking sent now could be turned away by the visitor's own request for a hold, which has no answer yet. */
export function isInTheWay({ hold }: FlowState): boolean {
  return hold?.asking?.holdId === null;
}

/** The backend knows nothing of the hold that a booking named. */
export function withoutHold<State extends FlowState>(state: State): State {
  return state.hold ? { ...state, hold: { ...state.hold, held: null, wanted: null } } : state;
}

/** The time that should be held as the flow stands. */
function choiceOf(state: FlowState): Slot | null {
  if (state.step === 'confirmation') return state.slot;
  return state.step === 'datetime' && !state.taken ? state.slot : null;
}

function want(hold: Holding | null, slot: Slot, dueAt: number): Holding {
  return { ...(hold ?? NOTHING), wanted: slot, dueAt, ended: null, parked: null };
}

/** A request for this time was sent, and may have booked it: then it could not be held, and would seem to be taken. */
function wasSent({ attempt }: FlowState, slot: Slot): boolean {
  return sameTime(attempt?.request, slot);
}

/** A booking is on its way, or nobody knows what became of it. */
function isBusy(state: FlowState): boolean {
  if (state.step !== 'confirmation' || !('attempt' in state.submission)) return false;
  return !('tries' in state.submission) || state.submission.tries > 0;
}

/** Makes what is held what is wanted, one step at a time. */
function settle(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold) return stay(state);
  if (!hold.wanted) {
    return hold.held ? release({ ...state, hold: { ...hold, held: null } }, [hold.held.holdId]) : stay(state);
  }
  if (!isOpen(state, hold) || hold.dueAt > env.elapsed + EARLY_MS) return stay(state);
  return ask(state, hold, hold.wanted);
}

/** Whether something is wanted that can be asked for once it is due. */
function isOpen(state: FlowState, { wanted, asking, held: own, releasing }: Holding): boolean {
  return wanted !== null && !asking && !releasing && !sameTime(own?.slot, wanted) && !isBusy(state);
}

function ask(state: FlowState, hold: Holding, slot: Slot): Transition {
  const holdId = hold.held?.holdId ?? null;
  return {
    state: { ...state, hold: { ...hold, asking: { slot, holdId } } },
    effects: [{ type: 'hold', slot, holdId }],
  };
}

function release(state: FlowState, holdIds: readonly string[]): Transition {
  const hold = state.hold ?? NOTHING;
  return {
    state: { ...state, hold: { ...hold, releasing: hold.releasing + 1 } },
    effects: [{ type: 'release', holdIds }],
  };
}

/** One effect releases all, as a later one of its type would take its place. */
function andRelease({ state, effects }: Transition, holdId: string): Transition {
  const others = effects.flatMap((effect) => (effect.type === 'release' ? effect.holdIds : []));
  if (!others.length) {
    const next = release(state, [holdId]);
    return { state: next.state, effects: [...effects, ...next.effects] };
  }
  const rest = effects.filter(({ type }) => type !== 'release');
  return { state, effects: [...rest, { type: 'release', holdIds: [...others, holdId] }] };
}

/** What was held is booked; a hold that the booking did not name is still there. */
function forgotten(before: FlowState, hold: Holding): Holding {
  const sent = before.step === 'confirmation' && 'attempt' in before.submission ? before.submission.attempt : null;
  const isUsed = sent?.request.holdId !== undefined && sent.request.holdId === hold.held?.holdId;
  return giveUp(isUsed ? { ...hold, held: null } : hold);
}

/** The same where nothing was wanted. */
function giveUp(hold: Holding): Holding {
  return hold.wanted || hold.ended ? { ...hold, wanted: null, ended: null } : hold;
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
  const { held: own, asking, dueAt } = hold;
  const end = own && !asking ? own.endsAt - (own.isEnding ? 0 : LAST_MINUTE_MS) : Infinity;
  return Math.min(until, end, isOpen(state, hold) ? dueAt : Infinity);
}
