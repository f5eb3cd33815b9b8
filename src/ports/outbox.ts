import type { Booking } from '../domain/booking.js';

/** What happened to a booking. Delivered at least once, always with the same id. */
export interface BookingEvent {
  readonly id: string;
  /** Open to more. */
  readonly type: 'booking.created' | (string & {});
  readonly createdAt: string;
  readonly coachId: string;
  /** Without its manage token. */
  readonly booking: Booking;
}

/** An event that somebody has taken to deliver. */
export interface OutboxEntry {
  readonly event: BookingEvent;
  /** How often it has been taken, this time included. */
  readonly attempts: number;
}

/** How a delivery ended. */
export type Delivery =
  { readonly delivered: true } | { readonly delivered: false; readonly retryAt: string; readonly error: string };

/**
 * Events that wait for delivery, kept in the same transaction as what they tell of. An entry that is taken is nobody
 * else's for `leaseMs`; when it is not settled by then it can be taken again.
 */
export interface Outbox {
  /** The oldest that are due, at most `limit`. */
  take(query: {
    readonly now: string;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly OutboxEntry[]>;
  settle(eventId: string, delivery: Delivery, now: string): Promise<void>;
}
