import type { Booking } from '../domain/booking.js';
import { objectOf, readInstant, text } from '../domain/read.js';
import type { BookingEvent } from '../ports/outbox.js';
import { readBooking } from './read-booking.js';
import { writeBooking } from './write-answers.js';

/**
 * An event as receivers get it, in the shape of Standard Webhooks: `type`, `timestamp` and `data`. `id` says which event
 * it is, however often it comes. More fields and more types may be added; none will go or change its meaning.
 */
export interface WireEvent {
  readonly id: string;
  readonly type: string;
  /** When it happened, not when it was sent. */
  readonly timestamp: string;
  readonly data: { readonly coachId: string; readonly booking: Readonly<Record<string, unknown>> };
}

interface EventFields {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly coachId: string; readonly booking: Booking };
}

const readEventFields = objectOf<EventFields>({
  id: text(1),
  type: text(1),
  timestamp: readInstant,
  data: objectOf<EventFields['data']>({ coachId: text(1), booking: (value) => readBooking(value) }),
});

/** Without the manage token, which is for the attendee alone. */
export function writeBookingEvent({ id, type, createdAt, coachId, booking }: BookingEvent): WireEvent {
  const { manageToken: _, ...rest } = booking;
  return { id, type, timestamp: createdAt, data: { coachId, booking: writeBooking(rest) } };
}

/** Throws `validation_failed`. Types that are not known here are kept as they are. */
export function readBookingEvent(value: unknown): BookingEvent {
  const { id, type, timestamp, data } = readEventFields(value);
  return { id, type, createdAt: timestamp, coachId: data.coachId, booking: data.booking };
}
