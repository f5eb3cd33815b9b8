import type { BookingService } from '../service/booking-service.js';
import type { RateLimiter } from './rate-limiter.js';

/** What a request wants to do, for `authorize`, limits and logs. */
export type BookingAction =
  | 'profile.read'
  | 'config.read'
  | 'config.write'
  | 'schedule.read'
  | 'schedule.write'
  | 'metrics.read'
  | 'availability.read'
  | 'booking.create'
  | 'booking.read'
  | 'booking.cancel'
  | 'booking.reschedule'
  | 'hold.create'
  | 'hold.release'
  | 'quote.create'
  | 'waitlist.create'
  | 'events.create';

export interface CorsOptions {
  /** Origins that may call from a browser, such as `https://example.com`; `*` for all. Credentials are never allowed. */
  readonly origins: '*' | readonly string[] | ((origin: string) => boolean);
  /** How long a browser may keep the answer to a preflight. Default 7200. */
  readonly maxAgeSeconds?: number;
}

/** One line for each answer, without personal data. */
export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  /** Absent for a path that is not served. */
  readonly action?: BookingAction;
  readonly status: number;
  readonly durationMs: number;
  /** Of the error that was answered. */
  readonly code?: string;
  /** What was thrown: it may say more than the answer does. */
  readonly error?: unknown;
}

export interface BookingHandlerOptions {
  readonly service: BookingService;
  /** Default `/api`. */
  readonly basePath?: string;
  /** Whether this request may write for the coach. Without it nobody may. */
  readonly authorize?: (
    request: Request,
    call: { readonly action: BookingAction; readonly coachId: string },
  ) => boolean | Promise<boolean>;
  /** Without it only pages of the same origin can call. */
  readonly cors?: CorsOptions;
  /** Default 65 536. */
  readonly maxBodyBytes?: number;
  /** Default: none. See `createTokenBucket`. */
  readonly rateLimiter?: RateLimiter;
  readonly log?: (entry: LogEntry) => void;
  /** Milliseconds since the epoch, for the log. Default: the machine's clock. */
  readonly now?: () => number;
  /** Makes ids for requests that bring none. Default `crypto.randomUUID`. */
  readonly randomId?: () => string;
}

export type BookingHandler = (request: Request) => Promise<Response>;

/** Serves the protocol over a service. Web APIs only: it runs wherever `Request` and `Response` do. */
export function createBookingHandler(options: BookingHandlerOptions): BookingHandler {
  return () => Promise.resolve(new Response(options.service.name, { status: 501 }));
}
