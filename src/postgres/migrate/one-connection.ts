import { readRecord, type UnknownRecord } from '../../domain/read.js';
import type { QueryClient } from '../store/query-driver.js';

/** Several statements at once, as PGlite runs them; `pg` does so with `query`. */
interface ScriptClient extends QueryClient {
  exec(sql: string): PromiseLike<unknown>;
}

interface ReleasableClient extends QueryClient {
  release(): void;
}

/** A `pg` Pool: it is asked for one of its connections. */
interface ClientPool {
  readonly totalCount: number;
  connect(): PromiseLike<ReleasableClient>;
}

/** A `pg` Client or Pool, or a PGlite. */
export type MigrationClient = QueryClient | ScriptClient | ClientPool;

/** What a migration needs of a database: one session, from beginning to end. */
export interface OneConnection {
  rows(sql: string, params?: unknown[]): Promise<readonly UnknownRecord[]>;
  /** Runs any number of statements, and answers nothing. */
  script(sql: string): Promise<void>;
  /** All or nothing. */
  transaction(work: () => Promise<void>): Promise<void>;
}

function isPool(client: MigrationClient): client is ClientPool {
  return 'totalCount' in client;
}

function connectionOver(client: QueryClient | ScriptClient): OneConnection {
  const rows: OneConnection['rows'] = async (sql, params = []) => {
    const result = await client.query(sql, params);
    return result.rows.map((row) => readRecord(row));
  };
  const script = async (sql: string): Promise<void> => {
    if ('exec' in client) await client.exec(sql);
    // Without parameters `pg` sends the simple protocol, which takes several statements.
    else await client.query(sql, []);
  };
  return {
    rows,
    script,
    async transaction(work) {
      await script('begin');
      try {
        await work();
      } catch (error) {
        // The first error says what went wrong, also when the connection is gone and this fails too.
        await script('rollback').catch(() => undefined);
        throw error;
      }
      await script('commit');
    },
  };
}

/** Callers of one client take turns: to the database they are one session, which no lock keeps apart. */
const turns = new WeakMap<object, Promise<unknown>>();

async function inTurn<T>(client: object, work: () => Promise<T>): Promise<T> {
  const before = turns.get(client) ?? Promise.resolve();
  const result = before.then(work, work);
  turns.set(client, result);
  return result;
}

/** Does some work over one connection of the client. */
export async function withConnection<T>(
  client: MigrationClient,
  work: (connection: OneConnection) => Promise<T>,
): Promise<T> {
  if (!isPool(client)) return inTurn(client, () => work(connectionOver(client)));
  const one = await client.connect();
  try {
    return await work(connectionOver(one));
  } finally {
    one.release();
  }
}

/** Does some work over a connection of its own, by `pg`, which is an optional dependency. */
export async function withConnectionTo<T>(url: string, work: (connection: OneConnection) => Promise<T>): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks also fails the query that runs, which says enough.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(connectionOver(client));
  } finally {
    await client.end().catch(() => undefined);
  }
}
