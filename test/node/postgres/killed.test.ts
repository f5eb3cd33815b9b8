// Servers are killed, the database's and our own, at every step of a booking. Afterwards each booking is whole or not
// there at all, and whoever asks again with the same key gets the one booking.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { bookingRequest, coachSeed } from '../../../src/kit/fixtures.js';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { readBooking } from '../../../src/protocol/read-booking.js';
import { paths } from '../../../src/protocol/routes.js';
import { writeBookingRequest } from '../../../src/protocol/write-requests.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { startBackend, type Backend } from './backend.js';
import { overlappingClaims, overlappingSessions, severalBookingsOfAKey } from './history/check-rows.js';
import { findHalfDone } from './history/half-done.js';
import type { Exchange } from './history/history.js';
import { createRandom } from './history/random.js';
import { readRows } from './history/read-rows.js';
import { createWire, type Wire } from './history/wire.js';

const DAY = 24 * 60 * 60_000;

let server: PostgresServer;
let url: string;

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The first hour of one of the coming days at which the coach of the fixtures works. */
function bodyFor(day: number): Readonly<Record<string, unknown>> {
  const date = new Date(Date.now() + (2 + day) * DAY).toISOString().slice(0, 10);
  const rate = { amountMinor: 9050, currency: 'USD' };
  const slot = { startTime: `${date}T09:00:00.000Z`, endTime: `${date}T10:00:00.000Z`, durationMinutes: 60, rate };
  return writeBookingRequest(bookingRequest(slot));
}

const book = (wire: Wire, key: string, body: unknown): Promise<Exchange> =>
  wire.exchange({ method: 'POST', path: paths.book, headers: { 'Idempotency-Key': key }, body });

/** How often a visitor was told to come again. */
let unavailable = 0;

/** As a visitor's page does: again, until there is an answer. */
async function bookUntilAnswered(wire: Wire, key: string, body: unknown): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { reply } = await book(wire, key, body);
    if (reply?.status === 201) return reply.body;
    if (reply?.status === 503) unavailable++;
    assert.ok(!reply || reply.status === 503 || reply.code === 'idempotency_in_progress', reply?.body);
    await sleep(50);
  }
  return assert.fail('no answer in time');
}

async function assertWhole(bookings: number): Promise<void> {
  await withDatabase(async (client) => {
    assert.deepEqual(await findHalfDone(client), []);
    const rows = await readRows(client);
    assert.deepEqual([...overlappingClaims(rows), ...overlappingSessions(rows), ...severalBookingsOfAKey(rows)], []);
    assert.equal(rows.bookings.length, bookings);
  });
}

/** Makes a transaction stop for a while right after it has written to a table. */
const stopAfterWriting = (table: string, seconds: number): Promise<unknown> =>
  withDatabase((client) =>
    client.query(`
      create function public.wait_a_while() returns trigger language plpgsql as $$
        begin perform pg_sleep(${String(seconds)}); return null; end $$;
      create trigger wait_a_while after insert on ${table} for each statement execute function public.wait_a_while()`),
  );

const goOn = (): Promise<unknown> =>
  withDatabase((client) => client.query('drop function if exists public.wait_a_while() cascade'));

/** Answers when a transaction has stopped there. */
async function untilStopped(): Promise<void> {
  await withDatabase(async (client) => {
    for (;;) {
      const { rowCount } = await client.query(`select from pg_stat_activity where wait_event = 'PgSleep'`);
      if (rowCount) return;
      await sleep(20);
    }
  });
}

