import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  readonly secrets: Secrets;
  readonly release: () => void;
}

const readSecrets = objectOf<Secrets>({ bookingSecret: text(16), coachToken: text(16) });

/**
 * Opens the folder that `serve` keeps things in, and makes what is missing. Only one process may have it: the embedded
 * Postgres would destroy its files with two. Throws `Failure` when it is taken or cannot be written.
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const release = lockFolder(path);
    try {
      return { path, databasePath: join(path, 'postgres'), secrets: keepSecrets(path), release };
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new Failure(`${path} cannot be written. Choose another folder with DATA_DIR.`, { cause: error });
    }
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new Failure(`${path} is no folder.`, { cause: error });
    throw error;
  }
}

function keepSecrets(path: string): Secrets {
  const file = join(path, 'secrets.json');
  try {
    return readSecrets(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // New ones would end every manage token without a word.
    if (!isMissing) throw new Failure(`${file} cannot be read: mend it, or remove it to start with new ones.`);
  }
  const secrets: Secrets = { bookingSecret: `${randomId()}${randomId()}`, coachToken: randomId() };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}
