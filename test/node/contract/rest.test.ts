import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { toNodeListener } from '../../../src/cli/node-listener.js';
import { adapterContract, missingMethods, type ContractSetup } from '../../../src/kit/adapter-contract.js';
import { createBookingHandler } from '../../../src/server/index.js';

/** REST adapter → socket → handler → service → memory. */
async function create(setup: ContractSetup) {
  const service = createMemoryAdapter(setup);
  const server = createServer(toNodeListener(createBookingHandler({ service })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const adapter = createRestAdapter({ baseUrl: `http://127.0.0.1:${address.port}` });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { adapter, close };
}

describe('the adapter contract: REST over a socket', () => {
  const rest = createRestAdapter({ baseUrl: 'http://127.0.0.1' });
  for (const contractCase of adapterContract({ create })) {
    const missing = missingMethods(contractCase, rest);
    void it(contractCase.name, { skip: missing.length > 0 && `no ${missing.join()}` }, contractCase.run);
  }
});
