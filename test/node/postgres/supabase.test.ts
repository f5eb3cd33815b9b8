import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { DatabaseCallError } from '../../../src/postgres/store/database-call.js';
import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createSupabaseDriver } from '../../../src/postgres/store/supabase-driver.js';
import { postgresMissing } from '../../tools/postgres.js';
import { ANON_KEY, PLATFORM_ROLES, SERVICE_KEY, startRpcGateway, type RpcGateway } from './rpc-gateway.js';
import { startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';
import { createTestClient } from './supabase-client.js';

const now = new Date(FIXED_NOW).toISOString();
const range = { start: now, end: now };

describe('Supabase', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  let database: StoreDatabase;
  let gateway: RpcGateway;
  before(async () => {
    databases = await startStoreDatabases(PLATFORM_ROLES);
    database = await databases.create([coachSeed()]);
    gateway = await startRpcGateway(database.url);
  });
  after(async () => {
    await gateway.close();
    await database.close();
    await databases.stop();
  });

  const driverOf = (key: string) => createSupabaseDriver(createTestClient(gateway.url, key));

  it('a browser’s key calls none of our functions', async () => {
    const { rows } = await database.pool.query<{ name: string; callable: boolean }>(
      `select p.proname as name, has_function_privilege('service_role', p.oid, 'execute') as callable
       from pg_proc p where p.pronamespace = 'coach_booking'::regnamespace and p.proargnames = '{args}'`,
    );
    assert.ok(rows.length >= 12, 'our functions are found');
    const call = driverOf(ANON_KEY);
    for (const { name, callable } of rows) {
      assert.ok(callable, `${name} is the service’s`);
      await assert.rejects(
        call(name, {}),
        (error) => error instanceof DatabaseCallError && error.code === '42501',
        name,
      );
    }
    const store = createPostgresStore({ call });
    await assert.rejects(
      store.read('grace', range, { now }),
      (error) => isBookingError(error) && error.code === 'unknown',
    );
  });

  it('the service’s key calls functions, and reads and writes no table itself', async () => {
    const store = createPostgresStore({ call: driverOf(SERVICE_KEY) });
    assert.equal((await store.read('grace', range, { now })).coach.name, 'Grace Adeyemi');
    const client = await database.pool.connect();
    try {
      for (const table of ['"SessionAttendee"', '"BookingClaim"', 'coach_booking.outbox', 'coach_booking.session']) {
        await client.query('begin; set local role anon');
        await assert.rejects(client.query(`select from ${table}`), { code: '42501' }, table);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
  });

  it('a schema that is not exposed, or not migrated, is told apart from a coach who is not there', async () => {
    const call = driverOf(SERVICE_KEY);
    await assert.rejects(call('no_such_function', {}), { code: 'PGRST202' });
    const store = createPostgresStore({ call: (_, args) => call('no_such_function', args) });
    await assert.rejects(store.read('grace', range, { now }), /migrated/);
    await assert.rejects(
      createPostgresStore({ call }).read('nobody', range, { now }),
      (error) => isBookingError(error) && error.code === 'not_found',
    );
  });

  it('an API that is not reached leaves the outcome of a write open', async () => {
    const call = createSupabaseDriver(createTestClient('http://127.0.0.1:9', SERVICE_KEY));
    const store = createPostgresStore({ call });
    const lost = (outcome: string) => (error: unknown) =>
      isBookingError(error) && error.code === 'unavailable' && error.retryable && error.outcome === outcome;
    await assert.rejects(store.release('x'), lost('unknown'));
    await assert.rejects(store.read('grace', range, { now }), lost('not_applied'));
  });
});
