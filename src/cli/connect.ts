import type { Client } from 'pg';
import { explainDatabaseError } from './database-url.js';
import { Failure } from './failure.js';

const CONNECT_MS = 10_000;

/** Imports a package that is only there when somebody wants it. */
export async function optionalImport<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    // A package that is there but lacks one of its own is another matter.
    if (!isMissing || !error.message.includes(`'${name}'`)) throw error;
    throw new Failure(`The package ${name} is not installed. Install it:  npm install ${name}`, { cause: error });
  }
}

/**
 * Runs work on one connection, which is closed after it. What goes wrong is a `Failure` in one line, where it is known.
 */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { default: pg } = await optionalImport('pg', () => import('pg'));
  const client = new pg.Client({
    connectionString: url,
    application_name: 'coach-booking',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // A lost connection also fails the query that runs; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw explainDatabaseError(error, url);
  } finally {
    // Waits for a server that is gone otherwise.
    await Promise.race([
      client.end().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 1000).unref()),
    ]);
  }
}
