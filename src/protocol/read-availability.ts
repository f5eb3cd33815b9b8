import type { Availability } from '../domain/booking.js';
import { parseSessionConfig } from '../domain/parse-config.js';
import { objectOf, optional, readBoolean, readTimeZone, recordOf } from '../domain/read.js';
import type { Features, SessionConfig } from '../domain/session-config.js';
import type { Slot } from '../domain/slot.js';
import { readSlots } from './slot.js';

interface AvailabilityFields {
  readonly availableSlots: readonly Slot[];
  readonly timezone: string;
  readonly sessionConfig?: SessionConfig;
  readonly features?: Features;
}

const readAvailabilityFields = objectOf<AvailabilityFields>({
  availableSlots: readSlots,
  timezone: readTimeZone,
  sessionConfig: optional(parseSessionConfig),
  features: optional(recordOf(readBoolean)),
});

/**
 * Slots that are malformed are left out singly: see `readSlots`. Throws `validation_failed` with the paths of the wire.
 */
export function readAvailability(value: unknown): Availability {
  const { availableSlots: slots, timezone: timeZone, ...rest } = readAvailabilityFields(value);
  return { ...rest, slots, timeZone };
}
