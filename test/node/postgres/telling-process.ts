// A server that is killed while it has a booking to tell of. It books once, and dies by its own hand or by its parent's.
// Arguments: the database, and when: `after-commit` or `while-telling`.
import pg from 'pg';
import { bookingRequest, sampleSlot } from '../../../src/kit/fixtures.js';
import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createQueryDriver } from '../../../src/postgres/store/query-driver.js';
import { writeBookingRequest } from '../../../src/protocol/write-requests.js';
import { createBookingHandler } from '../../../src/server/index.js';
import { createBookingService } from '../../../src/service/booking-service.js';

const [connectionString, when] = process.argv.slice(2);
const now = (): number => Date.parse('2026-11-23T08:00:00.000Z');
const store = createPostgresStore({ call: createQueryDriver(new pg.Pool({ connectionString })) });
const handler = createBookingHandler({
  service: createBookingService({
    now,
    secret: 'a secret of the tests',
    store: {
      ...store,
      async commit(command) {
        const result = await store.commit(command);
        if (when === 'after-commit') process.kill(process.pid, 'SIGKILL');
        return result;
      },
    },
  }),
  now,
  notify: ({ id }) => {
    process.stdout.write(`${id}\n`);
    return new Promise(() => undefined);
  },
});

const { status } = await handler(
  new Request('https://book.example/api/coaching/sessions/book', {
    method: 'POST',
    headers: { 'Idempotency-Key': 'one' },
    body: JSON.stringify(writeBookingRequest(bookingRequest(sampleSlot))),
  }),
);
if (status !== 201) throw new Error(`answered ${String(status)}`);
