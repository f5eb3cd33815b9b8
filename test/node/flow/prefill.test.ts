import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EMPTY_DRAFT } from '../../../src/flow/initial-state.js';
import { prefill, prefilled } from '../../../src/flow/prefill.js';
import type { Draft } from '../../../src/flow/state.js';

const known = prefilled({ name: 'Jordan Reyes', email: 'jordan@example.com', answers: { size: 9, remote: true } });

describe('what a page knows of the visitor', () => {
  test('goes where nothing was typed', () => {
    assert.deepEqual(prefill(EMPTY_DRAFT, known, EMPTY_DRAFT), known);
  });

  test('what was typed stays, field by field', () => {
    const typed: Draft = { ...EMPTY_DRAFT, name: 'Jo', answers: { size: '12' } };
    assert.deepEqual(prefill(typed, known, EMPTY_DRAFT), {
      ...known,
      name: 'Jo',
      answers: { size: '12', remote: true },
    });
  });

  test('what the page learns later replaces what it said before, and nothing else', () => {
    const later = prefilled({ name: 'Jordan R. Reyes', email: 'jordan@example.com' });
    assert.deepEqual(prefill(known, later, known), later);
    const changed = { ...known, name: 'Jo', answers: { ...known.answers, size: 3, goal: 'calm' } };
    assert.deepEqual(prefill(changed, later, known), { ...later, name: 'Jo', answers: { goal: 'calm', size: 3 } });
  });

  test('a field that the visitor has emptied stays empty', () => {
    assert.equal(prefill({ ...known, name: '' }, { ...known, name: 'Jordan R.' }, known).name, '');
  });

  test('what is no text and no answer is left out', () => {
    const odd = { name: null, email: 7, notes: undefined, answers: { a: null, b: {}, c: 'yes', d: false } };
    const read = prefilled(odd as unknown as Parameters<typeof prefilled>[0]);
    assert.deepEqual(read, { ...EMPTY_DRAFT, answers: { c: 'yes', d: false } });
    assert.deepEqual(prefilled({}), EMPTY_DRAFT);
  });
});
