import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { objectOf, text } from '../domain/read.js';
import { randomId } from '../service/random-id.js';
import { Failure } from './failure.js';
import { lockFolder } from './folder-lock.js';

/** What has to stay the same from one start to the next. */
export interface Secrets {
  /** Key of the manage tokens. */
  readonly bookingSecret: string;
  /** What coach writes need. */
  readonly coachToken: string;
}

export interface DataFolder {
  readonly path: string;
  /** Where the embedded Postgres keeps its files. */
  readonly databasePath: string;
  readonly release: () => void;
}

const readSecrets = objectOf<Secrets>({ bookingSecret: text(16), coachToken: text(16) });

/**
 * Opens the folder that `serve` keeps its database in. Only one process may have it: the embedded Postgres would destroy
 * its files with two. Throws `Failure` when it is taken or cannot be written.
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  return explained(path, () => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return { path, databasePath: join(path, 'postgres'), release: lockFolder(path) };
  });
}

/** The secrets in a folder; they are made when they are missing. Several processes may share them. */
export function keepSecrets(folder: string): Secrets {
  const path = resolve(folder);
  const file = join(path, 'secrets.json');
  return explained(path, () => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const secrets: Secrets = { bookingSecret: `${randomId()}${randomId()}`, coachToken: randomId() };
    return readSecretsFile(file) ?? placeFile(file, secrets) ?? readSecretsFile(file) ?? secrets;
  });
}

function readSecretsFile(file: string): Secrets | null {
  try {
    return readSecrets(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    // New ones would end every manage token without a word.
    throw new Failure(`${file} cannot be read: mend it, or remove it to start with new ones.`);
  }
}

/** Null when another process was faster. Nobody ever sees half of it. */
function placeFile(file: string, secrets: Secrets): Secrets | null {
  const own = `${file}.${randomId()}`;
  writeFileSync(own, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(own, file);
    return secrets;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function explained<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new Failure(`${path} cannot be written. Choose another folder with DATA_DIR.`, { cause: error });
    }
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new Failure(`${path} is no folder.`, { cause: error });
    throw error;
  }
}
