/** Reads what an adapter answers, before anything relies on it: an adapter is a stranger's code. */
import type { Availability } from '../domain/booking.js';
import { BookingError, isBookingError } from '../domain/booking-error.js';
import { parseAvailability } from '../domain/parse-availability.js';
import { parseSessionConfig } from '../domain/parse-config.js';
import type { SessionConfig } from '../domain/session-config.js';
import { readInstantMs } from '../domain/read-instant.js';
import type { Slot } from '../domain/slot.js';
import { indexAt } from './slots.js';

const MINUTE_MS = 60_000;

/** Runs a reader; what it refuses becomes `invalid_response`, with the paths in its message. */
export function readAnswer<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isBookingError(error)) throw error;
    const { message, fields } = error;
    throw new BookingError('invalid_response', {
      message,
      cause: error,
      outcome: 'unknown',
      ...(fields && { fields }),
    });
  }
}

export function readConfig(value: unknown): SessionConfig {
  return readAnswer(() => parseSessionConfig(value, 'sessionConfig'));
}

/** Slots that make no sense, are past or come twice are left out one by one; the rest is sorted. The server's clock wins. */
export function readAvailability(answer: Availability, now: number): Availability {
  const availability = readAnswer(() => parseAvailability(answer));
  return { ...availability, slots: upcoming(availability.slots, now + skewOf(availability, now)) };
}

/** How far a clock is behind the server's, in milliseconds; 0 within a minute, which an answer may have been on its way. */
export function skewOf({ serverNow }: Availability, now: number): number {
  const skew = readInstantMs(serverNow) - now;
  return Math.abs(skew) > MINUTE_MS ? skew : 0;
}

function upcoming(slots: readonly Slot[], now: number): readonly Slot[] {
  return slots.slice(indexAt(slots, now));
}
