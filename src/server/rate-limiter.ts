/** Milliseconds that this caller has to wait; 0 lets the request pass. */
export type RateLimiter = (request: Request, call: { readonly action: string }) => number | Promise<number>;

export interface TokenBucketOptions {
  /** Who calls, such as an address that the platform vouches for. `undefined` is never limited. */
  readonly clientOf: (request: Request) => string | undefined;
  /** Requests at once. Default 60. */
  readonly capacity?: number;
  /** Requests a minute that come back. Default 120. */
  readonly perMinute?: number;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

/** Clients that are remembered; beyond it the one seen longest ago goes, so that memory has an end. */
const MAXIMUM_CLIENTS = 10_000;

/** A limiter in this process's memory, for one server; several of them need a shared one. */
export function createTokenBucket(options: TokenBucketOptions): RateLimiter {
  const { clientOf, capacity = 60, perMinute = 120, now = Date.now } = options;
  const msPerToken = 60_000 / perMinute;
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();

  return (request) => {
    const client = clientOf(request);
    if (client === undefined) return 0;
    const at = now();
    const bucket = buckets.get(client) ?? { tokens: capacity, at };
    const tokens = Math.min(capacity, bucket.tokens + Math.max(0, at - bucket.at) / msPerToken);
    const passes = tokens >= 1;
    // Set anew, so that the order of the map is the order of use.
    buckets.delete(client);
    buckets.set(client, { tokens: passes ? tokens - 1 : tokens, at });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= MAXIMUM_CLIENTS) break;
      buckets.delete(oldest);
    }
    return passes ? 0 : (1 - tokens) * msPerToken;
  };
}
