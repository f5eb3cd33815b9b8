import { Failure, UsageError } from './failure.js';
import { given, type Terminal } from './terminal.js';

/** The option that every command with a database has. */
export const DATABASE_URL_OPTION = {
  'database-url': {
    type: 'string',
    value: '<url>',
    help: 'postgres://user:password@host:5432/database; default: DATABASE_URL.\nA variable keeps the password out of the list of processes.',
  },
} as const;

/** The address from the option or the environment. Throws `UsageError` when there is none or it is none of Postgres. */
export function readDatabaseUrl(option: string | undefined, env: Terminal['env']): string {
  const url = given(option) ?? given(env.DATABASE_URL);
  if (url === undefined) throw new UsageError('Which database? Give --database-url, or set DATABASE_URL.');
  checkDatabaseUrl(url);
  return url;
}

/** Throws `UsageError`, which does not repeat what may hold a password. */
export function checkDatabaseUrl(url: string): void {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:$/.test(new URL(url).protocol)) {
    throw new UsageError('The database URL has to look like postgres://user:password@host:5432/database.');
  }
}

/** An address as it may be printed: who, where and which, never the password or other secrets of the query. */
export function publicUrl(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** The database's name. */
export const databaseName = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

const field = (error: unknown, name: string): string | undefined => {
  if (typeof error !== 'object' || error === null || !(name in error)) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
};

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET']);

/** What went wrong with a database, in one line for its user; a fault of ours is answered as it is. */
export function explainDatabaseError(error: unknown, url: string): unknown {
  if (error instanceof Failure) return error;
  const { hostname, port, username } = new URL(url);
  const server = `${hostname || 'localhost'}:${port || '5432'}`;
  const code = field(error, 'code');
  const message = hideSecrets(error instanceof Error ? error.message : String(error), url);
  const say = (text: string): Failure => new Failure(text, { cause: error });

  if (code !== undefined && UNREACHABLE.has(code)) {
    return say(`No database answers at ${server} (${code}). Is it running, and is the address right?`);
  }
  if (code === 'ETIMEDOUT' || /timeout expired|connect ETIMEDOUT/.test(message)) {
    return say(`The database at ${server} did not answer in time. A firewall in between?`);
  }
  if (code === '28P01') return say(`The database at ${server} refuses the password of ${who(username)}.`);
  if (code === '28000') return say(`The database at ${server} does not let ${who(username)} in: ${message}`);
  if (code === '3D000') return say(`There is no database ${JSON.stringify(databaseName(url))} at ${server}.`);
  if (code === '53300') return say(`The database at ${server} has no connection left: ${message}`);
  if (code === '57P03') return say(`The database at ${server} is starting up or shutting down. Try again in a moment.`);
  if (/SSL|TLS|certificate|SCRAM|SASL/i.test(message)) {
    return say(`No safe connection to ${server}: ${message}`);
  }
  if (/extension "?btree_gist/.test(message)) {
    return code === '42501'
      ? say(`${who(username)} may not create the extension btree_gist. Let an owner run: create extension btree_gist;`)
      : say(`The server lacks the extension btree_gist: install its contrib package (postgresql-contrib).`);
  }
  if (code === '42501') return say(`${who(username)} lacks a right: ${message}`);
  if (code === '55P03') return say(`Something else holds a lock for too long: ${message}. Try again later.`);
  if (/Connection terminated|connection.*closed/i.test(message) || code === '57P01') {
    return say(`The connection to ${server} was lost. Nothing of the last step was kept; run the command again.`);
  }
  // Of Postgres: five signs. Its own words are the best there are.
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) {
    const detail = field(error, 'detail');
    return say(
      `The database says: ${message}${detail === undefined ? '' : ` (${hideSecrets(detail, url)})`} [${code}]`,
    );
  }
  // Also its stack would tell.
  return error instanceof Error && hideSecrets(error.stack ?? '', url) === error.stack ? error : say(message);
}

const who = (username: string): string => (username === '' ? 'this user' : decodeURIComponent(username));

/** Takes the password and the whole address out of a text, however they are written. */
export function hideSecrets(text: string, url: string): string {
  const { password, searchParams } = new URL(url);
  const secrets = [url, password, decode(password), searchParams.get('password') ?? ''];
  return secrets.filter((secret) => secret.length >= 3).reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
