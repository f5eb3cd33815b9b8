// The whole backend over a database: pool, store, service, handler, and a socket to reach it.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { toNodeListener } from '../../../src/cli/node-listener.js';
import { createPostgresStore, type PostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createQueryDriver } from '../../../src/postgres/store/query-driver.js';
import { createBookingHandler, type BookingHandler } from '../../../src/server/index.js';
import { createBookingService, type BookingServiceOptions } from '../../../src/service/booking-service.js';

/** What coach writes of tests carry. */
export const COACH_AUTHORIZATION = 'Bearer coach';

export interface BackendOptions extends Partial<Omit<BookingServiceOptions, 'store'>> {
  /** Connections to the database. Default 20. */
  readonly poolSize?: number;
  /** Does each call to the database, and whatever has to come before and after it. */
  readonly around?: (functionName: string, call: () => Promise<unknown>) => Promise<unknown>;
}

export interface Backend {
  readonly origin: string;
  readonly pool: pg.Pool;
  readonly store: PostgresStore;
  readonly handler: BookingHandler;
  close(): Promise<void>;
}

/** The name under which the pool's connections are seen in `pg_stat_activity`. */
export const APPLICATION_NAME = 'coach-booking-server';

export function createPool(url: string, max: number): pg.Pool {
  return outliving(new pg.Pool({ connectionString: url, max, application_name: APPLICATION_NAME }));
}

/** The pool, unharmed by a server that ends its connections: idle ones, and those that are being closed, which it listens to no more. */
export function outliving(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const directly: NonNullable<BackendOptions['around']> = (_, call) => call();

/** @param url of a migrated database */
export async function startBackend(url: string, options: BackendOptions = {}): Promise<Backend> {
  const { poolSize = 20, around = directly, ...service } = options;
  const pool = createPool(url, poolSize);
  const driver = createQueryDriver(pool);
  const store = createPostgresStore({ call: (name, args) => around(name, () => driver(name, args)) });
  const handler = createBookingHandler({
    service: createBookingService({ store, secret: 'a secret of the tests', ...service }),
    authorize: (request) => request.headers.get('Authorization') === COACH_AUTHORIZATION,
  });
  const server: Server = createServer(toNodeListener(handler));
  // A connection that ends by itself between two requests would look like a lost answer.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    pool,
    store,
    handler,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}
