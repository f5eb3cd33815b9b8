import { postgresMissing } from '../../tools/postgres.js';
import { describeContracts } from './contracts.js';
import { startStoreDatabases } from './store-databases.js';

describeContracts('Postgres by pg', postgresMissing(), async () => {
  const databases = await startStoreDatabases();
  const { pool, store, close } = await databases.create();
  return {
    store,
    client: pool,
    async close() {
      await close();
      await databases.stop();
    },
  };
});
