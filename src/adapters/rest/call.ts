import { BookingError } from '../../domain/booking-error.js';
import { READ, takeEarly } from './early.js';
import { loadLater } from './later-loader.js';

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

/** The settings, and what all paths are put behind. */
export interface Connection extends CallSettings {
  readonly base: string;
}

export interface Call<T> {
  readonly path: string;
  readonly init?: RequestInit;
  /** Reads the JSON of a good answer (an empty text when there is none); what it throws makes it `invalid_response`. */
  readonly read: (body: unknown) => T;
  /** May have changed something when its answer is lost. */
  readonly isWrite?: boolean;
  /** Sending it twice does no more than sending it once. */
  readonly isRepeatable?: boolean;
}

export interface Failure {
  /** What can be said without reading the reply. */
  readonly error: BookingError;
  readonly reply?: { readonly response: Response; readonly text: string } | undefined;
}

export type Attempt<T> = { readonly value: T } | Failure;

/** How long a call that failed waits for the code that explains and repeats it. */
const LOAD_MS = 5000;

/** One call of the protocol, repeated where that is safe. Throws `BookingError` and nothing else. */
export async function call<T>(connection: Connection, request: Call<T>, signal?: AbortSignal): Promise<T> {
  const first = await attempt(connection, request, signal);
  if ('value' in first) return first.value;
  // A flow fetched it with the coach, right after the first times: while the network was there.
  const recovery = first.error.code === 'aborted' ? '' : await within(loadLater().catch(String), LOAD_MS, signal);
  if (typeof recovery === 'string') throw first.error;
  return recovery.recover(connection, request, first, signal);
}

/** One attempt. It ends with the timeout or the signal, even if the `fetch` that was given does not heed them. */
export async function attempt<T>(connection: Connection, request: Call<T>, signal?: AbortSignal): Promise<Attempt<T>> {
  if (signal?.aborted) return { error: new BookingError('aborted') };
  const controller = new AbortController();
  const sent = send(connection, request, controller.signal);
  const end = await within(sent, connection.timeoutMs ?? 10_000, signal);
  if (typeof end !== 'string') return end;
  controller.abort();
  return { error: new BookingError(end, { outcome: outcomeOf(request) }) };
}

async function send<T>({ base, fetch }: Connection, request: Call<T>, signal: AbortSignal): Promise<Attempt<T>> {
  let reply: Failure['reply'];
  let cause: unknown;
  try {
    const address = base + request.path;
    const early = fetch || request.init ? undefined : await takeEarly(address);
    const response = early ?? (await (fetch ?? globalThis.fetch)(address, { ...READ, ...request.init, signal }));
    const text = await response.text();
    reply = { response, text };
    if (response.ok) return { value: request.read(text && JSON.parse(text)) };
  } catch (error) {
    cause = error;
  }
  const code = !reply ? 'network' : reply.response.ok ? 'invalid_response' : 'unavailable';
  return { error: new BookingError(code, { outcome: outcomeOf(request), cause }), reply };
}

function outcomeOf({ isWrite }: Pick<Call<unknown>, 'isWrite'>): 'unknown' | 'not_applied' {
  return isWrite ? 'unknown' : 'not_applied';
}

/** What comes first: the answer, the end of the time, or the signal's. */
function within<T>(answer: Promise<T>, ms: number, signal?: AbortSignal): Promise<T | 'timeout' | 'aborted'> {
  let clean = (): void => undefined;
  const stopped = new Promise<'timeout' | 'aborted'>((resolve) => {
    const timer = setTimeout(resolve, ms, 'timeout');
    const onAbort = (): void => resolve('aborted');
    signal?.addEventListener('abort', onAbort);
    clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return Promise.race([answer, stopped]).finally(clean);
}
