import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { backfillCommand } from '../../../src/cli/commands/backfill.js';
import { cleanupCommand } from '../../../src/cli/commands/cleanup.js';
import { migrateCommand } from '../../../src/cli/commands/migrate.js';
import { verifyCommand } from '../../../src/cli/commands/verify.js';
import { main } from '../../../src/cli/main.js';
import type { VerifyReport } from '../../../src/postgres/verify/report.js';
import { postgresMissing, startPostgres, type PostgresServer } from '../../tools/postgres.js';
import { withClient } from '../postgres/host-of-test.js';
import { fakeTerminal } from './fake-terminal.js';

const commands = { migrate: migrateCommand, backfill: backfillCommand, verify: verifyCommand, cleanup: cleanupCommand };

/** Runs a command line as `npx coach-booking` does, but for the process. */
async function run(url: string, args: readonly string[], type = '') {
  const terminal = fakeTerminal({ env: { DATABASE_URL: url }, isTTY: type !== '' });
  terminal.stdin.end(type);
  const code = await main(args, terminal, { commands, version: '0.0.0' });
  return { code, out: terminal.out(), err: terminal.err() };
}

void describe('the commands on a host’s database', { skip: postgresMissing() }, () => {
  let server: PostgresServer;
  let bare: string;
  const temporary = mkdtempSync(join(tmpdir(), 'commands-'));
  before(async () => {
    server = await startPostgres();
    bare = await server.createDatabase();
    await withClient(bare, async (client) => {
      await client.query(readFileSync(new URL('../postgres/host-fixture.sql', import.meta.url), 'utf8'));
      // The overlaps of the fixture are still to come.
      await client.query(`update "Session" set status = 'cancelled' where id in (102, 104)`);
    });
  });
  after(async () => {
    rmSync(temporary, { recursive: true, force: true });
    await server.stop();
  });
  const host = (): Promise<string> => server.createDatabase(bare);

  void it('take a host through migrate, backfill, verify and cleanup, as docs/migration.md says', async () => {
    const url = await host();
    const name = new URL(url).pathname.slice(1);
    const early = await run(url, ['verify']);
    assert.deepEqual(
      [early.code, early.err],
      [1, 'This database is not migrated yet. Run  coach-booking migrate  first.\n'],
    );

    const migrated = await run(url, ['migrate']);
    assert.equal(migrated.code, 0, migrated.err);
    assert.match(migrated.out, /^applying 0001-base$/m);
    assert.match(migrated.out, /^applied \d+ files of functions in \d+ ms$/m);
    assert.match(migrated.out, new RegExp(`postgresql://postgres@127.*/${name} is migrated\\.\n$`));
    assert.match((await run(url, ['migrate'])).out, /is up to date\.\n$/);

    const unfit = await run(url, ['verify']);
    assert.equal(unfit.code, 1);
    assert.match(unfit.out, /^wrong {4}coach 1 has no config$/m);
    assert.match(unfit.out, /is not fit for bookings: 6 coaches, 25 sessions; 6 wrong, \d to look at\.\n$/);
    const refused = await run(url, ['cleanup', '--yes']);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^Nothing was dropped: verify finds 6 wrong\. Put that right first\.\n$/);

    const dry = await run(url, ['backfill', '--dry-run', '--currency-column', 'preferredCurrency']);
    assert.equal(dry.code, 0, dry.err);
    assert.match(dry.out, /^coach 2: 30 min EUR 50, 60 min EUR 99\.99, 90 min EUR 149\.99; 30 min first$/m);
    assert.match(dry.out, /^coach 4: 30 min JPY 6,000, .*$/m);
    assert.match(dry.out, /^coach 4: sessionLength is not understood: "about an hour, depends"$/m);
    assert.match(dry.out, /^6 coaches looked at, 5 configs and 0 schedules would be written\.$/m);
    assert.match(dry.err, /6 of 6 coaches \(100 %\)/);
    assert.equal((await run(url, ['verify'])).code, 1, 'nothing was written');

    const filled = await run(url, ['backfill']);
    assert.match(filled.out, /^6 coaches looked at, 5 configs and 0 schedules written\.$/m);
    assert.match(filled.out, /^ {2}1 without an hourly rate: no config$/m);
    assert.doesNotMatch(filled.out, /^coach 2/m, 'nothing to look at');
    await withClient(url, (client) =>
      client.query(`update "RealtorCoachProfile" set "hourlyRate" = 10 where "userDbId" = 8`),
    );
    assert.match((await run(url, ['backfill'])).out, /^1 coaches looked at, 1 configs/m);

    const json = await run(url, ['verify', '--json']);
    assert.equal(json.code, 0);
    const report = JSON.parse(json.out) as VerifyReport;
    assert.deepEqual([report.ok, report.errors, report.coaches], [true, 0, 6]);

    const shown = await run(url, ['cleanup', '--dry-run']);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /of the table "public"\."RealtorCoachProfile", for good:\n {2}hourlyRate: 6 values\n/);
    const alone = await run(url, ['cleanup']);
    assert.deepEqual([alone.code, alone.err.includes('add --yes')], [1, true]);
    for (const answer of ['no\n', '\n', `${name}x\n`]) {
      const declined = await run(url, ['cleanup'], answer);
      assert.deepEqual([declined.code, declined.out.endsWith('Nothing was dropped.\n')], [1, true], answer);
    }
    const dropped = await run(url, ['cleanup'], `${name}\n`);
    assert.equal(dropped.code, 0);
    assert.match(dropped.err, new RegExp(`Type the database's name \\(${name}\\), or yes`));
    assert.match(dropped.out, /Dropped: hourlyRate, sessionLength, availability\.\n$/);
    assert.match((await run(url, ['cleanup', '--yes'])).out, /^Nothing to clean up/);
    assert.equal((await run(url, ['verify'])).code, 0);
  });

  void it('know mapped names from a file', async () => {
    const url = await server.createDatabase();
    const file = join(temporary, 'columns.json');
    const columns = {
      RealtorCoachProfile: { table: 'coaches', columns: { userDbId: 'user_id', hourlyRate: 'hourly_rate' } },
    };
    writeFileSync(file, JSON.stringify(columns));
    await withClient(url, (client) =>
      client.query(`create table "User" (id serial primary key);
        create table coaches (id serial primary key, user_id integer unique references "User" (id), hourly_rate numeric);
        insert into "User" default values; insert into coaches (user_id, hourly_rate) values (1, 60)`),
    );
    assert.equal((await run(url, ['migrate', '--columns', file])).code, 0);
    assert.match((await run(url, ['backfill', '--dry-run'])).out, /^coach 1: 30 min USD 30/m);
    assert.equal((await run(url, ['backfill'])).code, 0);
    assert.match(
      (await run(url, ['cleanup', '--yes'])).out,
      /"public"\."coaches", for good:\n {2}hourly_rate: 1 values/,
    );
    assert.equal((await run(url, ['verify'])).code, 0);

    writeFileSync(file, JSON.stringify({ Coach: { table: 'coaches' } }));
    const unknown = await run(await server.createDatabase(), ['migrate', '--columns', file]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /columns\.Coach: no such table/);
    writeFileSync(file, '{');
    assert.match((await run(url, ['migrate', '--columns', file])).err, /columns\.json cannot be read/);
    assert.match(
      (await run(url, ['migrate', '--columns', join(temporary, 'none')])).err,
      /none cannot be read: ENOENT/,
    );
  });

  void it('refuse options that make no sense', async () => {
    const url = await host();
    await run(url, ['migrate']);
    const wrong: [string[], RegExp][] = [
      [['--currency', 'CHF'], /CHF is none of the database's currencies: USD, EUR/],
      [['--time-zone', 'CEST'], /"CEST" is no time zone such as Europe\/Berlin\./],
      [['--batch-size', '0'], /from 1 to 1000, not "0"/],
      [['--currency-column', 'coin'], /no table of a coach has a column "coin"/],
      [['--dryrun'], /Unknown option '--dryrun'/],
    ];
    for (const [args, message] of wrong) {
      const { code, err } = await run(url, ['backfill', ...args]);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
    assert.equal((await run('', ['verify'])).code, 2);
  });

  void it('say in one line what is wrong with the database', async () => {
    const said = async (url: string, command = 'verify'): Promise<string> => {
      const { code, err } = await run(url, [command]);
      assert.equal(code, 1, err);
      assert.equal(err.trim().split('\n').length, 1, err);
      assert.doesNotMatch(err, /s3cret/);
      return err;
    };
    const address = new URL(server.url);
    address.password = 's3cret';
    address.pathname = '/nowhere';
    assert.match(await said(address.href), /^There is no database "nowhere" at 127\.0\.0\.1:\d+\.$/m);
    assert.match(
      await said('postgres://ada:s3cret@127.0.0.1:1/x'),
      /^No database answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/,
    );
    assert.match(
      await said('postgres://ada:s3cret@nowhere.invalid/x'),
      /^No database answers at nowhere\.invalid:5432/,
    );

    await withClient(server.url, (client) =>
      client.query('do $$ begin create role guest login; exception when duplicate_object then null; end $$'),
    );
    const guest = new URL(await server.createDatabase());
    guest.username = 'guest';
    assert.match(await said(guest.href, 'migrate'), /^guest lacks a right: permission denied for database/);
    guest.pathname = new URL(await host()).pathname;
    const { err } = await run(guest.href, ['migrate']);
    assert.match(err, /^ {2}table "public"\."Session" belongs to another role: migrate as its owner$/m);
  });

  void it('say that the password is refused, without it', async () => {
    // A server that knows nobody; the test's own lets everybody in.
    const refusing = createServer((socket) => {
      socket.once('data', () => {
        const fields = 'SFATAL\0C28P01\0Mpassword authentication failed for user "ada"\0\0';
        const message = Buffer.alloc(5 + fields.length);
        message.write('E');
        message.writeInt32BE(4 + fields.length, 1);
        message.write(fields, 5);
        socket.end(message);
      });
    }).listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const { port } = refusing.address() as AddressInfo;
    const { code, err } = await run(`postgres://ada:s3cret@127.0.0.1:${port}/x`, ['verify']);
    assert.deepEqual([code, err], [1, `The database at 127.0.0.1:${port} refuses the password of ada.\n`]);
    refusing.close();
  });

  void it('stop between two batches on Ctrl-C, and go on the next time', async () => {
    const url = await host();
    await run(url, ['migrate']);
    await withClient(url, (client) =>
      client.query(`
        insert into "User" (id, email) select i, i || '@example.com' from generate_series(1001, 4000) i;
        insert into "RealtorCoachProfile" ("userDbId", "hourlyRate", availability) select i, 50, 'whenever'
        from generate_series(1001, 4000) i`),
    );
    const script = join(import.meta.dirname, '../../../src/cli/coach-booking.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, 'backfill', '--batch-size', '1'], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') child.kill('SIGINT');
      output += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 130, output);
    const done = Number(/^(\d+) coaches looked at, \d+ configs .* written\.$/m.exec(output)?.[1]);
    assert.ok(done > 0 && done < 3006, output.slice(-300));
    assert.match(output, /Stopped; run it again to go on\.\n$/);
    const rest = await run(url, ['backfill']);
    // The one without an hourly rate is looked at each time.
    assert.match(rest.out, new RegExp(`^${3006 - done + 1} coaches looked at|^${3006 - done} coaches looked at`, 'm'));
    assert.equal(rest.code, 0);
  });
});
