// Every contract over one database that is emptied before each case.
import { after, before, describe, it } from 'node:test';
import { adapterContract } from '../../../src/kit/adapter-contract.js';
import { storeContract } from '../../../src/kit/store-contract.js';
import type { PostgresStore } from '../../../src/postgres/store/postgres-store.js';
import type { QueryClient } from '../../../src/postgres/store/query-driver.js';
import type { CoachSeed } from '../../../src/ports/booking-store.js';
import { createBookingService } from '../../../src/service/booking-service.js';
import { addCoaches, empty } from './store-databases.js';

export interface ContractDatabase {
  readonly store: PostgresStore;
  /** A superuser's. */
  readonly client: QueryClient;
  close: () => Promise<void>;
}

/** The store contract, and the adapter contract on the service over that store. */
export function describeContracts(name: string, skip: string | false, open: () => Promise<ContractDatabase>): void {
  describe(`over ${name}`, { skip }, () => {
    let database: ContractDatabase;
    before(async () => {
      database = await open();
    });
    after(() => database.close());

    async function prepare(coaches: readonly CoachSeed[]): Promise<PostgresStore> {
      await empty(database.client);
      await addCoaches(database.store, coaches);
      return database.store;
    }

    describe('the store contract', () => {
      const cases = storeContract({ create: async ({ coaches }) => ({ store: await prepare(coaches) }) });
      for (const { name: title, run } of cases) void it(title, run);
    });

    describe('the adapter contract', () => {
      const cases = adapterContract({
        create: async ({ coaches, now }) => ({
          adapter: createBookingService({ store: await prepare(coaches), now, secret: 'a secret of the tests' }),
        }),
      });
      for (const { name: title, run } of cases) void it(title, run);
    });
  });
}
