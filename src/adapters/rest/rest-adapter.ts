import { BookingError } from '../../domain/booking-error.js';
import type { Booking, Hold } from '../../domain/booking.js';
import type { Coach } from '../../domain/coach.js';
import type { BookingAdapter, CallOptions } from '../../ports/booking-adapter.js';

export interface RestAdapterOptions {
  /**
   * Where the API lies, such as `https://example.com/api` or `/api`. An origin without a path (`https://example.com`)
   * gets the default base path `/api`; one that ends with a slash is taken as it is.
   */
  readonly baseUrl: string;
  /** Default: the global `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Of one attempt, with its body. Default 10 000. */
  readonly timeoutMs?: number;
  /** How often a call that is safe to repeat is sent again. Default 2. */
  readonly retries?: number;
  /** For the jitter between attempts: from 0 to below 1. Default `Math.random`. */
  readonly random?: () => number;
  /** Waits between attempts; may end early when the signal aborts. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since the epoch, to read a `Retry-After` date. Default: the machine's clock. */
  readonly now?: () => number;
}

/** What the REST adapter can do. */
export interface RestAdapter extends BookingAdapter {
  getCoach(query: { readonly coachId: string }, options?: CallOptions): Promise<Coach>;
  getBooking(
    query: { readonly bookingId: string; readonly manageToken: string },
    options?: CallOptions,
  ): Promise<Booking>;
  hold(request: Parameters<NonNullable<BookingAdapter['hold']>>[0], options?: CallOptions): Promise<Hold>;
  release(query: { readonly holdId: string }, options?: CallOptions): Promise<void>;
}

/** Speaks the protocol of `docs/backend.md` to a server. */
export function createRestAdapter(options: RestAdapterOptions): RestAdapter {
  throw new BookingError('unsupported', { message: `not built yet: ${options.baseUrl}` });
}
