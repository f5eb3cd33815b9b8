import type { Booking, BookingRequest } from '../domain/booking.js';
import type { Coach } from '../domain/coach.js';
import { BookingError } from '../domain/booking-error.js';
import type { Schedule } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import type { BookingStore } from '../ports/booking-store.js';
import type { BusySource } from '../ports/busy-source.js';
import type { CoachAdapter } from '../ports/coach-adapter.js';

/** What a coach has stored, with the versions that guard a write (`If-Match`). */
export interface CoachDocuments {
  readonly config: SessionConfig;
  readonly schedule: Schedule;
  readonly configVersion: string;
  readonly scheduleVersion: string;
}

/** The business rules over a store. It is itself an adapter, so that elements can run on it without a server. */
export interface BookingService extends BookingAdapter, CoachAdapter {
  getCoach(query: { readonly coachId: string }, options?: CallOptions): Promise<Coach>;
  getBooking(
    query: { readonly bookingId: string; readonly manageToken: string },
    options?: CallOptions,
  ): Promise<Booking>;
  findBooking(
    query: { readonly idempotencyKey: string; readonly request: BookingRequest },
    options?: CallOptions,
  ): Promise<Booking | null>;
  /** Config and schedule with their versions: what the handler's `ETag`s are made of. */
  documents(query: { readonly coachId: string }, options?: CallOptions): Promise<CoachDocuments>;
}

export interface BookingServiceOptions {
  readonly store: BookingStore;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
  /** The coach's other calendars; all that they answer blocks time. */
  readonly busySources?: readonly BusySource[];
  /** Key of the manage tokens' HMAC. Without it a random one is made, and tokens end with the process. */
  readonly secret?: string;
  /** Makes ids. Default `crypto.randomUUID`. */
  readonly randomId?: () => string;
  /** For messages and logs. Default `service`. */
  readonly name?: string;
}

export function createBookingService(options: BookingServiceOptions): BookingService {
  throw new BookingError('unsupported', { message: `not built yet: ${options.name ?? 'service'}` });
}
