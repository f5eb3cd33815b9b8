import type { Availability, Booking } from '../domain/booking.js';
import { toMajor } from '../domain/money.js';
import type { SessionConfig } from '../domain/session-config.js';
import { writeSlot, type WireSlot } from './slot.js';
import { writeAttendee } from './write-requests.js';

export interface WireAvailability {
  readonly availableSlots: readonly WireSlot[];
  readonly timezone: string;
  readonly sessionConfig?: SessionConfig;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly serverNow?: string;
}

export function writeAvailability({ slots, timeZone, ...rest }: Availability): WireAvailability {
  return { ...rest, availableSlots: slots.map(writeSlot), timezone: timeZone };
}

export function writeBooking({ rate, attendee, ...rest }: Booking): Readonly<Record<string, unknown>> {
  return {
    ...rest,
    rateAtBooking: toMajor(rate),
    currencyCode: rate.currency,
    ...(attendee && { attendee: writeAttendee(attendee) }),
  };
}
