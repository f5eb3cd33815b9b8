// Where PostgreSQL is on this machine. `POSTGRES_BIN` names its folder where it is somewhere else.
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Folders of installed versions, the newest first: Debian and Ubuntu; Red Hat; Homebrew. */
function versioned(parent, pattern) {
  const names = existsSync(parent) ? readdirSync(parent).filter((name) => pattern.test(name)) : [];
  const version = (name) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return names.sort((a, b) => version(b) - version(a)).map((name) => join(parent, name, 'bin'));
}

const isComplete = (folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));

/** A link such as /usr/local/bin/initdb leads to the folder that has the server as well. */
function behindLink(folder) {
  const file = join(folder, 'initdb');
  return existsSync(file) ? dirname(realpathSync(file)) : folder;
}

export function postgresBinaries() {
  const folders = [
    process.env.POSTGRES_BIN,
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean).map(behindLink),
    ...versioned('/usr/lib/postgresql', /^\d+$/),
    ...versioned('/usr', /^pgsql-\d+$/),
    ...versioned('/opt/homebrew/opt', /^postgresql(@\d+)?$/),
    '/usr/local/pgsql/bin',
  ];
  return folders.find((folder) => folder && isComplete(folder));
}

export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([first]) => first === name)).find(Boolean);
  return account && { uid: Number(account[2]), gid: Number(account[3]) };
}

export function postgresMissing({ own = false } = {}) {
  if (process.env.TEST_DATABASE_URL && !own) return false;
  if (process.platform === 'win32') return 'no PostgreSQL server is started on Windows: set TEST_DATABASE_URL';
  return postgresBinaries() ? false : 'PostgreSQL is not installed';
}
