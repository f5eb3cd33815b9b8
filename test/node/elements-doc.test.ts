import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../tools/run.mjs';

test('docs/elements.md says what the elements have now', async () => {
  const { code, output } = await run('node', ['test/tools/elements-doc.mjs', '--check'], { quiet: true });
  assert.equal(code, 0, output);
});
