import type { Attempt, FlowState, InstantSpan } from './state.js';

/** What the store has to do. Its answer comes back as an event. A later effect of one type supersedes an earlier one that is under way. */
export type FlowEffect =
  | { readonly type: 'load-coach' | 'load-config' }
  /** `load-page` is what the visitor looks at, `search` looks further ahead. Null: every configured length. */
  | { readonly type: 'load-page' | 'search'; readonly span: InstantSpan; readonly customDuration: number | null }
  /** Sends a request. `check`: it may have been booked already, so ask first where the adapter can tell. */
  | { readonly type: 'book'; readonly attempt: Attempt; readonly check: boolean; readonly delayMs: number }
  /** A word to the developer. */
  | { readonly type: 'report'; readonly message: string };

/** What a transition may know beside the state. */
export interface FlowEnvironment {
  /** In milliseconds. */
  readonly now: number;
  /** Makes an idempotency key. */
  readonly newKey: () => string;
}

export interface Transition {
  readonly state: FlowState;
  readonly effects: readonly FlowEffect[];
}

/** The answer to an event that makes no sense where the flow stands. */
export function stay(state: FlowState): Transition {
  return { state, effects: [] };
}
