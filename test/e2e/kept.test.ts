import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { run } from '../tools/run.mjs';
import { bookSession } from './book-session.js';
import { launch, openPage, root } from './harness.js';

/** The README's main job as it is built: an embedded database, a person in a browser, and a machine that fails. */

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
const running = new Set<ReturnType<typeof spawn>>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` without the building: every package as it is installed, every file as it is published. */
async function start() {
  const child = spawn('node', ['dist/cli/coach-booking.js', 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: '0', RATE_LIMIT: 'off', DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/[\w.:[\]]+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server ended, and said only: ${said}`)));
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
    running.delete(child);
  };
  return { url, kill };
}

interface Booked {
  readonly id: string;
  readonly startTime: string;
  readonly manageToken: string;
}

describe('npm start on its embedded database', () => {
  test('a visitor books; after a kill the time is gone, and their token still opens the booking', async () => {
    const first = await start();
    const browser = await launch();
    const { page, errors } = await openPage(browser);
    await page.goto(first.url);
    const answer = page.waitForResponse((response) => response.url().endsWith('/sessions/book'));
    await bookSession(page, { name: 'Jo Reyes', email: 'jo@example.com' });
    const { id, startTime, manageToken } = (await (await answer).json()) as Booked;
    await browser.close();
    await first.kill();
    assert.deepEqual(errors, []);

    const second = await start();
    const range = `start=${startTime}&end=${new Date(Date.parse(startTime) + 3_600_000).toISOString()}`;
    const free = await fetch(`${second.url}/api/coaching/sessions/available?coachId=ada&${range}`);
    const { availableSlots } = (await free.json()) as { availableSlots: { startTime: string }[] };
    assert.ok(!availableSlots.some((slot) => slot.startTime === startTime), 'the time is gone');
    const own = await fetch(`${second.url}/api/coaching/sessions/${id}`, {
      headers: { Authorization: `Bearer ${manageToken}` },
    });
    assert.equal(own.status, 200);
    assert.equal(((await own.json()) as Booked).startTime, startTime);
    await second.kill();
  });
});
