/** The calls that are not needed to choose a time. What cannot be written down is `validation_failed`, and not sent. */
import { BookingError } from '../../domain/booking-error.js';
import type { Booking, BookingRequest, Hold, HoldRequest } from '../../domain/booking.js';
import type { Coach } from '../../domain/coach.js';
import { parseCoach } from '../../domain/parse-coach.js';
import type { CallOptions } from '../../ports/booking-adapter.js';
import { readBooking, readHold } from '../../protocol/read-booking.js';
import { paths, withId } from '../../protocol/routes.js';
import { writeBookingRequest } from '../../protocol/write-requests.js';
import { call, type Call, type Connection } from './call.js';

export function getCoach(
  connection: Connection,
  { coachId }: { readonly coachId: string },
  options?: CallOptions,
): Promise<Coach> {
  const path = `${paths.profile}?${new URLSearchParams({ coachId })}`;
  return send(connection, () => ({ path, read: parseCoach, isRepeatable: true }), options);
}

export function getBooking(
  connection: Connection,
  { bookingId, manageToken }: { readonly bookingId: string; readonly manageToken: string },
  options?: CallOptions,
): Promise<Booking> {
  const write = (): Call<Booking> => ({
    path: withId(paths.booking, bookingId),
    init: { headers: { Authorization: `Bearer ${manageToken}` } },
    read: readBooking,
    isRepeatable: true,
  });
  return send(connection, write, options);
}

export function book(
  connection: Connection,
  request: BookingRequest,
  options: CallOptions & { readonly idempotencyKey: string },
): Promise<Booking> {
  const write = (): Call<Booking> => ({
    path: paths.book,
    init: post(writeBookingRequest(request), { 'Idempotency-Key': options.idempotencyKey }),
    read: readBooking,
    isWrite: true,
    isRepeatable: true,
  });
  return send(connection, write, options);
}

export function hold(connection: Connection, request: HoldRequest, options?: CallOptions): Promise<Hold> {
  return send(connection, () => ({ path: paths.hold, init: post(request), read: readHold, isWrite: true }), options);
}

export function release(
  connection: Connection,
  { holdId }: { readonly holdId: string },
  options?: CallOptions,
): Promise<void> {
  const write = (): Call<void> => ({
    path: withId(paths.release, holdId),
    // Sent while the visitor leaves the page, it still arrives.
    init: { method: 'POST', keepalive: true },
    read: () => undefined,
    isWrite: true,
    isRepeatable: true,
  });
  return send(connection, write, options);
}

async function send<T>(connection: Connection, write: () => Call<T>, options?: CallOptions): Promise<T> {
  let request: Call<T>;
  try {
    request = write();
  } catch (cause) {
    throw new BookingError('validation_failed', { message: String(cause), cause });
  }
  return call(connection, request, options?.signal);
}

function post(body: unknown, headers?: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
