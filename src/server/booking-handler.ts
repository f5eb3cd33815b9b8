import { BookingError, isBookingError } from '../domain/booking-error.js';
import { readRecord } from '../domain/read.js';
import { writeProblem } from '../protocol/problem.js';
import { DEFAULT_BASE_PATH, PROTOCOL_VERSION } from '../protocol/routes.js';
import type { BookingService } from '../service/booking-service.js';
import { addCorsHeaders, addPreflightHeaders, isPreflight, type CorsOptions } from './cors.js';
import { answerCall, type Answer } from './endpoints.js';
import { readJsonBody } from './json-body.js';
import type { RateLimiter } from './rate-limiter.js';
import { findRoute, type BookingAction, type Route } from './routes.js';

/** One line for each answer, without personal data. */
export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  /** Absent for a path or a method that is not served. */
  readonly action?: BookingAction;
  readonly status: number;
  readonly durationMs: number;
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
  /** Default: none. See `createTokenBucket`. */
  readonly rateLimiter?: RateLimiter;
  readonly log?: (entry: LogEntry) => void;
  /** Milliseconds since the epoch, for the log. Default: the machine's clock. */
  readonly now?: () => number;
  /** Makes ids for requests that bring none. Default `crypto.randomUUID`. */
  readonly randomId?: () => string;
}

export type BookingHandler = (request: Request) => Promise<Response>;

/** Serves the protocol over a service. Web APIs only: it runs wherever `Request` and `Response` do. It never throws. */
export function createBookingHandler(options: BookingHandlerOptions): BookingHandler {
  const { cors, log, now = Date.now, randomId = () => crypto.randomUUID() } = options;
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
    let thrown: { readonly error: unknown; readonly code: string } | undefined;
    try {
      addCorsHeaders(headers, request, cors);
      const url = new URL(request.url);
      route = url.pathname.startsWith(`${basePath}/`)
        ? findRoute(request.method, url.pathname.slice(basePath.length))
        : null;
      response = toResponse(await answerRoute(options, request, url, route, headers), headers, request.method);
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
        ...thrown,
      });
    } catch {
      // A log that fails must not cost the visitor the answer.
    }
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
  const { service, authorize, rateLimiter, maxBodyBytes = 65_536 } = options;
  const retryAfterMs = (await rateLimiter?.(request, { action })) ?? 0;
  if (retryAfterMs > 0) throw new BookingError('rate_limited', { retryAfterMs });
  return answerCall(action, {
    request,
    query: url.searchParams,
    id,
    service,
    readBody: async () => readRecord(await readJsonBody(request, maxBodyBytes), 'body'),
    authorize: async (coachId) => {
      if (await authorize?.(request, { action, coachId })) return;
      throw new BookingError(request.headers.has('Authorization') ? 'forbidden' : 'unauthorized');
    },
  });
}

/** What a caller sends is taken only if it is harmless in a header and in a log. */
function readRequestId(request: Request): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(request.headers.get('X-Request-Id') ?? '')?.[0];
}

/** What is no `BookingError`, or a broken one, tells the caller nothing. */
function problemOf(error: unknown, requestId: string): { readonly code: string; readonly answer: Answer } {
  const known = isBookingError(error) ? error : new BookingError('unknown');
  try {
    const body = writeProblem(known, requestId);
    return { code: body.code, answer: { status: body.status, body, headers: problemHeaders(known, body.status) } };
  } catch {
    return problemOf(null, requestId);
  }
}

function problemHeaders({ retryAfterMs }: BookingError, status: number): Record<string, string> {
  const seconds = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 1000));
  return {
    'Content-Type': 'application/problem+json',
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...(retryAfterMs !== undefined && { 'Retry-After': String(seconds) }),
  };
}

function toResponse({ status = 200, body, headers: own = {} }: Answer, headers: Headers, method: string): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  if (text !== null) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return new Response(method === 'HEAD' ? null : text, { status, headers });
}
