import { createPostgresStore } from '../../../src/postgres/store/postgres-store.js';
import { createSupabaseDriver } from '../../../src/postgres/store/supabase-driver.js';
import { postgresMissing } from '../../tools/postgres.js';
import { describeContracts } from './contracts.js';
import { PLATFORM_ROLES, SERVICE_KEY, startRpcGateway } from './rpc-gateway.js';
import { startStoreDatabases } from './store-databases.js';
import { createTestClient } from './supabase-client.js';

describeContracts('supabase-js', postgresMissing(), async () => {
  const databases = await startStoreDatabases(PLATFORM_ROLES);
  const { url, pool, close } = await databases.create();
  const gateway = await startRpcGateway(url);
  const call = createSupabaseDriver(createTestClient(gateway.url, SERVICE_KEY));
  return {
    store: createPostgresStore({ call }),
    client: pool,
    async close() {
      await gateway.close();
      await close();
      await databases.stop();
    },
  };
});
