import type { Booking, BookingRequest, Hold, HoldRequest } from '../../domain/booking.js';
import { readBooking, readHold } from '../../protocol/read-booking.js';
import { paths, withId } from '../../protocol/routes.js';
import { writeBookingRequest } from '../../protocol/write-requests.js';
import type { Call } from './call.js';

export function bookingOf({ bookingId, manageToken }: { bookingId: string; manageToken: string }): Call<Booking> {
  return {
    path: withId(paths.booking, bookingId),
    init: { headers: { Authorization: `Bearer ${manageToken}` } },
    read: readBooking,
    isRepeatable: true,
  };
}

export function book(request: BookingRequest, { idempotencyKey }: { idempotencyKey: string }): Call<Booking> {
  const init = post(writeBookingRequest(request), { 'Idempotency-Key': idempotencyKey });
  return { path: paths.book, init, read: readBooking, isWrite: true, isRepeatable: true };
}

export function hold(request: HoldRequest): Call<Hold> {
  return { path: paths.hold, init: post(request), read: readHold, isWrite: true };
}

export function release({ holdId }: { holdId: string }): Call<void> {
  return {
    path: withId(paths.release, holdId),
    // Sent while the visitor leaves the page, it still arrives.
    init: { method: 'POST', keepalive: true },
    read: () => undefined,
    isWrite: true,
    isRepeatable: true,
  };
}

function post(body: unknown, headers?: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
