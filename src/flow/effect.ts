import type { Slot } from '../domain/slot.js';
import type { Attempt, FlowState, InstantSpan } from './state.js';

/** What the store has to do. Its answer comes back as an event. A later effect of one type supersedes an earlier one that is under way. */
export type FlowEffect =
  | { readonly type: 'load-coach' | 'load-config' }
  /**
   * `load-page` is what the visitor looks at, `search` looks further ahead, `prefetch` fetches the page after the shown one.
   * Null: every configured length.
   */
  | {
      readonly type: 'load-page' | 'search' | 'prefetch';
      readonly span: InstantSpan;
      readonly customDuration: number | null;
    }
  /** Sends a request. `check`: it may have been booked already, so ask first where the adapter can tell. */
  | { readonly type: 'book'; readonly attempt: Attempt; readonly check: boolean; readonly delayMs: number }
  /** Holds a time; with `holdId` renews or moves that hold. */
  | { readonly type: 'hold'; readonly slot: Slot; readonly holdId: string | null }
  | { readonly type: 'release'; readonly holdIds: readonly string[] }
  /** Sends `wake` then; null: nothing is waited for any more. */
  | { readonly type: 'wake'; readonly delayMs: number | null }
  /** A word to the developer. */
  | { readonly type: 'report'; readonly message: string };

/** What a transition may know beside the state. */
export interface FlowEnvironment {
  /** In milliseconds, by the server's clock as far as `clockSkew` tells. */
  readonly now: number;
  /** Milliseconds on a clock that only runs forward, whatever the visitor does to theirs. */
  readonly elapsed: number;
  /** The visitor asks to spare the network: nothing is fetched in advance. `transition` takes it for false where it is missing. */
  readonly saveData?: boolean | undefined;
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