describe('a killed server', { skip: postgresMissing({ own: true }) }, () => {
  before(async () => {
    server = await startPostgres({ own: true });
  });
  after(() => server.stop());

  beforeEach(async () => {
    url = await server.createDatabase();
    await migrate({ connectionString: url });
    const setUp = await startBackend(url, { poolSize: 1 });
    await setUp.store.addCoach(coachSeed());
    await setUp.close();
  });

  describe('of the database', () => {
    let backend: Backend;
    let wire: Wire;

    beforeEach(async () => {
      backend = await startBackend(url);
      wire = createWire(backend.origin, createRandom(1));
    });
    afterEach(async () => {
      wire.close();
      await backend.close();
    });

    const STEPS = [
      '"BookingClaim"',
      '"Session"',
      '"SessionAttendee"',
      'coach_booking.outbox',
      'coach_booking.idempotency_key',
    ];
    for (const table of STEPS) {
      it(`right after the booking has written to ${table} leaves no trace of it, and it can be made again`, async () => {
        await stopAfterWriting(table, 30);
        const interrupted = book(wire, 'k', bodyFor(0));
        await untilStopped();
        await server.crash();
        assert.equal((await interrupted).reply?.code, 'unavailable');
        await server.restart();
        await assertWhole(0);
        await goOn();
        await bookUntilAnswered(wire, 'k', bodyFor(0));
        await assertWhole(1);
      });
    }

    it('while many book leaves whole bookings, and each visitor gets theirs in the end', async () => {
      const visitors = Array.from({ length: 24 }, (_, index) => ({
        key: `k-${String(index)}`,
        body: bodyFor(index),
        wire: createWire(backend.origin, createRandom(index)),
      }));
      const answers = visitors.map(({ key, body, wire: own }) => bookUntilAnswered(own, key, body));
      const booked = (client: pg.Client): Promise<pg.QueryResult> => client.query('select from "SessionAttendee"');
      unavailable = 0;
      await withDatabase(async (client) => {
        while (((await booked(client)).rowCount ?? 0) < 3) await sleep(1);
      });
      await server.crash();
      await server.restart();
      await withDatabase(async (client) => assert.deepEqual(await findHalfDone(client), []));
      const bodies = await Promise.all(answers);
      assert.ok(unavailable > 0, 'everybody was served before the crash');
      await assertWhole(visitors.length);
      // And the same again to those who ask once more.
      const again = await Promise.all(visitors.map(({ key, body, wire: own }) => bookUntilAnswered(own, key, body)));
      assert.deepEqual(again, bodies);
      for (const each of visitors) each.wire.close();
    });
  });

  describe('of ours', () => {
    const script = fileURLToPath(new URL('dying-server.ts', import.meta.url));

    /** Asks a server that is killed on the way; answers how many bookings there are then. */
    async function bookFromDyingServer(moment: string): Promise<number> {
      const child = spawn(process.execPath, ['--import', 'tsx', script, url, moment], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      const [origin] = (await once(createInterface(child.stdout), 'line')) as [string];
      const wire = createWire(origin, createRandom(1));
      const { reply } = await book(wire, 'k', bodyFor(0));
      assert.equal(reply, null);
      assert.deepEqual((await ended)[1], 'SIGKILL');
      wire.close();
      return withDatabase(async (client) => {
        assert.deepEqual(await findHalfDone(client), []);
        return (await readRows(client)).bookings.length;
      });
    }

    async function bookAgain(): Promise<string> {
      const backend = await startBackend(url);
      const wire = createWire(backend.origin, createRandom(2));
      try {
        return readBooking(JSON.parse(await bookUntilAnswered(wire, 'k', bodyFor(0)))).id;
      } finally {
        wire.close();
        await backend.close();
      }
    }

    it('between commit and answer has booked: the next one answers that booking', async () => {
      assert.equal(await bookFromDyingServer('after the commit'), 1);
      const { bookings } = await withDatabase(readRows);
      assert.equal(await bookAgain(), bookings[0]?.id);
      await assertWhole(1);
    });

    it('before the commit has not booked: the next one does', async () => {
      assert.equal(await bookFromDyingServer('before the commit'), 0);
      await bookAgain();
      await assertWhole(1);
    });

    it('while the database commits has booked or not: there is one booking in the end', async () => {
      await stopAfterWriting('"SessionAttendee"', 1);
      await bookFromDyingServer('during the commit');
      // The abandoned transaction goes on: until it ends the key is in progress.
      await bookAgain();
      await assertWhole(1);
      await goOn();
    });
  });
});
