// One connection to a database of either kind, for tests of the migrations.
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import pg from 'pg';
import type { MigrationClient } from '../../../src/postgres/migrate/one-connection.js';

export type Row = Readonly<Record<string, unknown>>;

export interface OpenDatabase {
  readonly client: MigrationClient;
  rows(sql: string, ...params: unknown[]): Promise<readonly Row[]>;
  /** The first column of the rows. */
  values(sql: string, ...params: unknown[]): Promise<readonly unknown[]>;
  /** Any number of statements. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

type Query = (sql: string, params: unknown[]) => Promise<{ readonly rows: readonly Row[] }>;

function databaseOver(
  client: MigrationClient,
  query: Query,
  rest: Pick<OpenDatabase, 'script' | 'close'>,
): OpenDatabase {
  const rows = async (sql: string, ...params: unknown[]) => (await query(sql, params)).rows;
  const values = async (sql: string, ...params: unknown[]) =>
    (await rows(sql, ...params)).map((row) => Object.values(row)[0]);
  return { client, rows, values, ...rest };
}

export async function openPostgres(url: string): Promise<OpenDatabase> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return databaseOver(client, (sql, params) => client.query<Row>(sql, params), {
    script: async (sql) => {
      await client.query(sql);
    },
    close: () => client.end(),
  });
}

/** A new database takes PGlite seconds; a copy of one takes a fraction. */
let blank: Promise<Blob> | undefined;
async function makeBlank(): Promise<Blob> {
  const client = await PGlite.create({ extensions: { btree_gist } });
  const copy = await client.dumpDataDir('none');
  await client.close();
  return copy;
}

export async function openPglite(): Promise<OpenDatabase> {
  blank ??= makeBlank();
  const client = await PGlite.create({ extensions: { btree_gist }, loadDataDir: await blank });
  return databaseOver(client, (sql, params) => client.query<Row>(sql, params), {
    script: async (sql) => {
      await client.exec(sql);
    },
    close: () => client.close(),
  });
}
