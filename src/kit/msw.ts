import { http, type HttpHandler } from 'msw';
import { createMockBackend, type MockBackendOptions } from './mock-backend.js';

export { scenarios, type Interception, type Scenario, type ScenarioName } from './scenarios.js';
export type { MockBackendOptions } from './mock-backend.js';

/**
 * Handlers for a service worker, or for `msw/node`, that answer as a real backend does: they are the handler over the
 * memory store, so a mock cannot drift from the real thing. Made again, they have forgotten every booking.
 *
 * ```js
 * setupWorker(...createBookingHandlers({ baseUrl: '/api', scenario: 'taken' }))
 * ```
 */
export function createBookingHandlers(options: MockBackendOptions = {}): HttpHandler[] {
  const { baseUrl, answer } = createMockBackend(options);
  return [http.all(`${baseUrl}/*`, ({ request }) => answer(request))];
}
