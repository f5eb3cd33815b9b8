/** Milliseconds that this caller has to wait; 0 lets the request pass. */
export type RateLimiter = (request: Request, call: { readonly action: string }) => number | Promise<number>;

/**
 * Who calls, by what the platform vouches for: the address at the other end of the socket, or a header that a proxy of
 * yours overwrites. Never something that the caller can write. `undefined` is never limited.
 */
export type ClientOf = (request: Request) => string | undefined;

/** A bucket of requests: so many at once, and so many that come back each minute. */
export interface BucketSize {
  readonly capacity: number;
  readonly perMinute: number;
}

export interface TokenBucketOptions extends Partial<BucketSize> {
  readonly clientOf: ClientOf;
  /** Requests at once. Default 60. */
  readonly capacity?: number;
  /** Requests a minute that come back. Default 120. */
  readonly perMinute?: number;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

export interface RateLimiterOptions {
  readonly clientOf: ClientOf;
  /** Whatever only looks, and the release of a hold. Default 120 at once, 240 a minute. */
  readonly reads?: BucketSize;
  /** Bookings, holds, and a coach's own changes. Default 20 at once, 30 a minute. */
  readonly writes?: BucketSize;
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

/**
 * Two buckets for each client, in this process's memory: a visitor may look around freely, and book only as often as a
 * person does. It is the handler's own where `clientOf` is given.
 */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { clientOf, now = Date.now } = options;
  const reads = createTokenBucket({ ...(options.reads ?? { capacity: 120, perMinute: 240 }), clientOf, now });
  const writes = createTokenBucket({ ...(options.writes ?? { capacity: 20, perMinute: 30 }), clientOf, now });
  return (request, call) => (isWrite(call.action) ? writes : reads)(request, call);
}

/** Giving a hold back costs nobody anything. */
function isWrite(action: string): boolean {
  return action !== 'hold.release' && !action.endsWith('.read');
}
