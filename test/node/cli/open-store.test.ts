import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { optionalImport } from '../../../src/cli/connect.js';
import { Failure } from '../../../src/cli/failure.js';
import { openStore, type OpenedStore } from '../../../src/cli/open-store.js';
import { createBookingService } from '../../../src/service/booking-service.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { hostTemplate, withClient } from '../postgres/host-of-test.js';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T08:00:00Z');

void describe('serve on a server of one’s own', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());
  const open = (url: string, now = MONDAY): Promise<OpenedStore> =>
    openStore({ kind: 'server', url }, { now, tell: () => undefined });

  /** Starts on each weekday of a week, by its day. */
  async function week(opened: OpenedStore, now: number, start: number): Promise<number[]> {
    const service = createBookingService({ store: opened.store, now: () => now });
    const range = { start: new Date(start).toISOString(), end: new Date(start + 7 * DAY).toISOString() };
    const { slots } = await service.getAvailability({ coachId: 'ada', ...range, durationMinutes: 60 });
    const days = new Map<string, number>();
    for (const { startTime } of slots) days.set(startTime.slice(0, 10), (days.get(startTime.slice(0, 10)) ?? 0) + 1);
    return [...days.values()];
  }

  void it('adds the demo coach to an empty database, and keeps two months of her full on later days', async () => {
    const url = await server.createDatabase();
    const first = await open(url);
    assert.equal(first.hasDemoCoach, true);
    assert.match(first.place, /^postgresql:\/\/postgres@127/);
    assert.equal((await week(first, MONDAY, MONDAY)).length, 5);
    await first.close();

    const later = MONDAY + 140 * DAY;
    const asItWas = await openStore({ kind: 'memory' }, { now: later, tell: () => undefined });
    const again = await open(url, later);
    // As full as a fresh one: the days are always the same.
    assert.deepEqual(await week(again, later, later + 14 * DAY), await week(asItWas, later, later + 14 * DAY));
    const blocks = `select count(*)::int as n from "BookingClaim" where kind = 'block'`;
    const count = () => withClient(url, async (client) => (await client.query<{ n: number }>(blocks)).rows[0]?.n);
    const before = await count();
    await again.close();
    await (await open(url, later)).close();
    assert.equal(await count(), before, 'nothing twice');
  });

  void it('leaves a database with coaches of its own alone', async () => {
    const url = await hostTemplate(server);
    const opened = await open(url);
    assert.equal(opened.hasDemoCoach, false);
    await opened.close();
    const { rows } = await withClient(url, (client) => client.query('select count(*)::int as n from "User"'));
    assert.deepEqual(rows, [{ n: 8 }]);
  });

  void it('may start twice at once', async () => {
    const url = await server.createDatabase();
    const both = await Promise.all([open(url), open(url)]);
    assert.deepEqual(
      both.map(({ hasDemoCoach }) => hasDemoCoach),
      [true, true],
    );
    for (const opened of both) await opened.close();
  });

  void it('says in one line that there is no such database', async () => {
    const url = new URL(server.url);
    url.pathname = '/nowhere';
    await assert.rejects(
      open(url.href),
      (error) => error instanceof Failure && error.message.includes('no database "nowhere"'),
    );
  });
});

describe('an optional package', () => {
  const missing = (name: string): Promise<never> =>
    Promise.reject(
      Object.assign(new Error(`Cannot find package '${name}' imported from x`), { code: 'ERR_MODULE_NOT_FOUND' }),
    );

  it('that is missing is named, with how to get it', async () => {
    await assert.rejects(
      optionalImport('pg', () => missing('pg')),
      (error) => error instanceof Failure && error.message.endsWith('Install it:  npm install pg'),
    );
  });

  it('that lacks one of its own is another matter', async () => {
    await assert.rejects(
      optionalImport('pg', () => missing('pg-pool')),
      /Cannot find package 'pg-pool'/,
    );
  });
});
