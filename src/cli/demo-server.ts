import { once } from 'node:events';
import { createServer } from 'node:http';
import { DEMO_COACH_ID, demoCoaches } from '../adapters/memory/demo-coach.js';
import type { Booking } from '../domain/booking.js';
import type { BookingStore } from '../ports/booking-store.js';
import { createBookingHandler, type Authorize, type LogEntry } from '../server/booking-handler.js';
import { createTokenBucket } from '../server/rate-limiter.js';
import { createBookingService } from '../service/booking-service.js';
import { createMemoryStore } from '../service/memory-store.js';
import { bookingLine } from './booking-line.js';
import { clientAddress, toNodeListener } from './node-listener.js';
import { createStaticFiles } from './static-files.js';

export interface DemoServerOptions {
  readonly port: number;
  /** Default: every address of this machine, so that a phone on the same network can book too. */
  readonly host?: string | undefined;
  /** The site. */
  readonly siteFolder: string;
  /** The script-tag files. */
  readonly scriptFolder: string;
  /** What coach writes have to bring as `Authorization: Bearer`. */
  readonly coachToken: string;
  /** Key of the manage tokens. Default: random. */
  readonly secret?: string | undefined;
  readonly rateLimit?: boolean;
  /** Other origins whose pages may call the API. */
  readonly corsOrigins?: readonly string[];
  /** Default `Date.now`. */
  readonly now?: () => number;
  /** A line for each booking. */
  readonly print?: (line: string) => void;
  /** What went wrong inside. */
  readonly printError?: (entry: LogEntry) => void;
}

export interface DemoServer {
  readonly url: string;
  /** Lets answers on their way out finish, for a few seconds. */
  readonly close: () => Promise<void>;
}

const CLOSE_AFTER_MS = 3000;

/** What a browser lets our pages do: their own files and API, and no text ever becomes markup or script. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    `default-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** The scripts are there for pages of other origins. */
const SCRIPT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Starts the demo: its site, the script tags and the API on one port. Rejects as `listen` does, with `EADDRINUSE` say. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { now = Date.now, print, printError, corsOrigins = [], siteFolder, scriptFolder } = options;
  const coaches = demoCoaches(now());
  const profile = coaches.find((seed) => seed.coach.id === DEMO_COACH_ID)?.coach;
  const store = tellBookings(createMemoryStore({ coaches }), (booking) => {
    if (profile) print?.(bookingLine(booking, { name: profile.name, timeZone: profile.timezone }));
  });
  const service = createBookingService({ store, now, ...(options.secret && { secret: options.secret }) });
  const api = createBookingHandler({
    service,
    now,
    authorize: bearer(options.coachToken),
    log: (entry) => {
      // What is not supported is no fault of ours.
      if (entry.status >= 500 && entry.code !== 'unsupported') printError?.(entry);
    },
    ...(corsOrigins.length > 0 && { cors: { origins: corsOrigins } }),
    ...(options.rateLimit !== false && {
      rateLimiter: createTokenBucket({ clientOf: clientAddress, capacity: 120, perMinute: 300, now }),
    }),
  });
  const files = createStaticFiles([
    { prefix: '/', folder: siteFolder, headers: PAGE_HEADERS },
    { prefix: '/', folder: scriptFolder, headers: SCRIPT_HEADERS },
    { prefix: '/dist/cdn/', folder: scriptFolder, headers: SCRIPT_HEADERS },
  ]);

  const server = createServer(
    toNodeListener(async (request) => {
      if (new URL(request.url).pathname.startsWith('/api/')) return api(request);
      if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' });
      return (await files(request)) ?? plain(404);
    }),
  );
  await once(server.listen(options.port, options.host), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${hostInUrl(options.host)}:${port}`,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

const hostInUrl = (host: string | undefined): string => {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

const plain = (status: 404 | 405, headers: Record<string, string> = {}): Response =>
  new Response(status === 404 ? 'Not found\n' : 'Method not allowed\n', {
    status,
    headers: { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });

/** Tells of each booking once, however often its answer is asked for again. */
function tellBookings(store: BookingStore, tell: (booking: Booking) => void): BookingStore {
  return {
    ...store,
    async commit(command) {
      const result = await store.commit(command);
      if (result.outcome === 'booked') tell(result.booking);
      return result;
    },
  };
}

/** Compares digests, which takes equally long wherever the two differ. */
function bearer(token: string): Authorize {
  const digest = async (text: string): Promise<string> =>
    String(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
  return async (request) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    return given !== undefined && (await digest(given)) === (await digest(token));
  };
}
