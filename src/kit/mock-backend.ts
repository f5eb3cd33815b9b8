import { demoCoaches } from '../adapters/memory/demo-coach.js';
import { resolveBaseUrl } from '../protocol/routes.js';
import { createBookingHandler } from '../server/booking-handler.js';
import { createBookingService } from '../service/booking-service.js';
import { createMemoryStore, type CoachSeed } from '../service/memory-store.js';
import { scenarios, type Scenario, type ScenarioName } from './scenarios.js';

export interface MockBackendOptions {
  /** As the REST adapter's. Default `/api`. */
  readonly baseUrl?: string;
  /** What happens: a name, or one of your own. Default: all goes well. */
  readonly scenario?: ScenarioName | Scenario;
  /** Default: the demo coach `ada`. */
  readonly coaches?: readonly CoachSeed[];
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
}

export interface MockBackend {
  /** What requests begin with: `baseUrl`, with the default base path where it has none. */
  readonly baseUrl: string;
  /** The whole API as one function, also for a REST adapter's `fetch`. A failure of the network is `Response.error()`. */
  readonly answer: (request: Request) => Promise<Response>;
}

/** The real handler over the memory store, with a scenario in front. Each backend remembers its own bookings. */
export function createMockBackend(options: MockBackendOptions = {}): MockBackend {
  const named = options.scenario ?? 'default';
  const scenario: Scenario = typeof named === 'string' ? scenarios[named] : named;
  const { now: clock = Date.now } = options;
  const now = (): number => scenario.serverClock?.(clock()) ?? clock();
  const seeds = options.coaches ?? demoCoaches(now());
  const store = createMemoryStore({ coaches: scenario.coaches?.(seeds) ?? seeds });
  const service = createBookingService({ store, now, name: 'mock', ...scenario.holds });

  const baseUrl = resolveBaseUrl(options.baseUrl ?? '');
  const basePath = new URL(baseUrl, 'http://localhost').pathname;
  const handler = createBookingHandler({ service, basePath, now, cors: { origins: '*' }, authorize: () => true });

  const asked = new Map<string, number>();
  return {
    baseUrl,
    answer(request) {
      const path = `${request.method} ${new URL(request.url).pathname}`;
      const earlier = asked.get(path) ?? 0;
      asked.set(path, earlier + 1);
      const proceed = (): Promise<Response> => handler(request);
      return scenario.intercept?.({ request, service, earlier, proceed }) ?? proceed();
    },
  };
}
