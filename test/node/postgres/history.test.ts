// A check in the manner of Jepsen: many clients at once, over real sockets and a real database, in which requests, answers
// and connections are lost; then everything that was promised is looked for in the rows. `SEED=… npm run test:node --
// test/node/postgres/history.test.ts` repeats the choices of a run, not its timing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { postgresMissing, type PostgresServer } from '../../tools/postgres.js';
import { findingsOf } from './history/checks.js';
import { isBook } from './history/history.js';
import { type Laboratory, openLaboratory, startLaboratoryServer } from './history/laboratory.js';
import { seedOf } from './history/random.js';
import { summaryOf } from './history/summary.js';

const CLIENTS = 32;
const OPERATIONS = 2000;

describe('32 clients and 2,000 operations', { skip: postgresMissing({ own: true }) }, () => {
  let server: PostgresServer;
  let laboratory: Laboratory;

  before(async () => {
    server = await startLaboratoryServer();
    laboratory = await openLaboratory(server, { poolSize: CLIENTS });
  });
  after(async () => {
    await laboratory.close();
    await server.stop();
  });

  it('leave every promise kept, whatever is lost on the way', async (t) => {
    const seed = seedOf();
    const history = await laboratory.run({ seed, clients: CLIENTS, operations: OPERATIONS, terminate: true });
    t.diagnostic(summaryOf(history));
    const rows = await laboratory.rows();
    assert.deepEqual(findingsOf(history, rows), {}, `SEED=${String(seed)}`);
    // A run in which nothing was booked, lost or cut would prove nothing.
    assert.ok(rows.bookings.length > 100);
    assert.ok(history.entries.filter(isBook).filter(({ fault }) => fault).length > 50);
    assert.ok(history.terminated > 10);
    const { rows: stats } = await laboratory.admin.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    assert.equal(stats[0]?.deadlocks, '0');
  });
});
