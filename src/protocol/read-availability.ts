import type { Availability } from '../domain/booking.js';
import { availabilityExtras, parseSlots } from '../domain/parse-availability.js';
import { objectOf, readTimeZone } from '../domain/read.js';
import { readSlot } from './slot.js';

type AvailabilityFields = Omit<Availability, 'slots' | 'timeZone'> & {
  readonly availableSlots: Availability['slots'];
  readonly timezone: string;
};

const readAvailabilityFields = objectOf<AvailabilityFields>({
  availableSlots: readSlots,
  timezone: readTimeZone,
  ...availabilityExtras,
});

/**
 * Slots that are malformed are left out singly: see `parseSlots`. Throws `validation_failed` with the paths of the wire.
 */
export function readAvailability(value: unknown): Availability {
  const { availableSlots: slots, timezone: timeZone, ...rest } = readAvailabilityFields(value);
  return { ...rest, slots, timeZone };
}

/** The slots of a list of the wire, as `parseSlots` does it. */
export function readSlots(value: unknown, path: string): Availability['slots'] {
  return parseSlots(value, path, readSlot);
}
