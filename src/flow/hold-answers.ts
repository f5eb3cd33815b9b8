/** What becomes of the backend's answers to requests for a hold. */
import { readInstantMs } from '../domain/read-instant.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { AnswerEvent } from './event.js';
import { EARLY_MS, isBusy, LAST_MINUTE_MS, release, settle } from './hold-steps.js';
import { sameTime } from './same-time.js';
import type { FlowState, Held, Holding } from './state.js';
import { taken } from './taken.js';

/** After these there is no use in asking for another time. */
const NEVER: ReadonlySet<string> = new Set(['unsupported', 'not_found', 'forbidden', 'unauthorized']);

/** After these, the id that was given means nothing to the backend. */
const LAPSED: ReadonlySet<string> = new Set(['hold_expired', 'validation_failed', 'not_found']);

type Answer<T extends AnswerEvent['type']> = Extract<AnswerEvent, { type: T }>;

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
