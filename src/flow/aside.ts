/** Runs what the store does not run itself: holds, releases, and the one timer of the flow. */
import type { Hold } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import { readInstant, readRecord, text } from '../domain/read.js';
import type { BookingAdapter } from '../ports/booking-adapter.js';
import { asBookingError, call, type Later } from './call.js';
import type { FlowEffect } from './effect.js';
import type { FlowEvent } from './event.js';
import { readAnswer } from './read-answers.js';

export type AsideEffect = Extract<FlowEffect, { readonly type: 'hold' | 'release' | 'wake' }>;

export interface AsideOptions {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  readonly elapsed: () => number;
  readonly later: Later;
  readonly send: (event: FlowEvent) => void;
}

/** A hold that takes longer is given up: what it helps with is over sooner. */
const PATIENCE_MS = 8000;

/** Holds are not superseded or aborted when the element leaves the page: whatever was placed has to be found and released. */
export function createAside({ adapter, coachId, elapsed, later, send }: AsideOptions): (effect: AsideEffect) => void {
  let stopTimer = (): void => undefined;
  const rules = { timeoutMs: PATIENCE_MS, later };

  async function release(holdIds: readonly string[]): Promise<void> {
    const calls = holdIds.map((holdId) =>
      call(async (options) => adapter.release?.({ holdId }, options), new AbortController(), rules),
    );
    // A hold that could not be released ends by itself.
    await Promise.allSettled(calls);
  }

  function hold({ slot, holdId }: Extract<AsideEffect, { type: 'hold' }>): void {
    const { startTime, durationMinutes } = slot;
    const askedAt = elapsed();
    const answer = call(
      async (options) => {
        if (!adapter.hold) throw new BookingError('unsupported');
        const request = { coachId, startTime, durationMinutes, ...(holdId !== null && { holdId }) };
        const placed = await adapter.hold(request, options);
        try {
          if (!options.signal.aborted) return readHold(placed);
        } catch (error) {
          releaseUnread(placed);
          throw error;
        }
        // Too late: nobody waits for it any more.
        releaseUnread(placed);
        throw new BookingError('aborted');
      },
      new AbortController(),
      { ...rules, writes: true },
    );
    void answer.then(
      (placed) => send({ type: 'held', hold: placed, askedAt }),
      (error: unknown) => {
        const cause = asBookingError(error, true);
        send(
          cause.code === 'slot_unavailable' ? { type: 'hold-refused', error: cause } : { type: 'hold-failed', cause },
        );
      },
    );
  }

  /** Whatever it says of its end: where there is an id, there may be a hold. */
  function releaseUnread(placed: unknown): void {
    const holdId: unknown = typeof placed === 'object' && placed ? Reflect.get(placed, 'holdId') : null;
    if (typeof holdId === 'string' && holdId) void release([holdId]);
  }

  return (effect) => {
    switch (effect.type) {
      case 'hold':
        hold(effect);
        break;
      case 'release':
        void release(effect.holdIds).then(() => send({ type: 'released' }));
        break;
      case 'wake':
        stopTimer();
        if (effect.delayMs !== null) stopTimer = later(() => send({ type: 'wake' }), effect.delayMs);
    }
  };
}

/** A name to renew and release it by, and how long it lasts by the server's own clock. */
function readHold(hold: Hold): Hold {
  return readAnswer(() => {
    text(1)(readRecord(hold, 'hold').holdId, 'hold.holdId');
    return {
      holdId: hold.holdId,
      expiresAt: readInstant(hold.expiresAt, 'hold.expiresAt'),
      serverNow: readInstant(hold.serverNow, 'hold.serverNow'),
    };
  });
}
