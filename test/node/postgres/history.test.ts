// A check in the manner of Jepsen: many clients at once, over real sockets and a real database, in which requests, answers
// and connections are lost; then everything that was promised is looked for in the rows. `SEED=… npm run test:node --
// test/node/postgres/history.test.ts` repeats the choices of a run (not its timing).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { migrate } from '../../../src/postgres/migrate.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { startBackend } from './backend.js';
import { findingsOf } from './history/checks.js';
import { isBook } from './history/history.js';
import { seedOf } from './history/random.js';
import { readRows } from './history/read-rows.js';
import { runHistory } from './history/run.js';
import { summaryOf } from './history/summary.js';

const CLIENTS = 32;
const OPERATIONS = 2000;

describe('32 clients and 2,000 operations', { skip: postgresMissing() }, () => {
  let server: PostgresServer;

  before(async () => {
    server = await startPostgres({ own: true, settings: { track_commit_timestamp: 'on' } });
  });
  after(() => server.stop());

  it('leave every promise kept, whatever is lost on the way', async (t) => {
    const url = await server.createDatabase();
    await migrate({ connectionString: url });
    const seed = seedOf();
    const backend = await startBackend(url, { poolSize: CLIENTS, holdMinutes: 0.03 });
    const hostPool = new pg.Pool({ connectionString: url, max: 8 });
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    try {
      const history = await runHistory(backend, hostPool, admin, {
        seed,
        clients: CLIENTS,
        operations: OPERATIONS,
        terminate: true,
      });
      t.diagnostic(summaryOf(history));
      const rows = await readRows(admin);
      assert.deepEqual(findingsOf(history, rows), {}, `SEED=${String(seed)}`);
      // A run in which nothing was booked, lost or cut would prove nothing.
      const books = history.entries.filter(isBook);
      assert.ok(rows.bookings.length > 100);
      assert.ok(books.filter(({ fault }) => fault).length > 50);
      assert.ok(history.terminated > 10);
      const { rows: stats } = await admin.query<{ deadlocks: string }>(
        'select deadlocks from pg_stat_database where datname = current_database()',
      );
      assert.equal(stats[0]?.deadlocks, '0');
    } finally {
      await backend.close();
      await hostPool.end();
      await admin.end();
    }
  });
});
