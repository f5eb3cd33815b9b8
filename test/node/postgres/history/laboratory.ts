// A database, a backend and the two others who write to it, for one run.
import pg from 'pg';
import { migrate } from '../../../../src/postgres/migrate/migrate.js';
import { type PostgresServer, startPostgres } from '../../../tools/postgres.js';
import { outliving, startBackend, type BackendOptions } from '../backend.js';
import type { History } from './history.js';
import { readRows } from './read-rows.js';
import type { Rows } from './rows.js';
import { runHistory, type RunOptions } from './run.js';

export interface Laboratory {
  /** A superuser's connection. */
  readonly admin: pg.Client;
  run(options: RunOptions): Promise<History>;
  rows(): Promise<Rows>;
  close(): Promise<void>;
}

/** A server that remembers the order of commits, by which prices are checked. */
export const startLaboratoryServer = (): Promise<PostgresServer> =>
  startPostgres({ own: true, settings: { track_commit_timestamp: 'on' } });

export async function openLaboratory(server: PostgresServer, options: BackendOptions = {}): Promise<Laboratory> {
  const url = await server.createDatabase();
  await migrate({ connectionString: url });
  const backend = await startBackend(url, { poolSize: 32, holdMinutes: 0.03, ...options });
  const hostPool = outliving(new pg.Pool({ connectionString: url, max: 8 }));
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  return {
    admin,
    run: (run) => runHistory(backend, hostPool, admin, run),
    rows: () => readRows(admin),
    async close() {
      await backend.close();
      await hostPool.end();
      await admin.end();
      await server.dropDatabase(url);
    },
  };
}
