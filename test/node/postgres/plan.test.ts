// However many coaches there are, a request about one reads the rows of that one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { generate } from '../../../bench/database/generate.js';
import { foreignReads, plansOf } from '../../../bench/database/plans.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';

const COACH = '77';
const DAY = 24 * 60 * 60_000;

describe('what the availability of one coach reads', { skip: postgresMissing({ own: true }) }, () => {
  let server: PostgresServer;
  let client: pg.Client;
  let args: string;
  let own: number;

  before(async () => {
    server = await startPostgres({ own: true });
    client = new pg.Client({ connectionString: await server.createDatabase() });
    await client.connect();
    await generate(client, { coaches: 1000, sessions: 20_000 }, async (_, work) => {
      await work();
    });
    const start = new Date().toISOString();
    const end = new Date(Date.now() + 30 * DAY).toISOString();
    args = JSON.stringify({ coachId: COACH, start, end, now: start });
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int from "BookingClaim" where "coachId" = $1',
      [COACH],
    );
    own = rows[0]?.count ?? 0;
  });
  after(async () => {
    await client.end();
    await server.stop();
  });

  it('is of that coach, before and after the plans are cached', async () => {
    assert.equal(own, 20);
    for (let run = 0; run < 8; run++) {
      const plans = await plansOf(client, 'select coach_booking.read_coach($1::jsonb)', [args]);
      const tables = new Set(plans.flatMap(({ scans }) => scans.map(({ relation }) => relation)));
      assert.ok(tables.has('BookingClaim') && tables.has('CoachSessionConfig'), [...tables].join(', '));
      assert.deepEqual(foreignReads(plans, own), []);
    }
  });

  it('would be seen to be of others without the index', async () => {
    await client.query('begin');
    await client.query('alter table "BookingClaim" drop constraint "BookingClaim_no_overlap"');
    const plans = await plansOf(client, 'select coach_booking.read_coach($1::jsonb)', [args]);
    await client.query('rollback');
    const [line, ...others] = foreignReads(plans, own);
    assert.match(line ?? '', /^Seq Scan on BookingClaim/);
    assert.deepEqual(others, []);
  });
});
