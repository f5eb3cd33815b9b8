import type { BookingRequest } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import type { BookingAdapter } from '../ports/booking-adapter.js';
import { advance } from './advance.js';
import { asBookingError, call, type Later } from './call.js';
import type { FlowEffect } from './effect.js';
import type { FlowEvent } from './event.js';
import { initialState } from './initial-state.js';
import { laterHalf, loadLater, type Later as LaterHalf } from './later-loader.js';
import { failure, perform } from './perform.js';
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
  /** How many days are shown at once. Default 42. */
  readonly pageDays?: number;
  /** A length chosen beforehand: the flow starts with the times. Ignored when the coach does not offer it. */
  readonly durationMinutes?: number;
  readonly draft?: Partial<Draft>;
  /** The visitor's clock. Default `Date.now`. */
  readonly now?: () => number;
  /** Milliseconds on a clock that only runs forward. Default `performance.now`. */
  readonly elapsed?: () => number;
  /** Whether to spare the network, and so fetch nothing in advance. Default: as the browser says (`Save-Data`). */
  readonly saveData?: () => boolean;
  /** Makes idempotency keys. Default `crypto.randomUUID`. */
  readonly newKey?: () => string;
  /** Default `setTimeout`. */
  readonly later?: Later;
  /**
   * Given once what loads all that the first times do not need: calls it when they are shown. Default: as soon as they are
   * told. A visitor who is faster is not kept waiting for it.
   */
  readonly defer?: (load: () => void) => void;
  /** How long an adapter may take to answer a call. Default 30 s. */
  readonly timeoutMs?: number;
  /** Asked before a request is sent; false keeps it here, and the form as it is. */
  readonly mayBook?: (request: BookingRequest) => boolean;
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

/** A page that is turned to is painted by then. */
const PAINTED_MS = 60;

/** Patience has an end: a backend that asks for hours is asked again after a minute. */
const LONGEST_WAIT_MS = 60_000;

/** Makes a store that waits for `connect()`. */
export function createFlowStore(options: FlowStoreOptions): FlowStore {
  const { adapter, coachId, now = Date.now, newKey = () => crypto.randomUUID(), later = laterByTimer } = options;
  const { timeoutMs = 30_000, mayBook = () => true, report = reportToConsole } = options;
  const { elapsed = () => performance.now(), defer } = options;
  const listeners = new Set<FlowListener>();
  /** What runs, and the way to stop it. A new effect takes the place of an older one of its type. */
  const running = new Map<FlowEffect['type'], { readonly effect: FlowEffect; readonly stop: () => void }>();
  /** What would be read if anybody were there. */
  const paused: FlowEffect[] = [];
  let state = initialState({
    ...options,
    now: now(),
    hasCoach: !!adapter.getCoach,
    canHold: !!adapter.hold,
    maximumDays: adapter.maximumDays,
  });
  let connected = false;
  let started = false;
  /** A backend that asked for patience is left alone until then. */
  let notBefore = 0;
  const queue: FlowEvent[] = [];
  let aside: ReturnType<LaterHalf['createAside']> | undefined;
  let laterWanted = false;

  /** The server's clock, as far as it is known. */
  const time = (): number => now() + state.clockSkew;

  function send(event: FlowEvent): void {
    const later = laterHalf();
    const request = later?.requestFor(state, event);
    if (request && !mayBook(request)) return;
    const previous = state;
    const result = advance(
      previous,
      event,
      { now: time(), elapsed: elapsed(), saveData: options.saveData?.(), newKey },
      later,
    );
    if (!result) {
      queue.push(event);
      fetchLater();
      return;
    }
    state = result.state;
    // Before the listeners: one of them may send the next event.
    result.effects.forEach(run);
    if (state !== previous) [...listeners].forEach((listener) => listener(result.state, previous, event));
    if (!defer && event.type.startsWith('times-')) fetchLater();
  }

  /** The picker comes first; what happens before the later half is there waits for it. */
  function fetchLater(): void {
    if (laterWanted) return;
    laterWanted = true;
    loadLater().then(
      () => {
        // One request leads to the first times; who the coach is comes after it.
        if (state.coach.status === 'loading') run({ type: 'load-coach' });
        send({ type: 'look-ahead' });
        queue.splice(0).forEach(send);
        // Nobody is there any more to hold a time for.
        if (!connected) send({ type: 'leave' });
      },
      (cause: unknown) => {
        laterWanted = false;
        // Another press may send it: it must not be sent by surprise, long after the first.
        const unsent = queue.findIndex(({ type }) => type === 'submit');
        if (unsent < 0) return;
        queue.splice(unsent);
        send({ type: 'unsent', error: new BookingError('network', { cause }) });
      },
    );
  }

  function run(effect: FlowEffect): void {
    if (effect.type === 'report') {
      report(`[coach-booking] ${effect.message}`);
      return;
    }
    if (effect.type === 'hold' || effect.type === 'release' || effect.type === 'wake') {
      (aside ??= laterHalf()?.createAside({ adapter, coachId, elapsed, later, send }))?.(effect);
      return;
    }
    const { type } = effect;
    const writes = type === 'book';
    if (!connected && !writes) {
      paused.push(effect);
      return;
    }
    running.get(type)?.stop();
    const controller = new AbortController();
    const ask = async () => {
      const holdId = state.hold?.held?.holdId;
      const context = { adapter, coachId, now: time, holdId };
      const answer = await call((callOptions) => perform(effect, context, callOptions), controller, {
        timeoutMs,
        later,
        writes,
      }).catch((error: unknown) => failure(effect, asBookingError(error, writes)));
      // Another one took its place, or nobody waits for it any more.
      if (running.get(type) !== task) return;
      running.delete(type);
      if ('error' in answer) heed(answer.error);
      send(answer);
    };
    // Nobody waits for the page after the shown one: that is to be painted first.
    const ownDelayMs = writes ? effect.delayMs : defer && type === 'prefetch' ? PAINTED_MS : 0;
    const delayMs = Math.max(ownDelayMs, notBefore - elapsed());
    const stopWaiting = delayMs > 0 ? later(() => void ask(), delayMs) : void ask();
    const stop = () => {
      stopWaiting?.();
      controller.abort();
    };
    const task = { effect, stop };
    running.set(type, task);
  }

  /** Remembers how long to wait, and tells the developer of answers that can't be used. */
  function heed({ code, message, retryAfterMs = 0, cause }: BookingError): void {
    notBefore = elapsed() + Math.min(retryAfterMs, LONGEST_WAIT_MS);
    if (code === 'invalid_response' || code === 'unknown') {
      report(`[coach-booking] The adapter "${adapter.name}" gave an answer that can't be used: ${message}`, cause);
    }
  }

  return {
    getState: () => state,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect() {
      if (connected) return;
      connected = true;
      paused.splice(0).forEach(run);
      send({ type: started ? 'refresh' : 'start' });
      if (!started) defer?.(fetchLater);
      started = true;
    },
    disconnect() {
      if (state.hold) send({ type: 'leave' });
      connected = false;
      for (const [type, { effect, stop }] of running) {
        if (type === 'book') continue;
        running.delete(type);
        paused.push(effect);
        stop();
      }
    },
  };
}

function laterByTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

function reportToConsole(message: string, cause?: unknown): void {
  console.error(message, cause);
}
