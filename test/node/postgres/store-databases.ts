// Databases for the store's tests: fresh ones, copied from one that was migrated once, or one that is emptied each time.
import pg from 'pg';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { createPostgresStore, type PostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createQueryDriver, type QueryClient } from '../../../src/postgres/store/query-driver.js';
import type { CoachSeed } from '../../../src/ports/booking-store.js';
import { startPostgres, type PostgresServer } from '../../tools/postgres.js';

export interface StoreDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly store: PostgresStore;
  close: () => Promise<void>;
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
      await addCoaches(store, coaches);
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

export async function addCoaches(store: PostgresStore, coaches: readonly CoachSeed[]): Promise<void> {
  for (const coach of coaches) await store.addCoach(coach);
}

/** Empties a database of everything but its structure: much faster than a new one. Asks for a superuser. */
export async function empty(client: QueryClient): Promise<void> {
  const sql = `do $$ begin
    -- Neither the triggers of ours nor the one that keeps a record append-only.
    set local session_replication_role = replica;
    truncate "User", "RealtorCoachProfile", "CoachingAvailabilitySchedule", "Session", "CoachSessionConfig",
      "SessionAttendee", "BookingClaim", coach_booking.idempotency_key, coach_booking.outbox,
      coach_booking.document_version, coach_booking.unclaimed_session, coach_booking.profile_extra;
  end $$`;
  await client.query(sql, []);
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
