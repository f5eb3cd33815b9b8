import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { createBookingHandler, type BookingHandlerOptions, type LogEntry } from '../../../src/server/index.js';
import type { BookingService } from '../../../src/service/booking-service.js';

export const API = 'https://book.example/api';
export const TOKEN = 'coach-token';

/** A body of `POST …/book` that the fixtures' coach can take. */
export const BOOK = {
  coachId: 'grace',
  startTime: '2026-11-26T09:00:00.000Z',
  endTime: '2026-11-26T10:00:00.000Z',
  durationMinutes: 60,
  rate: 90.5,
  currency: 'USD',
  attendee: { name: 'Jordan Reyes', email: 'jordan@example.com', timezone: 'America/New_York' },
};

export interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

export interface Backend {
  readonly service: BookingService;
  readonly log: LogEntry[];
  readonly ask: (path: string, ask?: Ask) => Promise<Response>;
}

/** The handler over the memory service, whose coach `grace` is open from 9 to 12 in Berlin. */
export function backend(
  options: Partial<BookingHandlerOptions> = {},
  change: (service: BookingService) => BookingService = (service) => service,
): Backend {
  const service = change(createMemoryAdapter({ coaches: [coachSeed()], now: () => FIXED_NOW }));
  const log: LogEntry[] = [];
  const handler = createBookingHandler({
    service,
    now: () => FIXED_NOW,
    log: (entry) => log.push(entry),
    authorize: (request) => request.headers.get('Authorization') === `Bearer ${TOKEN}`,
    ...options,
  });
  return {
    service,
    log,
    ask(path, { method = 'GET', headers = {}, body } = {}) {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return handler(new Request(API + path, { method, headers, ...(text !== undefined && { body: text }) }));
    },
  };
}

export const asRecord = async (response: Response): Promise<Record<string, unknown>> => {
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null) throw new TypeError(`no object: ${String(value)}`);
  return { ...value };
};
