import { BookingError } from '../../domain/booking-error.js';
import { createBookingService, type BookingService } from '../../service/booking-service.js';
import { createRememberedTokens } from '../../service/manage-token.js';
import { createMemoryStore, type CoachSeed } from '../../service/memory-store.js';
import { randomId } from '../../service/random-id.js';
import { demoCoaches } from './demo-coach.js';

export interface MemoryAdapterOptions {
  /** Default: the demo coach `ada`. */
  readonly coaches?: readonly CoachSeed[];
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
  /** How long each answer takes, so that a demo feels like a server. Default 0. */
  readonly latencyMs?: number;
}

/** The whole backend in this page's memory: the real rules, and nothing kept after a reload. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): BookingService {
  const { now = Date.now, latencyMs = 0 } = options;
  const service = createBookingService({
    name: 'memory',
    store: createMemoryStore({ coaches: options.coaches ?? demoCoaches(now()) }),
    now,
    randomId,
    manageTokens: createRememberedTokens(randomId),
  });
  return latencyMs > 0 ? withLatency(service, latencyMs) : service;
}

/** Each method after a pause that an abort ends. */
function withLatency(service: BookingService, latencyMs: number): BookingService {
  const slow =
    <Query, Options extends { readonly signal?: AbortSignal } | undefined, Answer>(
      method: (query: Query, options: Options) => Promise<Answer>,
    ) =>
    async (query: Query, options: Options): Promise<Answer> => {
      await pause(latencyMs, options?.signal);
      return method(query, options);
    };
  const hold = service.hold?.bind(service);
  return {
    ...service,
    getConfig: slow((query, call) => service.getConfig(query, call)),
    getCoach: slow((query, call) => service.getCoach(query, call)),
    getAvailability: slow((query, call) => service.getAvailability(query, call)),
    book: slow((request, call) => service.book(request, call)),
    getBooking: slow((query, call) => service.getBooking(query, call)),
    findBooking: slow((query, call) => service.findBooking(query, call)),
    ...(hold && { hold: slow(hold) }),
  };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new BookingError('aborted', { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
