import { setupWorker } from 'msw/browser';
import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapters/rest/index.js';
import { isBookingError } from '../../src/domain/booking-error.js';
import { adapterContract, missingMethods, type ContractSetup } from '../../src/kit/adapter-contract.js';
import { bookingRequest } from '../../src/kit/fixtures.js';
import { createBookingHandlers, type ScenarioName } from '../../src/kit/msw.js';

const worker = setupWorker();
let serial = 0;

/** Firefox sends requests that may outlive their page (`keepalive`, for `release`) past the service worker. */
const seenByWorkers: typeof fetch = (input, init) => fetch(input, { ...init, keepalive: false });

/** REST adapter → service worker → handler → memory, each under an address of its own. */
function mock(options: Partial<ContractSetup> & { scenario?: ScenarioName }) {
  const baseUrl = `${location.origin}/mock-${(serial += 1)}/api`;
  worker.use(...createBookingHandlers({ baseUrl, ...options }));
  return createRestAdapter({ baseUrl, timeoutMs: 5000, sleep: () => Promise.resolve(), fetch: seenByWorkers });
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (isBookingError(error) ? error.code : error),
  );

describe('a mocked backend in the browser', () => {
  before(async () => {
    await worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: '/mockServiceWorker.js', options: { scope: '/' } },
    });
  });
  after(() => worker.stop());

  describe('the adapter contract: REST over MSW', () => {
    const rest = createRestAdapter({ baseUrl: '/api' });
    const create = (setup: ContractSetup) => ({ adapter: mock(setup) });
    for (const contractCase of adapterContract({ create })) {
      const isOutOfReach = missingMethods(contractCase, rest).length > 0;
      (isOutOfReach ? it.skip : it)(contractCase.name, contractCase.run);
    }
  });

  describe('scenarios', () => {
    const coachId = 'ada';
    const range = (): { start: string; end: string } => {
      const start = new Date();
      return { start: start.toISOString(), end: new Date(start.getTime() + 40 * 86_400_000).toISOString() };
    };

    it('without a scenario the demo coach is open', async () => {
      const { slots } = await mock({}).getAvailability({ coachId, ...range() });
      expect(slots.length).to.be.above(100);
    });

    for (const [scenario, code] of [
      ['error', 'unavailable'],
      ['rate-limited', 'rate_limited'],
      ['offline', 'network'],
      ['malformed', 'invalid_response'],
      ['wrong-shape', 'invalid_response'],
      ['unknown-coach', 'not_found'],
      ['no-lengths', 'invalid_response'],
      ['missing-rate', 'invalid_response'],
      ['unknown-currency', 'invalid_response'],
    ] as const) {
      it(`${scenario} ends with ${code}`, async () => {
        expect(await codeOf(mock({ scenario }).getConfig({ coachId }))).to.equal(code);
      });
    }

    for (const [scenario, code] of [
      ['taken', 'slot_unavailable'],
      ['price-changed', 'price_changed'],
      ['book-error', 'unavailable'],
      ['lost-answers', 'network'],
      ['lost-answer', 'no error'],
      ['default', 'no error'],
    ] as const) {
      it(`booking under ${scenario} ends with ${code}`, async () => {
        const adapter = mock({ scenario });
        const [slot] = (await adapter.getAvailability({ coachId, ...range() })).slots;
        if (!slot) throw new Error('no free time');
        const options = { idempotencyKey: crypto.randomUUID() };
        expect(await codeOf(adapter.book(bookingRequest(slot, { coachId }), options))).to.equal(code);
      });
    }
  });
});
