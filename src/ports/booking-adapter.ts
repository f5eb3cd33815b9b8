import type { Availability, AvailabilityQuery, Booking, BookingRequest, Hold, HoldRequest } from '../domain/booking.js';
import type { Coach } from '../domain/coach.js';
import type { SessionConfig } from '../domain/session-config.js';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A write that may be sent again: the same key and the same request make one booking. */
export interface WriteOptions extends CallOptions {
  readonly idempotencyKey: string;
}

/**
 * What the elements talk to. Three methods are required; the presence of an optional one says what the adapter can do.
 * Methods throw `BookingError` and nothing else.
 */
export interface BookingAdapter {
  /** For messages and logs, such as `rest`. */
  readonly name: string;
  /** The longest span that one call of `getAvailability` may ask for, in days of 24 hours. Without it, up to 366. */
  readonly maximumDays?: number;
  getConfig(query: { readonly coachId: string }, options?: CallOptions): Promise<SessionConfig>;
  getAvailability(query: AvailabilityQuery, options?: CallOptions): Promise<Availability>;
  book(request: BookingRequest, options: WriteOptions): Promise<Booking>;
  getCoach?(query: { readonly coachId: string }, options?: CallOptions): Promise<Coach>;
  getBooking?(
    query: { readonly bookingId: string; readonly manageToken: string },
    options?: CallOptions,
  ): Promise<Booking>;
  /** Settles an unknown outcome: the booking made under a key, or null. */
  findBooking?(
    query: { readonly idempotencyKey: string; readonly request: BookingRequest },
    options?: CallOptions,
  ): Promise<Booking | null>;
  hold?(request: HoldRequest, options?: CallOptions): Promise<Hold>;
  release?(query: { readonly holdId: string }, options?: CallOptions): Promise<void>;
  /** A hint to fetch again, never truth. Returns the way to stop. */
  subscribe?(
    query: { readonly coachId: string; readonly start: string; readonly end: string },
    onChange: () => void,
  ): () => void;
}
