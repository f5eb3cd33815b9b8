import { BookingError, isBookingError } from '../domain/booking-error.js';
import type { CallOptions } from '../ports/booking-adapter.js';

/** Runs a function later and answers the way to stop it. */
export type Later = (run: () => void, ms: number) => () => void;

export interface CallRules {
  readonly timeoutMs: number;
  readonly later: Later;
  /** The call writes: after a time-out or a crash its outcome is not known. */
  readonly writes?: boolean;
}

/** Calls an adapter, which may throw anything, at once or later, or never answer. Rejects with `BookingError` only. */
export function call<T>(
  method: (options: Required<CallOptions>) => Promise<T>,
  controller: AbortController,
  { timeoutMs, later, writes = false }: CallRules,
): Promise<T> {
  const { signal } = controller;
  const outcome = writes ? 'unknown' : 'not_applied';
  return new Promise<T>((resolve, reject) => {
    const stop = later(() => {
      reject(new BookingError('timeout', { outcome }));
      controller.abort();
    }, timeoutMs);
    signal.addEventListener('abort', () => {
      stop();
      reject(new BookingError('aborted', { outcome }));
    });
    // In a `then`, so that a method that throws at once rejects too.
    Promise.resolve()
      .then(() => method({ signal }))
      .then(resolve, (error: unknown) => reject(asBookingError(error, writes)))
      .finally(stop);
  });
}

/** Anything thrown, as a `BookingError`. `sent`: by a write. */
export function asBookingError(error: unknown, sent: boolean): BookingError {
  if (isBookingError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new BookingError('unknown', { message, cause: error, outcome: sent ? 'unknown' : 'not_applied' });
}
