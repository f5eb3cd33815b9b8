import type { BookingAdapter } from '../ports/booking-adapter.js';
import type { FlowEvent } from './event.js';
import type { Draft, FlowState } from './state.js';

/** Told after every change, with what was before and the event that caused it. */
export type FlowListener = (state: FlowState, previous: FlowState, event: FlowEvent) => void;

export interface FlowStoreOptions {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  /** The visitor's zone, IANA. One that the engine does not know counts as UTC. */
  readonly timeZone: string;
  /** 0 = Monday (default) … 6 = Sunday. */
  readonly firstDayOfWeek?: number;
  /** A length chosen beforehand: the flow starts with the times. Ignored when the coach does not offer it. */
  readonly durationMinutes?: number;
  readonly draft?: Partial<Draft>;
  /** Default `Date.now`. */
  readonly now?: () => number;
  /** Makes idempotency keys. Default `crypto.randomUUID`. */
  readonly newKey?: () => string;
  /** Runs a function later and answers the way to stop it. Default `setTimeout`. */
  readonly later?: (run: () => void, ms: number) => () => void;
  /** How long an adapter may take to answer a call. Default 30 s. */
  readonly timeoutMs?: number;
  /** Told of what a developer should know, such as a config that can't be used. Default `console.error`. */
  readonly report?: (message: string, cause?: unknown) => void;
}

/** Holds the state of one booking flow and runs its effects on an adapter. */
export interface FlowStore {
  getState(): FlowState;
  send(event: FlowEvent): void;
  /** Answers the way to stop listening. */
  subscribe(listener: FlowListener): () => void;
  /** Starts loading, or goes on after `disconnect()` with fresh times. */
  connect(): void;
  /** Aborts what is being read. A booking on its way is never aborted. */
  disconnect(): void;
}

/** Makes a store that waits for `connect()`. */
export declare function createFlowStore(options: FlowStoreOptions): FlowStore;
