import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { migrate } from '../../../src/postgres/migrate/migrate.js';
import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createQueryDriver } from '../../../src/postgres/store/query-driver.js';
import { describeContracts } from './contracts.js';

// One connection: what it shows of races is only that they are put in a row.
describeContracts('PGlite', false, async () => {
  const client = await PGlite.create({ extensions: { btree_gist } });
  await migrate({ client });
  return { store: createPostgresStore({ call: createQueryDriver(client) }), client, close: () => client.close() };
});
