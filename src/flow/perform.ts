import type { AvailabilityQuery } from '../domain/booking.js';
import type { BookingError } from '../domain/booking-error.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import type { FlowEffect } from './effect.js';
import type { AnswerEvent } from './event.js';
import { loadLater } from './later-loader.js';
import { readAvailability, readConfig } from './read-answers.js';

/** Effects that an adapter answers. */
export type Call = Exclude<FlowEffect, { type: 'hold' | 'release' | 'wake' | 'report' }>;

export interface CallContext {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  readonly now: () => number;
  /** The visitor's own hold, which is to hide nothing from them. */
  readonly holdId: string | undefined;
}

/** Asks the adapter what an effect asks for. Throws what the adapter throws, and `invalid_response` for what can't be used. */
export async function perform(
  effect: Call,
  { adapter, coachId, now, holdId }: CallContext,
  options: CallOptions,
): Promise<AnswerEvent> {
  switch (effect.type) {
    case 'load-coach': {
      const { loadCoach } = await loadLater();
      return { type: 'coach-loaded', coach: await loadCoach(adapter, coachId, options) };
    }
    case 'load-config':
      return { type: 'config-loaded', config: readConfig(await adapter.getConfig({ coachId }, options)) };
    case 'book': {
      const { sendAttempt } = await loadLater();
      const booking = await sendAttempt(adapter, effect, options);
      return { type: 'booked', idempotencyKey: effect.attempt.idempotencyKey, booking };
    }
    default: {
      const { span } = effect;
      const query = { ...queryOf(effect, coachId), ...(holdId && { holdId }) };
      const availability = readAvailability(await adapter.getAvailability(query, options), now());
      return { type: 'times-loaded', span, availability };
    }
  }
}

/** What the times of a span are asked by. */
export function queryOf(
  { span, customDuration }: Extract<Call, { readonly span: unknown }>,
  coachId: string,
): AvailabilityQuery {
  return {
    coachId,
    start: new Date(span.start).toISOString(),
    end: new Date(span.end).toISOString(),
    ...(customDuration !== null && { durationMinutes: customDuration }),
  };
}

/** What an effect that failed answers. */
export function failure(effect: Call, error: BookingError): AnswerEvent & { readonly error: BookingError } {
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
