import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../tools/run.mjs';

const git = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

const commitOf = (root: string, name: string): string | undefined => {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  } catch {
    return undefined;
  }
};

/**
 * The commit whose looks are what a change starts from: where it left the main branch; on the main branch itself the commit
 * before, or the last one while something is not committed yet. `VISUAL_BASE` names another. Undefined without such a commit.
 */
export function baseCommit(root: string, named = process.env.VISUAL_BASE): string | undefined {
  if (named) return commitOf(root, named);
  const head = commitOf(root, 'HEAD');
  if (head === undefined) return undefined;
  const main = ['origin/HEAD', 'origin/main', 'main'].find((name) => commitOf(root, name) !== undefined);
  let base = head;
  try {
    if (main !== undefined) base = git(root, 'merge-base', 'HEAD', main);
  } catch {
    // A shallow clone, or histories that never met.
    return undefined;
  }
  if (base !== head) return base;
  return git(root, 'status', '--porcelain', '--untracked-files=no') ? head : commitOf(root, 'HEAD~1');
}

/** Files below a folder that differ from a commit's, relative to the folder. */
export function changedSince(root: string, commit: string, folder: string): string[] {
  const names = git(root, 'diff', '--name-only', '--no-renames', `--relative=${folder}`, commit, '--', '.');
  const untracked = git(root, 'ls-files', '--others', '--exclude-standard', '--', folder);
  const below = untracked.split('\n').map((name) => name.slice(folder.length + 1));
  return [...names.split('\n'), ...below].filter(Boolean);
}

export interface BaseStorybook {
  /** Folder of the built Storybook. */
  readonly folder: string;
  remove(): void;
}

/** Builds the Storybook of a commit in a tree of its own. */
export async function buildBase(root: string, commit: string): Promise<BaseStorybook> {
  const tree = join(mkdtempSync(join(tmpdir(), 'coach-booking-base-')), 'tree');
  const remove = () => {
    git(root, 'worktree', 'remove', '--force', tree);
    rmSync(join(tree, '..'), { recursive: true, force: true });
  };
  git(root, 'worktree', 'add', '--detach', tree, commit);
  try {
    const same = readFileSync(join(tree, 'package-lock.json')).equals(readFileSync(join(root, 'package-lock.json')));
    if (same) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'dir');
    else await must('npm', ['ci', '--prefix', tree, '--no-audit', '--no-fund', '--ignore-scripts']);
    await must('node', [join(tree, 'test/tools/storybook.mjs')]);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder: join(tree, 'storybook-static'), remove };
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args, { quiet: true });
  if (code) throw new Error(`${command} ${args.join(' ')}: ${output}`);
}
