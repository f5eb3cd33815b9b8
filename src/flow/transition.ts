import { advance } from './advance.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import type { FlowEvent } from './event.js';
import * as later from './later.js';
import type { FlowState } from './state.js';

/**
 * The whole flow: what an event makes of a state, and what has to be done then. Pure. An event that makes no sense where the
 * flow stands gives the same state back, without effects.
 */
export function transition(state: FlowState, event: FlowEvent, env: FlowEnvironment): Transition {
  return advance(state, event, { ...env, saveData: env.saveData ?? false }, later) ?? stay(state);
}
