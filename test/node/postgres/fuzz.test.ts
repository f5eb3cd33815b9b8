// The same bad input as in memory: on a database that would refuse some of it with errors of its own.
import { after, before } from 'node:test';
import { FIXED_NOW } from '../../../src/kit/fixtures.js';
import { createBookingService } from '../../../src/service/booking-service.js';
import { postgresMissing } from '../../tools/postgres.js';
import { backend, type Backend } from '../server/backend.js';
import { coaches, describeBadInput } from '../server/bad-input.js';
import { startStoreDatabases, type StoreDatabase, type StoreDatabases } from './store-databases.js';

const skip = postgresMissing();

/** Everything that a booking, a hold or a coach's write could leave behind. */
const TABLES = [
  '"Session"',
  '"SessionAttendee"',
  '"BookingClaim"',
  '"CoachSessionConfig"',
  '"CoachingAvailabilitySchedule"',
  '"RealtorCoachProfile"',
  'coach_booking.idempotency_key',
  'coach_booking.outbox',
  'coach_booking.document_version',
];

let databases: StoreDatabases | undefined;
let database: StoreDatabase | undefined;
let handler: Backend | undefined;

before(async () => {
  if (skip) return;
  databases = await startStoreDatabases();
  database = await databases.create(coaches());
  const service = createBookingService({
    store: database.store,
    now: () => FIXED_NOW,
    secret: 'a secret of the tests',
  });
  handler = backend({}, () => service);
});
after(async () => {
  await database?.close();
  await databases?.stop();
});

async function stored(): Promise<string> {
  const rows = TABLES.map(
    (table) =>
      `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${table} t`,
  );
  const result = await database?.pool.query(rows.join(' union all '));
  return JSON.stringify(result?.rows);
}

describeBadInput(
  'on Postgres',
  () => {
    if (!handler) throw new Error('the database was not started');
    return { ask: handler.ask, stored };
  },
  { runs: 250, skip },
);
