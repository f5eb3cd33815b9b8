import type { Booking, Hold, HoldRequest } from '../../domain/booking.js';
import type { Coach } from '../../domain/coach.js';
import { parseCoach } from '../../domain/parse-coach.js';
import { parseSessionConfig } from '../../domain/parse-config.js';
import type { BookingAdapter, CallOptions } from '../../ports/booking-adapter.js';
import { readAvailability, readBooking, readHold } from '../../protocol/read-answers.js';
import { paths, resolveBaseUrl, withId } from '../../protocol/routes.js';
import { writeAvailabilityQuery, writeBookingRequest, type WireQuery } from '../../protocol/write-requests.js';
import { call, type Call, type CallSettings } from './call.js';

export interface RestAdapterOptions extends CallSettings {
  /**
   * Where the API lies, such as `https://example.com/api` or `/api`. An origin without a path (`https://example.com`)
   * gets the default base path `/api`; one that ends with a slash is taken as it is.
   */
  readonly baseUrl: string;
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
 * checked, and one that is not of the protocol is `invalid_response`.
 */
export function createRestAdapter({ baseUrl, ...settings }: RestAdapterOptions): RestAdapter {
  const base = resolveBaseUrl(baseUrl);

  const run = <T>(write: () => Call<T>, options?: CallOptions): Promise<T> =>
    call(settings, () => withBase(write()), options?.signal);
  const withBase = <T>(request: Call<T>): Call<T> => ({ ...request, url: base + request.url });

  return {
    name: 'rest',
    getCoach: (query, options) => run(() => get(paths.profile, query, parseCoach), options),
    getConfig: (query, options) => run(() => get(paths.config, query, parseSessionConfig), options),
    getAvailability: (query, options) =>
      run(() => get(paths.available, writeAvailabilityQuery(query), readAvailability), options),
    getBooking: ({ bookingId, manageToken }, options) =>
      run(
        () => ({
          ...get(withId(paths.booking, bookingId), {}, readBooking),
          init: { headers: { Authorization: `Bearer ${manageToken}` } },
        }),
        options,
      ),
    book: (request, options) =>
      run(
        () => ({
          ...post(paths.book, writeBookingRequest(request), { 'Idempotency-Key': options.idempotencyKey }),
          read: json(readBooking),
          isRepeatable: true,
        }),
        options,
      ),
    hold: (request, options) => run(() => ({ ...post(paths.hold, request), read: json(readHold) }), options),
    release: ({ holdId }, options) =>
      run(
        () => ({
          url: withId(paths.release, holdId),
          // Sent while the visitor leaves the page, it still arrives.
          init: { method: 'POST', keepalive: true },
          read: () => undefined,
          isWrite: true,
          isRepeatable: true,
        }),
        options,
      ),
  };
}

function get<T>(path: string, query: WireQuery, read: (value: unknown) => T): Call<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const suffix = search.toString();
  return { url: suffix ? `${path}?${suffix}` : path, read: json(read), isRepeatable: true };
}

function post(
  path: string,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): Omit<Required<Call<never>>, 'read' | 'isRepeatable'> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return { url: path, init, isWrite: true };
}

function json<T>(read: (value: unknown) => T): (text: string) => T {
  return (text) => read(JSON.parse(text));
}
