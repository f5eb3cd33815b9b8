import { SCHEMA, type DatabaseCall } from './database-call.js';

/** What is needed of a client: a `pg` Pool or Client, or a PGlite. */
export interface QueryClient {
  query(sql: string, params: unknown[]): PromiseLike<{ readonly rows: readonly unknown[] }>;
}

/**
 * Calls through a client that runs SQL. Each call is a single statement, so a pool that pools transactions will do.
 * Give the client a `statement_timeout`: the functions limit only how long they wait for locks.
 */
export function createQueryDriver(client: QueryClient): DatabaseCall {
  return async (functionName, args) => {
    const sql = `select ${SCHEMA}."${functionName}"($1::jsonb) as result`;
    const { rows } = await client.query(sql, [JSON.stringify(args)]);
    const [row] = rows;
    return typeof row === 'object' && row !== null && 'result' in row ? row.result : null;
  };
}
