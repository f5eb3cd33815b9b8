import { describe, it } from 'node:test';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { adapterContract } from '../../../src/kit/adapter-contract.js';

describe('the adapter contract: memory', () => {
  const cases = adapterContract({ create: (setup) => ({ adapter: createMemoryAdapter(setup) }) });
  for (const { name, run } of cases) void it(name, run);
});
