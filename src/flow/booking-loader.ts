import type * as booking from './booking.js';
import type { BookingEvent, FlowEvent } from './event.js';

/** The code that sends a booking. The picker does not wait for it. */
export type BookingPart = typeof booking;

const EVENTS: ReadonlySet<string> = new Set<BookingEvent['type']>([
  'submit',
  'accept-price',
  'check-again',
  'booked',
  'book-failed',
]);

let part: BookingPart | null = null;
let pending: Promise<BookingPart> | null = null;
let attempts = 0;

/** Whether an event is one of those that need the booking part. */
export function isBookingEvent(event: FlowEvent): event is BookingEvent {
  return EVENTS.has(event.type);
}

/** The part, once it is loaded. */
export function bookingPart(): BookingPart | null {
  return part;
}

/** Loads the part once. Rejects when that fails; the next call tries again. */
export function loadBooking(): Promise<BookingPart> {
  return (pending ??= request(attempts++).then(
    (loaded) => (part = loaded),
    (error: unknown) => {
      pending = null;
      throw error;
    },
  ));
}

/** The build adds `attempt` to the address: browsers remember a module that failed to load. */
async function request(attempt: number): Promise<BookingPart> {
  try {
    return await import('./booking.js');
  } catch (cause) {
    throw new Error(`The code that books could not be loaded (attempt ${attempt}).`, { cause });
  }
}
