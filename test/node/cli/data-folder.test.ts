import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { keepSecrets, openDataFolder } from '../../../src/cli/data-folder.js';
import { Failure } from '../../../src/cli/failure.js';

const temporary = mkdtempSync(join(tmpdir(), 'data-folder-'));
after(() => rmSync(temporary, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(temporary, `${++count}`, 'data');

/** A process that holds a folder until it is killed. */
async function holder(folder: string) {
  const module = join(import.meta.dirname, '../../../src/cli/data-folder.ts');
  const code = `import { keepSecrets, openDataFolder } from ${JSON.stringify(module)};
    openDataFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the folder that serve keeps things in', () => {
  it('keeps the secrets, for their owner only', () => {
    const path = fresh();
    const first = keepSecrets(path);
    assert.deepEqual(keepSecrets(path), first);
    assert.notEqual(first.bookingSecret, first.coachToken);
    assert.equal(statSync(join(path, 'secrets.json')).mode & 0o777, 0o600);
    assert.equal(statSync(path).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(path), ['secrets.json'], 'and leaves nothing else about');
  });

  it('does not replace secrets that it cannot read: every manage token would end', () => {
    const path = fresh();
    keepSecrets(path);
    writeFileSync(join(path, 'secrets.json'), '{"bookingSecret":');
    assert.throws(() => keepSecrets(path), /secrets\.json cannot be read/);
  });

  it('is for one process, and says which one has it', async () => {
    const path = fresh();
    const child = await holder(path);
    assert.throws(
      () => openDataFolder(path),
      (error) => error instanceof Failure && error.message.includes(`in use by process ${child.pid}.`),
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    openDataFolder(path).release();
  });

  it('is taken over from a process that was killed, also when its id is in use again', () => {
    for (const left of [{ pid: 999_999_999 }, { pid: process.pid, started: 'another time' }, 'half a li']) {
      const path = fresh();
      openDataFolder(path).release();
      writeFileSync(join(path, 'lock'), typeof left === 'string' ? left : JSON.stringify(left));
      const folder = openDataFolder(path);
      assert.throws(() => openDataFolder(path), /in use/, 'and is ours now');
      folder.release();
    }
  });

  it('does not take away the lock of another on release', () => {
    const path = fresh();
    const folder = openDataFolder(path);
    writeFileSync(join(path, 'lock'), 'of another');
    folder.release();
    assert.equal(readFileSync(join(path, 'lock'), 'utf8'), 'of another');
  });

  it('has to be a folder', () => {
    const file = join(temporary, 'file');
    writeFileSync(file, '');
    assert.throws(() => openDataFolder(file), /is no folder\.$/);
    assert.throws(() => openDataFolder(join(file, 'below')), /is no folder\.$/);
  });
});
