import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('./machine-zone.ts', import.meta.url));
const run = promisify(execFile);

/** A process of its own, as `TZ` is read when one starts. */
async function digestUnder(TZ: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ, LC_ALL: 'de_DE.UTF-8' },
  });
  return stdout;
}

describe('the zone of the machine', () => {
  it('changes no slot and no date', async () => {
    const expected = await digestUnder('UTC');
    assert.match(expected, /^[0-9a-f]{64}$/);
    for (const TZ of ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Europe/Berlin']) {
      assert.equal(await digestUnder(TZ), expected, TZ);
    }
  });
});
