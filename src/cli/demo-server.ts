import { once } from 'node:events';
import { createServer } from 'node:http';
import { demoCoaches } from '../adapters/memory/demo-coach.js';
import type { BookingStore } from '../ports/booking-store.js';
import { createBookingHandler, type Authorize } from '../server/booking-handler.js';
import { createBookingService } from '../service/booking-service.js';
import { createMemoryStore } from '../service/memory-store.js';
import { createNotifier } from '../service/notifier.js';
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
  /** Default: the demo coach in memory. */
  readonly store?: BookingStore;
  /** Key of the manage tokens. Default: random. */
  readonly secret?: string | undefined;
  readonly rateLimit?: boolean;
  /** Other origins whose pages may call the API. */
  readonly corsOrigins?: readonly string[];
  /** Default `Date.now`. */
  readonly now?: () => number;
  /** A line for each booking. */
  readonly print?: (line: string) => void;
  /** What went wrong inside: of which request, doing what. */
  readonly printError?: (...what: readonly unknown[]) => void;
}

export interface DemoServer {
  readonly url: string;
  /** Lets answers on their way out finish, for a few seconds. */
  readonly close: () => Promise<void>;
}

const CLOSE_AFTER_MS = 3000;
const POLL_MS = 15_000;

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
  const store = options.store ?? createMemoryStore({ coaches: demoCoaches(now()) });
  const service = createBookingService({ store, now, ...(options.secret && { secret: options.secret }) });
  const notifier =
    service.outbox &&
    createNotifier({
      outbox: service.outbox,
      notify: async ({ booking }) => {
        const { name, timezone } = await service.getCoach({ coachId: booking.coachId });
        print?.(bookingLine(booking, { name, timeZone: timezone }));
      },
      now,
      // What a killed process left is told of soon after the next start.
      pollMs: POLL_MS,
      onError: (error) => printError?.('outbox', error),
    });
  const api = createBookingHandler({
    service,
    now,
    authorize: bearer(options.coachToken),
    log: ({ requestId, action, status, code, error }) => {
      // What is not supported is no fault of ours.
      if (status >= 500 && code !== 'unsupported') printError?.(requestId, action, error);
    },
    ...(notifier && { notify: notifier }),
    ...(corsOrigins.length > 0 && { cors: { origins: corsOrigins } }),
    // For load tests neither requests nor holds are counted by client.
    ...(options.rateLimit !== false && { clientOf: clientAddress }),
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
    async close() {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      });
      await notifier?.stop();
    },
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

/** Compares digests, which takes equally long wherever the two differ. */
function bearer(token: string): Authorize {
  const digest = async (text: string): Promise<string> =>
    String(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
  return async (request) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    return given !== undefined && (await digest(given)) === (await digest(token));
  };
}
