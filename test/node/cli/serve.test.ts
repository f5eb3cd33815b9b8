import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { startDemoServer, type DemoServer } from '../../../src/cli/demo-server.js';
import { BookingError } from '../../../src/domain/booking-error.js';
import { bookingRequest, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { serve } from './served.js';

const temporary = mkdtempSync(join(tmpdir(), 'serve-'));
const siteFolder = join(temporary, 'demo');
const scriptFolder = join(temporary, 'cdn');
mkdirSync(join(scriptFolder, 'chunks'), { recursive: true });
mkdirSync(join(siteFolder, '.hidden'), { recursive: true });
writeFileSync(join(temporary, 'secret.txt'), 'secret');
writeFileSync(join(siteFolder, '.hidden', 'secret.txt'), 'secret');
writeFileSync(join(siteFolder, 'index.html'), '<!doctype html><title>Ada</title>');
writeFileSync(join(siteFolder, 'bare.html'), '<!doctype html><title>Bare</title>');
symlinkSync(join(temporary, 'secret.txt'), join(siteFolder, 'link.txt'));
writeFileSync(join(scriptFolder, 'coach-booking.js'), `console.log('${'script '.repeat(200)}')`);
writeFileSync(join(scriptFolder, 'chunks', 'late-Ab12_cd9.js'), 'export {}');
after(() => rmSync(temporary, { recursive: true, force: true }));

/** The path as it is: `fetch` would tidy it first. */
function raw(url: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    httpRequest({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the demo server', () => {
  let server: DemoServer;
  const lines: string[] = [];
  const start = (options = {}): Promise<DemoServer> =>
    startDemoServer({
      port: 0,
      host: '127.0.0.1',
      siteFolder,
      scriptFolder,
      coachToken: 'let-me-in',
      now: () => FIXED_NOW,
      print: (line) => lines.push(line),
      ...options,
    });
  before(async () => {
    server = await start();
  });
  after(() => server.close());

  void it('serves the site under a strict content security policy', async () => {
    const page = await fetch(`${server.url}/`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Ada/);
    assert.match(page.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/);
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const rule of [`default-src 'self'`, `style-src 'self'`, `connect-src 'self'`, 'trusted-types lit-html']) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.equal((await fetch(`${server.url}/bare`)).status, 200, 'a page without its ending');
  });

  void it('serves the script tags to pages anywhere, compressed, and tells when they have not changed', async () => {
    for (const path of ['/coach-booking.js', '/dist/cdn/coach-booking.js']) {
      const script = await raw(server.url, path, { 'Accept-Encoding': 'gzip, br' });
      assert.equal(script.status, 200);
      assert.equal(script.headers['content-encoding'], 'br');
      assert.match(brotliDecompressSync(script.body).toString(), /script script/);
      assert.equal(script.headers['access-control-allow-origin'], '*');
      assert.equal(script.headers['cache-control'], 'no-cache');
      const again = await raw(server.url, path, {
        'Accept-Encoding': 'gzip, br',
        'If-None-Match': String(script.headers.etag),
      });
      assert.equal(again.status, 304);
      assert.equal(again.body.length, 0);
    }
    const chunk = await fetch(`${server.url}/chunks/late-Ab12_cd9.js`);
    assert.match(chunk.headers.get('cache-control') ?? '', /immutable/);
  });

  void it('gives no file that is not its own', async () => {
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..\\secret.txt',
      '/dist/cdn/../../secret.txt',
      '/dist/cdn/..%2f..%2fsecret.txt',
      '/.hidden/secret.txt',
      '/link.txt',
      '/%00secret.txt',
      '/%zz',
      '//etc/passwd',
      '/index.html/',
      '/missing',
    ];
    for (const path of paths) {
      const { status, body } = await raw(server.url, path);
      assert.ok(status === 404 || status === 400, `${path} answered ${status}`);
      assert.doesNotMatch(body.toString(), /secret|root:/, path);
    }
    assert.equal((await fetch(`${server.url}/`, { method: 'DELETE' })).status, 405);
  });

  void it('books for real: the time is gone, and the line for the coach is on her own clock', async () => {
    const adapter = createRestAdapter({ baseUrl: `${server.url}/api` });
    const query = { coachId: 'ada', start: '2026-11-26', end: '2026-11-26', durationMinutes: 60 };
    const [slot] = (await adapter.getAvailability(query)).slots;
    assert.ok(slot);
    const attendee = { name: 'Jo\u001b[2J\nReyes', email: 'jo@example.com', timeZone: 'America/New_York' };
    const request = bookingRequest(slot, { coachId: 'ada', attendee: { ...attendee, name: 'Jo Reyes' } });
    await adapter.book(request, { idempotencyKey: 'one' });
    await adapter.book(request, { idempotencyKey: 'one' });
    for (let waits = 0; lines.length === 0 && waits < 100; waits++) await sleep(20);
    assert.equal(lines.length, 1, 'one line, also when the answer is asked for again');
    assert.match(
      lines[0] ?? '',
      /^Ada Moreau is booked by Jo Reyes: Thu 26 Nov 2026, \d\d:\d\d–\d\d:\d\d (CET|GMT\+1) \(Europe\/Berlin\), 60 min, \$90$/,
    );
    const { slots } = await adapter.getAvailability(query);
    assert.ok(!slots.some((each) => each.startTime === slot.startTime));
    const hostile = bookingRequest(slot, { coachId: 'ada', attendee });
    await assert.rejects(adapter.book(hostile, { idempotencyKey: 'two' }), BookingError);
  });

  void it('lets only the coach write', async () => {
    const url = `${server.url}/api/coach/config?coachId=ada`;
    const body = await (await fetch(url)).text();
    const write = (headers: Record<string, string>): Promise<Response> =>
      fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
    assert.equal((await write({})).status, 401);
    assert.equal((await write({ Authorization: 'Bearer guess' })).status, 403);
    assert.equal((await write({ Authorization: 'Bearer let-me-in' })).status, 200);
  });

  void it('does not log what it does not support yet as a fault', async () => {
    const logged: unknown[] = [];
    const other = await start({ printError: (entry: unknown) => logged.push(entry) });
    const { status } = await fetch(`${other.url}/api/coaching/sessions/b-1/cancel`, { method: 'POST', body: '{}' });
    await other.close();
    assert.deepEqual([status, logged], [501, []]);
  });

  void it('refuses a body that is too large without waiting for its end, and goes on', async () => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/coaching/sessions/book HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: 99999999\r\n\r\n`,
        );
        socket.write(`{"a":"${'x'.repeat(200_000)}`);
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.equal((await fetch(`${server.url}/`)).status, 200);
  });

  void it('limits each client, unless it is told not to', async () => {
    const limited = await start();
    const free = await start({ rateLimit: false });
    const ask = async ({ url }: DemoServer): Promise<Set<number>> => {
      const calls = Array.from({ length: 160 }, () => fetch(`${url}/api/coach/config?coachId=ada`));
      return new Set((await Promise.all(calls)).map((response) => response.status));
    };
    assert.deepEqual(await ask(limited), new Set([200, 429]));
    assert.deepEqual(await ask(free), new Set([200]));
    await Promise.all([limited.close(), free.close()]);
  });
});

