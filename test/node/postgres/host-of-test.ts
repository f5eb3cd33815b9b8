/** The host of host-fixture.sql, migrated, in a database of its own for each test. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import type { PostgresServer } from '../../tools/postgres.js';

const fixture = readFileSync(new URL('host-fixture.sql', import.meta.url), 'utf8');

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database to copy, as `createDatabase(template)` does. */
export async function hostTemplate(server: PostgresServer): Promise<string> {
  const url = await server.createDatabase();
  await withClient(url, async (client) => {
    await client.query(fixture);
    await migrate({ client });
  });
  return url;
}
