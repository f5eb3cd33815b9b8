import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { bookingRequest } from '../../../src/kit/fixtures.js';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { serve, type Served } from './served.js';

const temporary = mkdtempSync(join(tmpdir(), 'embedded-'));
const folders = [join(temporary, 'site'), join(temporary, 'cdn')] as const;
for (const folder of folders) mkdirSync(folder);
writeFileSync(join(folders[0], 'index.html'), '<!doctype html><title>Ada</title>');
after(() => rmSync(temporary, { recursive: true, force: true }));

const running = new Set<Served>();
afterEach(async () => {
  for (const served of running) served.child.kill('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
  running.clear();
});

/** `npm start` as the README has it, in a folder of its own. */
function start(args: readonly string[] = [], env: Record<string, string> = {}): Served {
  const served = serve({ folders, args, env: { RATE_LIMIT: 'off', ...env }, cwd: temporary });
  running.add(served);
  return served;
}
const tokenOf = (output: string): string => /Bearer (\S+)/.exec(output)?.[1] ?? '';

async function end(served: Served, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  served.child.kill(signal);
  await served.ended;
  running.delete(served);
}

void describe('npm start with no set-up', () => {
  void it('keeps a booking over a restart and over a kill, with its manage token and the coach’s own', async () => {
    const first = start();
    const url = await first.address;
    assert.match(first.output(), /Starting the embedded Postgres in .*\.data; the first start takes some seconds\./);
    const adapter = createRestAdapter({ baseUrl: `${url}/api` });
    const soon = { coachId: 'ada', start: new Date().toISOString(), durationMinutes: 60 };
    const query = { ...soon, end: new Date(Date.now() + 60 * 86_400_000).toISOString() };
    const { slots } = await adapter.getAvailability(query);
    assert.ok(slots.length > 100, 'open on weekdays for two months');
    assert.ok(slots.length < 44 * 17, 'but not at every hour');
    const [slot, later] = [
      slots[0],
      slots.find(({ startTime }) => Date.parse(startTime) > Date.now() + 40 * 86_400_000),
    ];
    assert.ok(slot && later);
    const attendee = { name: 'Jo Reyes', email: 'jo@example.com', timeZone: 'America/New_York' };
    const booked = [];
    for (const each of [slot, later]) {
      const request = bookingRequest(each, { coachId: 'ada', attendee });
      booked.push(await adapter.book(request, { idempotencyKey: each.startTime }));
    }
    // At once: what was answered has to be there.
    await end(first, 'SIGKILL');

    // The second is asked to end, the third is killed in the end.
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const next = start();
      const again = createRestAdapter({ baseUrl: `${await next.address}/api` });
      assert.equal(tokenOf(next.output()), tokenOf(first.output()));
      const free = (await again.getAvailability(query)).slots.map(({ startTime }) => startTime);
      assert.ok(free.length < slots.length && free.length > slots.length - 10);
      for (const { id, manageToken = '', startTime } of booked) {
        assert.ok(!free.includes(startTime), `${startTime} is gone`);
        const found = await again.getBooking({ bookingId: id, manageToken });
        assert.equal(found.attendee?.name, 'Jo Reyes');
      }
      if (signal === 'SIGKILL') await refuseSecond(next);
      await end(next, signal);
    }
    const secrets = join(temporary, '.data', 'secrets.json');
    assert.equal(statSync(secrets).mode & 0o777, 0o600);
    const { coachToken } = JSON.parse(readFileSync(secrets, 'utf8')) as { coachToken: string };
    assert.equal(tokenOf(first.output()), coachToken);
  });

  void it('a folder of another version is left as it is, with a way on', async () => {
    const DATA_DIR = join(temporary, 'older');
    const dataDir = join(DATA_DIR, 'postgres');
    mkdirSync(dataDir, { recursive: true });
    const older = await PGlite.create({ dataDir, extensions: { btree_gist } });
    await migrate({ client: older });
    await older.query("update coach_booking.migration set checksum = 'older' where id = '0001-base'");
    await older.close();
    const { code, output } = await start([], { DATA_DIR }).ended;
    assert.equal(code, 1);
    assert.match(output, /0001-base\.sql was changed after it was applied/);
    assert.match(output, /choose another folder: {2}DATA_DIR=/);
    assert.doesNotMatch(output, /at .*\.ts:/, 'no stack');
  });

  /** Two processes on one folder would destroy it. */
  async function refuseSecond(first: Served): Promise<void> {
    const { code, output } = await start().ended;
    assert.equal(code, 1);
    assert.match(output, new RegExp(`in use by process ${first.child.pid}\\. Stop it, or choose another folder`));
    assert.doesNotMatch(output, /at .*\.ts:/, 'no stack');
  }
});
