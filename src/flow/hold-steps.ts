/** What holding is made of: one step at a time from what is held to what is wanted. */
import type { Slot } from '../domain/slot.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import { sameTime } from './same-time.js';
import type { FlowState, Holding } from './state.js';

/** The visitor is told when this much is left. */
export const LAST_MINUTE_MS = 60_000;

/** Timers may be a little early. */
export const EARLY_MS = 20;

export const NOTHING: Holding = {
  wanted: null,
  dueAt: 0,
  asking: null,
  held: null,
  releasing: 0,
  ended: null,
  unsure: null,
  parked: null,
};

/** The time that should be held as the flow stands; not one that it is too late for. */
export function choiceOf(state: FlowState): Slot | null {
  if (sameTime(state.passed, state.slot)) return null;
  if (state.step === 'confirmation') return state.slot;
  return state.step === 'datetime' && !state.taken ? state.slot : null;
}

export function want(hold: Holding | null, slot: Slot, dueAt: number): Holding {
  return { ...(hold ?? NOTHING), wanted: slot, dueAt, ended: null, parked: null };
}

/** The same where nothing was wanted. */
export function giveUp(hold: Holding): Holding {
  return hold.wanted || hold.ended ? { ...hold, wanted: null, ended: null } : hold;
}

/** A request for this time was sent, and may have booked it: then it could not be held, and would seem to be taken. */
export function wasSent({ attempt }: FlowState, slot: Slot): boolean {
  return sameTime(attempt?.request, slot);
}

/** A booking is on its way, or nobody knows what became of it. */
export function isBusy(state: FlowState): boolean {
  if (state.step !== 'confirmation' || !('attempt' in state.submission)) return false;
  return !('tries' in state.submission) || state.submission.tries > 0;
}

/** Makes what is held what is wanted, one step at a time. */
export function settle(state: FlowState, env: FlowEnvironment): Transition {
  const { hold } = state;
  if (!hold) return stay(state);
  if (!hold.wanted) {
    return hold.held ? release({ ...state, hold: { ...hold, held: null } }, [hold.held.holdId]) : stay(state);
  }
  if (!isOpen(state, hold) || hold.dueAt > env.elapsed + EARLY_MS) return stay(state);
  return ask(state, hold, hold.wanted);
}

/** Whether something is wanted that can be asked for once it is due; without a connection that waits for it. */
export function isOpen(state: FlowState, { wanted, asking, held: own, releasing }: Holding): boolean {
  if (!wanted || !state.online) return false;
  return !asking && !releasing && !sameTime(own?.slot, wanted) && !isBusy(state);
}

export function ask(state: FlowState, hold: Holding, slot: Slot): Transition {
  const holdId = hold.held?.holdId ?? null;
  return {
    state: { ...state, hold: { ...hold, asking: { slot, holdId } } },
    effects: [{ type: 'hold', slot, holdId }],
  };
}

export function release(state: FlowState, holdIds: readonly string[]): Transition {
  const hold = state.hold ?? NOTHING;
  return {
    state: { ...state, hold: { ...hold, releasing: hold.releasing + 1 } },
    effects: [{ type: 'release', holdIds }],
  };
}