describe('npm start, in memory', () => {
  const run = (env: Record<string, string> = {}, folders: readonly [string, string] = [siteFolder, scriptFolder]) =>
    serve({ folders, env, args: ['--memory'] });

  void it('prints its address and a coach token, and ends in peace', async () => {
    const { child, ended, address } = run({ COACH_TOKEN: '' });
    const url = await address;
    assert.equal((await fetch(url)).status, 200);
    child.kill('SIGTERM');
    const { code, output } = await ended;
    assert.equal(code, 0);
    assert.match(output, /Authorization: Bearer [0-9a-f-]{36}/);
    assert.match(output, /kept in memory until the server stops/);
  });

  void it('says which port is taken, and what to do', async () => {
    const first = run();
    const { port } = new URL(await first.address);
    const { code, output } = await run({ PORT: port }).ended;
    assert.equal(code, 1);
    assert.match(output, new RegExp(`Port ${port} is taken.*PORT=${Number(port) + 1} npm start`));
    assert.doesNotMatch(output, /at .*\.ts:/, 'no stack');
    first.child.kill('SIGINT');
    assert.equal((await first.ended).code, 0);
  });

  void it('says what is missing or wrong', async () => {
    const wrong = await run({ PORT: 'http' }).ended;
    assert.equal(wrong.code, 2);
    assert.match(wrong.output, /^PORT has to be a number from 0 to 65535, not "http"\.$/m);
    const missing = await run({}, [siteFolder, join(temporary, 'nothing')]).ended;
    assert.equal(missing.code, 1);
    assert.match(missing.output, /nothing is missing: run npm run build first/);
    const both = await serve({ folders: [siteFolder, scriptFolder], args: ['--memory', '--data-dir', 'x'] }).ended;
    assert.equal(both.code, 2);
    assert.match(both.output, /--memory keeps nothing/);
    const other = await serve({ folders: [siteFolder, scriptFolder], env: { DATABASE_URL: 'mysql://x' } }).ended;
    assert.deepEqual([other.code, other.output.includes('postgres://user')], [2, true]);
  });
});
