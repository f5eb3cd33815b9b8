import { after, before, describe, it } from 'node:test';
import { storeContract } from '../../../src/kit/store-contract.js';
import { postgresMissing } from '../../tools/postgres.js';
import { startStoreDatabases, type StoreDatabases } from './store-databases.js';

describe('the store contract: Postgres by pg', { skip: postgresMissing() }, () => {
  let databases: StoreDatabases;
  before(async () => {
    databases = await startStoreDatabases();
  });
  after(() => databases.stop());

  const cases = storeContract({ create: ({ coaches }) => databases.create(coaches) });
  for (const { name, run } of cases) void it(name, run);
});
