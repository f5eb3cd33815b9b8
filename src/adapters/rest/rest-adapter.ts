import type { Booking, Hold, HoldRequest } from '../../domain/booking.js';
import type { Coach } from '../../domain/coach.js';
import { BookingError } from '../../domain/booking-error.js';
import { parseSessionConfig } from '../../domain/parse-config.js';
import type { BookingAdapter, CallOptions } from '../../ports/booking-adapter.js';
import { readAvailability } from '../../protocol/read-availability.js';
import { readPaths as paths, resolveBaseUrl } from '../../protocol/read-routes.js';
import { call, type CallSettings } from './call.js';
import { loadLater, type Later } from './later-loader.js';
import { availabilityPath, writeQuery } from './paths.js';

export interface RestAdapterOptions extends CallSettings {
  /**
   * Where the API lies, such as `https://example.com/api` or `/api`. An origin without a path (`https://example.com`)
   * gets the default base path `/api`; one that ends with a slash is taken as it is.
   */
  readonly baseUrl: string;
  /** The longest span that the server answers at once, in days. Default: what the protocol allows, 366. */
  readonly maximumDays?: number;
}

/** What the REST adapter can do. */
export interface RestAdapter extends BookingAdapter {
  getCoach(query: { readonly coachId: string }, options?: CallOptions): Promise<Coach>;
  getBooking(
    query: { readonly bookingId: string; readonly manageToken: string },
    options?: CallOptions,
  ): Promise<Booking>;
  hold(request: HoldRequest, options?: CallOptions): Promise<Hold>;
  release(query: { readonly holdId: string }, options?: CallOptions): Promise<void>;
}

/**
 * Speaks the protocol to a server. Credentials are never sent, and a plain read carries no header of its own, so that it
 * needs no preflight. Reads, and `book` under its key, are repeated after a failure that may pass; every answer is
 * checked, and one that is not of the protocol is `invalid_response`. What cannot be written down is `validation_failed`.
 */
export function createRestAdapter({ baseUrl, maximumDays, ...settings }: RestAdapterOptions): RestAdapter {
  const connection = { ...settings, base: resolveBaseUrl(baseUrl) };
  const get = <T>(path: string, read: (body: unknown) => T, options?: CallOptions): Promise<T> =>
    call(connection, { path, read, isRepeatable: true }, options?.signal);

  /** What is not needed to choose a time. */
  const later = <T>(send: (requests: Later) => Promise<T>): Promise<T> =>
    loadLater().then(send, (cause: unknown) => {
      throw new BookingError('network', { cause });
    });

  return {
    name: 'rest',
    ...(maximumDays && { maximumDays }),
    getCoach: (...args) => later(({ getCoach }) => getCoach(connection, ...args)),
    getConfig: (query, options) => get(paths.config + writeQuery(query), parseSessionConfig, options),
    getAvailability: (query, options) => get(availabilityPath(query), readAvailability, options),
    getBooking: (...args) => later(({ getBooking }) => getBooking(connection, ...args)),
    book: (...args) => later(({ book }) => book(connection, ...args)),
    hold: (...args) => later(({ hold }) => hold(connection, ...args)),
    release: (...args) => later(({ release }) => release(connection, ...args)),
  };
}
