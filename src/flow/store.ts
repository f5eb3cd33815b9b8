import type { BookingError } from '../domain/booking-error.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import { asBookingError, call, type Later } from './call.js';
import type { FlowEffect } from './effect.js';
import type { AnswerEvent, FlowEvent } from './event.js';
import { initialState } from './initial-state.js';
import { pendingReads } from './loading.js';
import { readAvailability, readBooking, readCoach, readConfig } from './read-answers.js';
import type { Draft, FlowState } from './state.js';
import { transition } from './transition.js';

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
  /** Default `setTimeout`. */
  readonly later?: Later;
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
export function createFlowStore(options: FlowStoreOptions): FlowStore {
  const { adapter, coachId, now = Date.now, newKey = () => crypto.randomUUID(), later = laterByTimer } = options;
  const report = options.report ?? ((message, cause) => console.error(message, cause));
  const timeoutMs = options.timeoutMs ?? 30_000;
  const listeners = new Set<FlowListener>();
  const running = new Map<FlowEffect['type'], Task>();
  let state = initialState({ ...options, now: now(), hasCoach: adapter.getCoach !== undefined });
  let connected = false;
  let started = false;
  /** A backend that asked for patience is left alone until then. */
  let notBefore = 0;

  function send(event: FlowEvent): void {
    const previous = state;
    const result = transition(previous, event, { now: now(), newKey });
    state = result.state;
    // Before the listeners: one of them may send the next event.
    result.effects.forEach(run);
    if (state !== previous) [...listeners].forEach((listener) => listener(result.state, previous, event));
  }

  function run(effect: FlowEffect): void {
    if (effect.type === 'report') return report(`[coach-booking] ${effect.message}`);
    const { type } = effect;
    const writes = type === 'book';
    if (!writes && !connected) return;
    running.get(type)?.stop();
    const controller = new AbortController();
    const execute = () =>
      void call((callOptions) => perform(effect, callOptions), controller, { timeoutMs, later, writes })
        .catch((error: unknown) => failure(effect, asBookingError(error, writes)))
        .then((answer) => {
          // A later one took its place, or nobody is there any more.
          if (running.get(type) !== task) return;
          running.delete(type);
          if ('error' in answer) heed(answer.error);
          send(answer);
        });
    const delayMs = Math.max('delayMs' in effect ? effect.delayMs : 0, notBefore - now());
    const stopWaiting = delayMs > 0 && later(execute, delayMs);
    const task: Task = { stop: () => (stopWaiting && stopWaiting(), controller.abort()) };
    running.set(type, task);
    if (!stopWaiting) execute();
  }

  async function perform(
    effect: Exclude<FlowEffect, { type: 'report' }>,
    callOptions: CallOptions,
  ): Promise<AnswerEvent> {
    switch (effect.type) {
      case 'load-coach': {
        const coach = await adapter.getCoach?.({ coachId }, callOptions);
        return { type: 'coach-loaded', coach: readCoach(coach) };
      }
      case 'load-config':
        return { type: 'config-loaded', config: readConfig(await adapter.getConfig({ coachId }, callOptions)) };
      case 'load-page':
      case 'search': {
        const { span, customDuration } = effect;
        const query = {
          coachId,
          start: new Date(span.start).toISOString(),
          end: new Date(span.end).toISOString(),
          ...(customDuration !== null && { durationMinutes: customDuration }),
        };
        const answer = await adapter.getAvailability(query, callOptions);
        return { type: 'times-loaded', span, availability: readAvailability(answer, now()) };
      }
      case 'book': {
        const { attempt, check } = effect;
        const known = check && (await adapter.findBooking?.(attempt, callOptions));
        const { request, idempotencyKey } = attempt;
        const booking = readBooking(known || (await adapter.book(request, { ...callOptions, idempotencyKey })));
        return { type: 'booked', idempotencyKey, booking };
      }
    }
  }

  /** Remembers how long to wait, and tells developers of answers that can't be used. */
  function heed({ code, message, retryAfterMs, cause }: BookingError): void {
    if (retryAfterMs) notBefore = now() + Math.min(retryAfterMs, LONGEST_WAIT_MS);
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
      pendingReads(state).forEach(run);
      send({ type: started ? 'refresh' : 'start' });
      started = true;
    },
    disconnect() {
      connected = false;
      for (const [type, task] of running) {
        if (type === 'book') continue;
        running.delete(type);
        task.stop();
      }
    },
  };
}

/** Patience has an end: a backend that asks for hours is asked again after a minute. */
const LONGEST_WAIT_MS = 60_000;

interface Task {
  readonly stop: () => void;
}

function laterByTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function failure(
  effect: Exclude<FlowEffect, { type: 'report' }>,
  error: BookingError,
): AnswerEvent & { error: BookingError } {
  switch (effect.type) {
    case 'load-coach':
      return { type: 'coach-failed', error };
    case 'load-config':
      return { type: 'config-failed', error };
    case 'book':
      return { type: 'book-failed', error, idempotencyKey: effect.attempt.idempotencyKey };
    default:
      return { type: 'times-failed', error, span: effect.span };
  }
}
