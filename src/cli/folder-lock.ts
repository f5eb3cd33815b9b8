import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integer, objectOf, optional, readString } from '../domain/read.js';
import { randomId } from '../service/random-id.js';
import { Failure } from './failure.js';

interface Holder {
  readonly pid: number;
  /** When that process started, as the system says it: ids are used again, in containers at every start. */
  readonly started?: string | undefined;
}

const readHolder = objectOf<Holder>({ pid: integer(1), started: optional(readString) });

/**
 * Takes a folder for this process by a file `lock` in it; answers how to give it back. The lock of a process that was
 * killed is taken over. Throws `Failure` when a living one has it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const own = `${file}.${randomId()}`;
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  // Linked when it is complete, so that nobody ever reads half of it.
  writeFileSync(own, content, { mode: 0o600 });
  try {
    while (!tryLink(own, file)) {
      const other = readText(file);
      if (other === null) continue;
      const holder = parseHolder(other);
      if (holder && isAlive(holder)) {
        throw new Failure(
          `${folder} is in use by process ${holder.pid}. Stop it, or choose another folder with DATA_DIR.`,
        );
      }
      takeAway(file, other);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (readText(file) === content) rmSync(file, { force: true });
  };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock, but not one that another process has put there meanwhile. */
function takeAway(file: string, stale: string): void {
  const aside = `${file}.${randomId()}`;
  try {
    renameSync(file, aside);
  } catch {
    // Another process was faster.
    return;
  }
  if (readText(aside) !== stale) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return readHolder(JSON.parse(text));
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and is another user's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === undefined || startOf(pid) === started;
}

/** When a process started; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // The name of the program, in parentheses, may hold anything.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      // A zombie waits to be buried.
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    if (process.platform === 'win32') return undefined;
    const output = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}
