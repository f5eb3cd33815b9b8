import { describe, it } from 'node:test';
import { storeContract } from '../../../src/kit/store-contract.js';
import { createMemoryStore } from '../../../src/service/memory-store.js';

describe('the store contract: memory', () => {
  const cases = storeContract({ create: (setup) => ({ store: createMemoryStore(setup) }) });
  for (const { name, run } of cases) void it(name, run);
});
