/** A server that asks for more is not waited for: the error says how long, and the visitor decides. */
const LONGEST_WAIT_MS = 10_000;
const FIRST_WAIT_MS = 400;
const LONGEST_RETRY_AFTER_MS = 60_000;

/** `Retry-After` in seconds or as an HTTP date, in milliseconds from 0 to a minute; undefined when there is none. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}

/** How long to wait before the attempt after number `attempt` (from 0), or undefined when that is too long. */
export function waitBefore(
  attempt: number,
  retryAfterMs: number | undefined,
  random: () => number,
): number | undefined {
  // The jitter comes on top of what the server asks for, so that its callers do not come back all at once.
  const wait = (retryAfterMs ?? 0) + FIRST_WAIT_MS * 2 ** attempt * (0.5 + random() / 2);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

/** Ends early when the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake);
  });
}
