import { BookingError, isBookingError } from '../../domain/booking-error.js';
import { readProblem } from '../../protocol/problem.js';
import { attempt, type Call, type Connection, type Failure } from './call.js';
import { readRetryAfter, sleep as wait, waitBefore } from './retry.js';

/** Repeats a call after its first attempt failed, where that is safe and may help. */
export async function recover<T>(
  connection: Connection,
  request: Call<T>,
  first: Failure,
  signal?: AbortSignal,
): Promise<T> {
  const { retries = 2, random = Math.random, sleep = wait, now = Date.now } = connection;
  let failure = first;
  let mayHaveHappened = false;
  for (let count = 0; ; count++) {
    const error = explain(failure, request, now());
    mayHaveHappened ||= error.outcome === 'unknown';
    const passes = error.retryable || error.status === 502 || error.status === 504;
    const ms = waitBefore(count, error.retryAfterMs, random);
    if (!request.isRepeatable || !passes || count >= retries || ms === undefined) {
      // Only a decision about this very request settles what an earlier attempt may have done.
      const isOpen = mayHaveHappened && (error.retryable || error.code === 'aborted');
      throw isOpen ? Object.assign(error, { outcome: 'unknown' }) : error;
    }
    await sleep(ms, signal);
    const next = await attempt(connection, request, signal);
    if ('value' in next) return next.value;
    failure = next;
  }
}

/** All that a reply says of why it is none that can be used. */
function explain({ error, reply }: Failure, { isWrite = false }: Call<unknown>, now: number): BookingError {
  // A `fetch` of the caller's own may know better.
  if (!reply) return isBookingError(error.cause) ? error.cause : error;
  const { status, headers, ok } = reply.response;
  const retryAfterMs = readRetryAfter(headers.get('Retry-After'), now);
  const requestId = headers.get('X-Request-Id') ?? undefined;
  let { cause } = error;
  if (!ok) {
    try {
      const problem = readProblem(JSON.parse(reply.text), { status, isWrite, retryAfterMs, requestId });
      if (problem) return problem;
    } catch (noJson) {
      cause = noJson;
    }
  }
  // Not the protocol, but perhaps a proxy before it, whose status still tells what is the matter.
  const code = status === 429 ? 'rate_limited' : status === 503 ? 'unavailable' : 'invalid_response';
  return new BookingError(code, {
    status,
    message: `${code}: status ${status}, ${cause instanceof Error ? cause.message : 'no error code'}`,
    outcome: isWrite && status !== 429 ? 'unknown' : 'not_applied',
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(requestId !== undefined && { requestId }),
  });
}
