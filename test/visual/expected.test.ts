import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { differences, type Environment } from './environment.js';
import { baseCommit, changedSince } from './merge-base.js';

const THEN: Environment = { browser: 'Chrome/1', font: 'Inter', fonts: ['Inter', 'Noto Sans'], specimen: 'a1' };

describe('the machine that took the baselines', () => {
  test('the same one is the same', () => {
    assert.deepEqual(differences(THEN, { ...THEN }), []);
  });
  for (const [what, now] of Object.entries<Partial<Environment>>({
    'another browser': { browser: 'Chrome/2' },
    'another font': { fonts: ['DejaVu Sans', 'Noto Sans'] },
    'another way to draw the same fonts': { specimen: 'b2' },
  }))
    test(`${what} is told`, () => {
      assert.equal(differences(THEN, { ...THEN, ...now }).length, 1);
    });
  test('no baselines at all is told', () => {
    assert.equal(differences(undefined, THEN).length, 1);
  });
});

describe('the commit that a change starts from', () => {
  let root: string;
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  function commit(file: string): string {
    writeFileSync(join(root, file), `${Math.random()}`);
    git('add', '--all');
    git('commit', '--quiet', '--message', file);
    return git('rev-parse', 'HEAD');
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'coach-booking-git-'));
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.email', 'test@example.com');
    git('config', 'user.name', 'Test');
    mkdirSync(join(root, 'pictures'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('is where a branch left main, however far main went on', () => {
    const left = commit('a');
    git('switch', '--quiet', '--create', 'change');
    commit('b');
    git('switch', '--quiet', 'main');
    commit('c');
    git('switch', '--quiet', 'change');
    commit('d');
    assert.equal(baseCommit(root, ''), left);
  });

  test('is the commit before on main itself, and the last one while something is not committed', () => {
    const first = commit('a');
    const second = commit('b');
    assert.equal(baseCommit(root, ''), first);
    writeFileSync(join(root, 'a'), 'changed');
    assert.equal(baseCommit(root, ''), second);
  });

  test('can be named; there is none before the first commit, and none where nobody keeps a history', () => {
    const first = commit('a');
    assert.equal(baseCommit(root, ''), undefined);
    commit('b');
    commit('c');
    assert.equal(baseCommit(root, first), first);
    assert.equal(baseCommit(root, 'nowhere'), undefined);
    assert.equal(baseCommit(tmpdir(), ''), undefined);
  });

  test('tells the baselines that somebody changed since, committed or not', () => {
    const start = commit('pictures/a.png');
    commit('pictures/b.png');
    commit('else');
    writeFileSync(join(root, 'pictures/c.png'), 'new');
    assert.deepEqual(changedSince(root, start, 'pictures').sort(), ['b.png', 'c.png']);
  });
});
