/** Of all feeds of a source. Apart from the feeds, so that the types that users import know nothing of a parser's. */
export interface FeedOptions {
  readonly fetch: typeof fetch;
  /** How long a feed may take. Default 4 000, below the service's own limit for calendars. */
  readonly timeoutMs: number;
  /** Default 5 000 000. */
  readonly maxBytes: number;
  /** How long a feed is taken as it was read. Default 300 000 (five minutes). */
  readonly cacheMs: number;
  /** How old a copy may get while the feed cannot be read. Default 3 600 000 (an hour). */
  readonly staleMs: number;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now: () => number;
}
