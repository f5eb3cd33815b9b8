import { BookingError, isBookingError, type WriteOutcome } from '../domain/booking-error.js';
import type { CallOptions } from '../ports/booking-adapter.js';

/** Throws `aborted` when the caller has given up. */
export function checkAborted(options: CallOptions | undefined): void {
  if (options?.signal?.aborted) throw new BookingError('aborted', { cause: options.signal.reason });
}

/** Whatever a store or a calendar throws, callers get a `BookingError`: theirs is `unavailable`. */
export async function reach<T>(
  what: string,
  work: () => Promise<T>,
  outcome: WriteOutcome = 'not_applied',
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isBookingError(cause)) throw cause;
    throw new BookingError('unavailable', { message: `${what} failed`, outcome, cause });
  }
}

/** A stored document that breaks the rules is our fault, not that of the caller's request. */
export function onStored<T>(compute: () => T): T {
  try {
    return compute();
  } catch (cause) {
    throw new BookingError('unknown', { message: 'the stored config or schedule is not valid', cause });
  }
}
