import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findFiles } from '../../tools/files.mjs';
import { root } from '../../tools/run.mjs';

const sheets = findFiles(['src/elements/**/*.styles.ts'], root).map((file: string) => ({
  file,
  text: readFileSync(root + file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));

/** Lines with a length that the page's root decides. In a media query it is the visitor's own, and stays. */
const rootLengths = (text: string): string[] =>
  text.split('\n').filter((line) => /\d(rem|rlh|rex|rch|ric|rcap)\b/.test(line) && !line.includes('@media'));

/** Lines that mean a side of the screen instead of one of the text. */
const physical = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) =>
      /^\s*(margin-|padding-|border-|inset-)?(left|right|top|bottom)(-\w+)?:|^\s*(min-|max-)?(width|height):/.test(
        line,
      ),
    );

describe('the stylesheets', () => {
  test('are found', () => assert.ok(sheets.length > 12));

  test("no length hangs on the page's root font size", () => {
    for (const { file, text } of sheets) assert.deepEqual(rootLengths(text), [], file);
  });

  test('no side of the screen: text may run from right to left', () => {
    for (const { file, text } of sheets) assert.deepEqual(physical(text), [], file);
  });

  test('the checks can fail', () => {
    assert.equal(rootLengths('a { gap: 2rem }').length, 1);
    assert.equal(rootLengths('@media (max-width: 40rem) {').length, 0);
    assert.equal(physical('  margin-left: 2px;\n  width: 3px;').length, 2);
  });
});
