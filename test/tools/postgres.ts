// A PostgreSQL server for tests: a cluster of its own in a temporary folder, on a free port, gone with the process that
// started it, however that ends. `TEST_DATABASE_URL` names a running server instead.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { chown, chmod, mkdtemp, readFile } from 'node:fs/promises';
import { type AddressInfo, Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresBinaries, postgresUser } from './postgres-binaries.mjs';

export { postgresMissing } from './postgres-binaries.mjs';

export interface PostgresOptions {
  /** A server of one's own also where `TEST_DATABASE_URL` is set: for tests that crash it. */
  readonly own?: boolean;
  /** More server settings, such as `{ shared_buffers: '256MB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface PostgresServer {
  /** Of the maintenance database `postgres`, as superuser. */
  readonly url: string;
  /** A fresh database; with `template` (a URL that nobody is connected to) a copy of that one. Answers its URL. */
  createDatabase(template?: string): Promise<string>;
  /** Also with connections open. */
  dropDatabase(url: string): Promise<void>;
  /** Kills every process of the server at once, as a power cut would. */
  crash(): Promise<void>;
  /** Starts it again after `crash()`, on the same port. */
  restart(): Promise<void>;
  /** Ends the server and removes its files; of a shared server only the databases made here. */
  stop(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  max_connections: '150',
  shared_buffers: '64MB',
  log_min_messages: 'fatal',
};

/**
 * Waits for the end of its input, which comes with the end of the process that holds it, then ends the server and
 * removes the folder. No exit handler can do so when the tests are killed.
 */
const GUARD = `cat >/dev/null
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
if [ -n "$pid" ]; then
  kill -QUIT "$pid" 2>/dev/null
  for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
fi
rm -rf "$1"`;

const run = promisify(execFile);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function withClient<T>(url: string, action: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed ends its connections with an error event; the query's own error says enough.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Creating and dropping databases on a server that somebody runs. */
function databasesOf(serverUrl: string) {
  const made = new Set<string>();
  return {
    async createDatabase(template?: string): Promise<string> {
      const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      const like = template === undefined ? '' : ` template ${pg.escapeIdentifier(databaseOf(template))}`;
      await withClient(serverUrl, (client) => client.query(`create database ${name}${like}`));
      made.add(name);
      return urlOf(serverUrl, name);
    },
    async dropDatabase(url: string): Promise<void> {
      const name = databaseOf(url);
      await withClient(serverUrl, (client) =>
        client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      );
      made.delete(name);
    },
    made: () => [...made].map((name) => urlOf(serverUrl, name)),
  };
}

function sharedServer(url: string): PostgresServer {
  const databases = databasesOf(url);
  const refuse = () => Promise.reject(new Error('a server of TEST_DATABASE_URL is not ours to crash'));
  return {
    url,
    ...databases,
    crash: refuse,
    restart: refuse,
    stop: async () => {
      for (const each of databases.made()) await databases.dropDatabase(each);
    },
  };
}

/** Process ids of the server's workers and connections. */
async function childrenOf(parent: number): Promise<number[]> {
  const id = String(parent);
  const listed = await readFile(`/proc/${id}/task/${id}/children`, 'utf8').catch(() => null);
  if (listed !== null) return listed.trim().split(' ').filter(Boolean).map(Number);
  // Without either they end by themselves, when they notice that the server is gone.
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }));
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return rows.flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

class OwnServer implements PostgresServer {
  readonly url: string;
  private readonly databases: ReturnType<typeof databasesOf>;
  private process: ChildProcess | undefined;
  private guard: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly binaries: string,
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    this.url = `postgresql://postgres@127.0.0.1:${String(port)}/postgres`;
    this.databases = databasesOf(this.url);
  }

  createDatabase(template?: string): Promise<string> {
    return this.databases.createDatabase(template);
  }

  dropDatabase(url: string): Promise<void> {
    return this.databases.dropDatabase(url);
  }

  async initialize(): Promise<void> {
    const user = postgresUser();
    await chmod(this.folder, 0o755);
    if (user) await chown(this.folder, user.uid, user.gid);
    // In a session of its own, so that Ctrl-C reaches the tests only.
    this.guard = spawn('sh', ['-c', GUARD, 'guard', this.folder], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guard.unref();
    if (this.guard.stdin instanceof Socket) this.guard.stdin.unref();
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    const data = join(this.folder, 'data');
    const args = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'];
    await run(join(this.binaries, 'initdb'), args, { ...user, cwd: '/' });
  }

  async restart(): Promise<void> {
    if (this.process) throw new Error('the server runs');
    const end = Date.now() + 20_000;
    // After a crash the old processes hold the shared memory for a moment.
    for (;;) {
      const log = await this.launch(end);
      if (log === undefined) return;
      if (!/shared memory block|lock file/.test(log) || Date.now() > end) throw new Error(`PostgreSQL: ${log}`);
      await sleep(100);
    }
  }

  async crash(): Promise<void> {
    const child = this.process;
    if (child?.pid === undefined) throw new Error('the server does not run');
    child.ref();
    const pids = [child.pid, ...(await childrenOf(child.pid))];
    const ended = once(child, 'exit');
    for (const pid of pids) kill(pid);
    await ended;
  }

  async stop(): Promise<void> {
    const { guard } = this;
    if (guard?.exitCode !== null) return;
    const ended = once(guard, 'exit');
    guard.ref();
    guard.stdin?.end();
    await ended;
  }

  /** Answers undefined when the server accepts connections, else what its log says. */
  private async launch(end: number): Promise<string | undefined> {
    const logFile = join(this.folder, 'log');
    const log = openSync(logFile, 'w');
    const settings = { ...SETTINGS, ...this.settings, port: String(this.port) };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(this.binaries, 'postgres'), ['-D', join(this.folder, 'data'), ...args], {
      ...postgresUser(),
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    child.once('exit', () => (this.process = undefined));
    this.process = child;
    while (Date.now() < end) {
      await sleep(25);
      if (child.exitCode !== null) return readFile(logFile, 'utf8');
      const ready = await withClient(this.url, () => Promise.resolve(true)).catch(() => false);
      if (ready) return undefined;
    }
    return 'it did not start in time';
  }
}

/**
 * Starts a server and answers when it accepts connections (about a second). Several test files may do so at once.
 * @throws when PostgreSQL is not here: skip with `{ skip: postgresMissing() }`, for an own one `postgresMissing({ own: true })`.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const shared = process.env.TEST_DATABASE_URL;
  if (shared && !options.own) return sharedServer(shared);
  const binaries = postgresBinaries();
  if (!binaries) throw new Error('PostgreSQL is not installed');
  for (let attempt = 1; ; attempt++) {
    const folder = await mkdtemp(join(tmpdir(), 'coach-booking-postgres-'));
    const server = new OwnServer(folder, binaries, await freePort(), options.settings ?? {});
    try {
      await server.initialize();
      await server.restart();
      return server;
    } catch (error) {
      await server.stop();
      // Somebody else may have taken the port since it was found free.
      if (attempt === 5 || !String(error).includes('could not bind')) throw error;
    }
  }
}
