import { BookingError, isBookingError } from '../domain/booking-error.js';
import { writeProblem } from '../protocol/problem.js';

/** What an endpoint answers, before it becomes a `Response`. */
export interface Answer {
  readonly status?: number;
  /** Without it the answer has no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log: the booking that was made or shown. */
  readonly bookingId?: string;
}

export function toResponse(
  { status = 200, body, headers: own = {} }: Answer,
  headers: Headers,
  method: string,
): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  if (text !== null) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return new Response(method === 'HEAD' ? null : text, { status, headers });
}

/** What is no `BookingError`, or a broken one, tells the caller nothing. */
export function problemOf(error: unknown, requestId: string): { readonly code: string; readonly answer: Answer } {
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
