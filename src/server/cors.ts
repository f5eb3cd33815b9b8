export interface CorsOptions {
  /** Origins that may call from a browser, such as `https://example.com`; `*` for all. Credentials are never allowed. */
  readonly origins: '*' | readonly string[] | ((origin: string) => boolean);
  /** How long a browser may keep the answer to a preflight. Default 7200. */
  readonly maxAgeSeconds?: number;
}

const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id';
const ANSWER_HEADERS = 'Booking-Protocol, ETag, Retry-After, X-Request-Id';

/** Says to a browser whether the page that asks may read the answer. An origin that may not gets no header at all. */
export function addCorsHeaders(headers: Headers, request: Request, cors: CorsOptions | undefined): void {
  if (!cors) return;
  const { origins } = cors;
  // Also without an `Origin`, and for refused ones: a shared cache must not hand one page's answer to another.
  if (origins !== '*') headers.append('Vary', 'Origin');
  const origin = request.headers.get('Origin');
  if (origin === null || !isAllowed(origin, origins)) return;
  headers.set('Access-Control-Allow-Origin', origins === '*' ? '*' : origin);
  headers.set('Access-Control-Expose-Headers', ANSWER_HEADERS);
}

/** An `OPTIONS` that a browser sends before the request that it speaks of. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
}

/** To be called after `addCorsHeaders`, which decides whether the origin may. */
export function addPreflightHeaders(headers: Headers, allow: string, cors: CorsOptions | undefined): void {
  if (!headers.has('Access-Control-Allow-Origin')) return;
  headers.delete('Access-Control-Expose-Headers');
  headers.set('Access-Control-Allow-Methods', allow);
  headers.set('Access-Control-Allow-Headers', REQUEST_HEADERS);
  headers.set('Access-Control-Max-Age', String(cors?.maxAgeSeconds ?? 7200));
}

function isAllowed(origin: string, origins: CorsOptions['origins']): boolean {
  if (typeof origins === 'function') return origins(origin);
  return origins === '*' || origins.includes(origin);
}
