import { BookingError } from '../domain/booking-error.js';
import { readRecord } from '../domain/read.js';
import type { Notify } from '../ports/notify.js';
import { DEFAULT_BASE_PATH, PROTOCOL_VERSION } from '../protocol/routes.js';
import type { BookingService } from '../service/booking-service.js';
import type { DeliveryLogEntry, Notifier } from '../service/notifier.js';
import { problemOf, toResponse, type Answer } from './answer.js';
import { addCorsHeaders, addPreflightHeaders, isPreflight, type CorsOptions } from './cors.js';
import { answerCall } from './endpoints.js';
import { readJsonBody } from './json-body.js';
import { createRateLimiter, type ClientOf, type RateLimiter } from './rate-limiter.js';
import { readRequestId } from './request-id.js';
import { findRoute, type BookingAction, type Route } from './routes.js';
import { createTell } from './tell.js';

/** One line for each answer, without personal data. */
export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  /** Absent for a path or a method that is not served. */
  readonly action?: BookingAction;
  readonly status: number;
  readonly durationMs: number;
  /** Of the booking that was made or shown; deliveries of its events name it too. */
  readonly bookingId?: string;
  /** Of the error that was answered. */
  readonly code?: string;
  /** What was thrown: it may say more than the answer does. */
  readonly error?: unknown;
}

/** Whether a request may write for a coach. It may throw a `BookingError` to say more than no. */
export type Authorize = (
  request: Request,
  call: { readonly action: BookingAction; readonly coachId: string },
) => boolean | Promise<boolean>;

export interface BookingHandlerOptions {
  readonly service: BookingService;
  /** Default `/api`. */
  readonly basePath?: string;
  /** Guards the coach's writes. Without it nobody may write. */
  readonly authorize?: Authorize;
  /** Without it only pages of the same origin can call. */
  readonly cors?: CorsOptions;
  /** Default 65 536. */
  readonly maxBodyBytes?: number;
  /**
   * Who calls. It turns the limits on: of requests, and of times that one client holds. Without it no client can be told
   * from another, and nobody is limited.
   */
  readonly clientOf?: ClientOf;
  /** Default: `createRateLimiter` where `clientOf` is given; `false` for none. */
  readonly rateLimiter?: RateLimiter | false;
  /**
   * Told of each booking at least once, after it is stored: a function, or a notifier of `createNotifier`, which can also
   * be stopped and drained. A function is called from the requests themselves; what a killed process left is told with
   * the first request after its restart. Needs a store with an outbox.
   */
  readonly notify?: Notify | Notifier;
  /** Keeps a serverless function alive until word is out, such as `EdgeRuntime.waitUntil`. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
  readonly log?: (entry: LogEntry) => void;
  /** Each attempt of a `notify` function; a notifier has a log of its own. */
  readonly logDelivery?: (entry: DeliveryLogEntry) => void;
  /** Milliseconds since the epoch, for the log. Default: the machine's clock. */
  readonly now?: () => number;
  /** Makes ids for requests that bring none. Default `crypto.randomUUID`. */
  readonly randomId?: () => string;
}

export type BookingHandler = (request: Request) => Promise<Response>;

/** Serves the protocol over a service. Web APIs only: it runs wherever `Request` and `Response` do. It never throws. */
export function createBookingHandler(options: BookingHandlerOptions): BookingHandler {
  const { cors, log, clientOf, service, now = Date.now, randomId = () => crypto.randomUUID() } = options;
  const rateLimiter = options.rateLimiter ?? (clientOf ? createRateLimiter({ clientOf, now }) : false);
  const { notify, waitUntil, logDelivery } = options;
  const tell = createTell({ notify, waitUntil, now, outbox: service.outbox, log: logDelivery });
  const basePath = (options.basePath ?? DEFAULT_BASE_PATH).replace(/\/+$/, '');

  return async (request) => {
    const begun = now();
    const requestId = readRequestId(request) ?? randomId();
    const headers = new Headers({
      'Booking-Protocol': PROTOCOL_VERSION,
      'X-Request-Id': requestId,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    let route: Route | null = null;
    let response: Response;
    let bookingId: string | undefined;
    let thrown: { readonly error: unknown; readonly code: string } | undefined;
    try {
      addCorsHeaders(headers, request, cors);
      const url = new URL(request.url);
      route = url.pathname.startsWith(`${basePath}/`)
        ? findRoute(request.method, url.pathname.slice(basePath.length))
        : null;
      const answer = await answerRoute({ ...options, rateLimiter }, request, url, route, headers);
      response = toResponse(answer, headers, request.method);
      bookingId = answer.bookingId;
    } catch (error) {
      const { code, answer } = problemOf(error, requestId);
      response = toResponse(answer, headers, request.method);
      thrown = { error, code };
    }
    try {
      log?.({
        requestId,
        method: request.method,
        status: response.status,
        durationMs: now() - begun,
        ...(route?.action && { action: route.action }),
        ...(bookingId !== undefined && { bookingId }),
        ...thrown,
      });
    } catch {
      // A log that fails must not cost the visitor the answer.
    }
    tell(route?.action === 'booking.create' && response.status === 201);
    return response;
  };
}

async function answerRoute(
  options: BookingHandlerOptions,
  request: Request,
  url: URL,
  route: Route | null,
  headers: Headers,
): Promise<Answer> {
  if (!route) throw new BookingError('not_found', { message: 'No such path' });
  const { action, id, allow } = route;
  if (request.method === 'OPTIONS') {
    if (isPreflight(request)) addPreflightHeaders(headers, allow, options.cors);
    return { status: 204, headers: { Allow: allow } };
  }
  if (!action) {
    headers.set('Allow', allow);
    throw new BookingError('not_found', { status: 405, message: `Allowed here: ${allow}` });
  }
  const { service, authorize, clientOf, rateLimiter, maxBodyBytes = 65_536 } = options;
  const retryAfterMs = rateLimiter ? await rateLimiter(request, { action }) : 0;
  if (retryAfterMs > 0) throw new BookingError('rate_limited', { retryAfterMs });
  return answerCall(action, {
    request,
    query: url.searchParams,
    id,
    service,
    client: clientOf?.(request),
    readBody: async () => readRecord(await readJsonBody(request, maxBodyBytes), 'body'),
    authorize: async (coachId) => {
      if (await authorize?.(request, { action, coachId })) return;
      throw new BookingError(request.headers.has('Authorization') ? 'forbidden' : 'unauthorized');
    },
  });
}
