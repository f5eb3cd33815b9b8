// Databases for the store's tests: each case gets a fresh one, copied from one that was migrated once.
import pg from 'pg';
import { migrate } from '../../../src/postgres/migrate.js';
import { createPostgresStore, type PostgresStore } from '../../../src/postgres/postgres-store.js';
import { createQueryDriver } from '../../../src/postgres/query-driver.js';
import type { CoachSeed } from '../../../src/ports/booking-store.js';
import { startPostgres, type PostgresServer } from '../../tools/postgres.js';

export interface StoreDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly store: PostgresStore;
  close(): Promise<void>;
}

export interface StoreDatabases {
  readonly server: PostgresServer;
  /** A migrated database that knows these coaches. */
  create(coaches?: readonly CoachSeed[]): Promise<StoreDatabase>;
  stop(): Promise<void>;
}

/** @param prepare SQL that runs before the migration: a host's own tables, say, or roles of a platform */
export async function startStoreDatabases(prepare = ''): Promise<StoreDatabases> {
  const server = await startPostgres();
  const template = await server.createDatabase();
  await run(template, prepare);
  await migrate({ connectionString: template });

  return {
    server,
    async create(coaches = []) {
      const url = await server.createDatabase(template);
      const pool = new pg.Pool({ connectionString: url, max: 8 });
      // The test may end or kill connections; the query's own error says enough.
      pool.on('error', () => undefined);
      const store = createPostgresStore({ call: createQueryDriver(pool) });
      for (const coach of coaches) await store.addCoach(coach);
      return {
        url,
        pool,
        store,
        async close() {
          await pool.end();
          await server.dropDatabase(url);
        },
      };
    },
    stop: () => server.stop(),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
