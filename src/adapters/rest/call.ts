import { BookingError, isBookingError } from '../../domain/booking-error.js';
import { readProblem } from '../../protocol/problem.js';
import { readRetryAfter, sleep as wait, waitBefore } from './retry.js';

export interface CallSettings {
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

export interface Call<T> {
  readonly url: string;
  readonly init?: RequestInit;
  /** Reads the body of a good answer; what it throws makes the answer `invalid_response`. */
  readonly read: (text: string) => T;
  /** May have changed something when its answer is lost. */
  readonly isWrite?: boolean;
  /** Sending it twice does no more than sending it once. */
  readonly isRepeatable?: boolean;
}

/**
 * One call of the protocol, repeated where that is safe. Throws `BookingError` and nothing else: `validation_failed` when
 * the call cannot be written down.
 */
export async function call<T>(settings: CallSettings, write: () => Call<T>, signal?: AbortSignal): Promise<T> {
  const { retries = 2, random = Math.random, sleep = wait } = settings;
  let request: Call<T>;
  try {
    request = write();
  } catch (cause) {
    throw new BookingError('validation_failed', { message: String(cause), cause });
  }
  let mayHaveHappened = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(settings, request, signal);
    } catch (error) {
      if (!isBookingError(error)) throw error;
      mayHaveHappened ||= error.outcome === 'unknown';
      const passes = error.retryable || error.status === 502 || error.status === 504;
      const ms = waitBefore(attempt, error.retryAfterMs, random);
      if (!request.isRepeatable || !passes || attempt >= retries || ms === undefined) {
        // Only a decision about this very request settles what an earlier attempt may have done.
        const isOpen = mayHaveHappened && (error.retryable || error.code === 'aborted');
        throw isOpen ? Object.assign(error, { outcome: 'unknown' }) : error;
      }
      await sleep(ms, signal);
    }
  }
}

/** One attempt. It ends with the timeout or the signal, even if the `fetch` that was given does not heed them. */
async function send<T>(settings: CallSettings, request: Call<T>, signal?: AbortSignal): Promise<T> {
  const { timeoutMs = 10_000 } = settings;
  if (signal?.aborted) throw new BookingError('aborted');
  const outcome = request.isWrite ? 'unknown' : 'not_applied';
  const controller = new AbortController();
  let clean = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    const stop = (code: 'timeout' | 'aborted'): void => {
      reject(new BookingError(code, { outcome }));
      controller.abort();
    };
    const onAbort = (): void => stop('aborted');
    const timer = setTimeout(stop, timeoutMs, 'timeout');
    signal?.addEventListener('abort', onAbort);
    clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([exchange(settings, request, controller.signal), stopped]);
  } catch (cause) {
    throw isBookingError(cause) ? cause : new BookingError('network', { outcome, cause });
  } finally {
    clean();
  }
}

async function exchange<T>(settings: CallSettings, request: Call<T>, signal: AbortSignal): Promise<T> {
  const { fetch = globalThis.fetch, now = Date.now } = settings;
  const { url, init, read, isWrite = false } = request;
  const response = await fetch(url, { credentials: 'omit', ...init, signal });
  const { status, headers, ok } = response;
  const text = await response.text();
  const retryAfterMs = readRetryAfter(headers.get('Retry-After'), now());
  const requestId = headers.get('X-Request-Id') ?? undefined;
  let cause: unknown;
  try {
    if (ok) return read(text);
    cause = readProblem(JSON.parse(text), { status, isWrite, retryAfterMs, requestId });
  } catch (error) {
    cause = error;
  }
  if (!ok && isBookingError(cause)) throw cause;
  // Not the protocol, but perhaps a proxy before it, whose status still tells what is the matter.
  const code = status === 429 ? 'rate_limited' : status === 503 ? 'unavailable' : 'invalid_response';
  throw new BookingError(code, {
    status,
    message: `${code}: status ${status}, ${cause instanceof Error ? cause.message : 'no error code'}`,
    outcome: isWrite && status !== 429 ? 'unknown' : 'not_applied',
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(requestId !== undefined && { requestId }),
  });
}
