import { BookingError } from '../domain/booking-error.js';
import { parseSessionConfig } from '../domain/parse-config.js';
import { parseSchedule } from '../domain/parse-schedule.js';
import { readIdempotencyKey } from '../protocol/idempotency-key.js';
import {
  readAvailabilityQuery,
  readBookingRequest,
  readCoachId,
  readHoldRequest,
  readId,
} from '../protocol/read-requests.js';
import { writeAvailability, writeBooking } from '../protocol/write-answers.js';
import type { BookingService } from '../service/booking-service.js';
import type { Answer } from './answer.js';
import { etagOf, isFresh, readIfMatch } from './etag.js';
import type { BookingAction } from './routes.js';

/** A request whose route is known. */
export interface Call {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** The segment in place of `:id`. */
  readonly id: string;
  readonly service: BookingService;
  /** Who calls, where that can be told. */
  readonly client: string | undefined;
  /** Reads the body, once. */
  readonly readBody: () => Promise<unknown>;
  /** Throws when the caller may not act for the coach. */
  readonly authorize: (coachId: string) => Promise<void>;
}

type Endpoint = (call: Call) => Promise<Answer>;

// Reads end with the caller's signal. Writes do not: what was begun is finished, and can be asked for again by its key.

const endpoints: Readonly<Partial<Record<BookingAction, Endpoint>>> = {
  'profile.read': async ({ service, query, request: { signal } }) => ({
    body: await service.getCoach({ coachId: readCoachId(query) }, { signal }),
    headers: { 'Cache-Control': 'no-cache' },
  }),

  'config.read': async ({ service, query, request }) => {
    const { config, configVersion } = await service.documents(
      { coachId: readCoachId(query) },
      { signal: request.signal },
    );
    return documentAnswer(config, configVersion, request);
  },

  'config.write': async ({ service, query, request, readBody, authorize }) => {
    const coachId = readCoachId(query);
    await authorize(coachId);
    const config = parseSessionConfig(await readBody());
    const ifVersion = await readIfMatch(request, async () => (await service.documents({ coachId })).configVersion);
    await service.saveConfig({ coachId, config }, ifVersion === undefined ? {} : { ifVersion });
    // Read again, so that the `ETag` is of the very document that is answered.
    const stored = await service.documents({ coachId });
    return { body: stored.config, headers: { ETag: etagOf(stored.configVersion) } };
  },

  'schedule.read': async ({ service, query, request }) => {
    const { schedule, scheduleVersion } = await service.documents(
      { coachId: readCoachId(query) },
      { signal: request.signal },
    );
    return documentAnswer(schedule, scheduleVersion, request);
  },

  'schedule.write': async ({ service, query, request, readBody, authorize }) => {
    const coachId = readCoachId(query);
    await authorize(coachId);
    const schedule = parseSchedule(await readBody());
    const ifVersion = await readIfMatch(request, async () => (await service.documents({ coachId })).scheduleVersion);
    await service.saveSchedule({ coachId, schedule }, ifVersion === undefined ? {} : { ifVersion });
    const stored = await service.documents({ coachId });
    return { body: stored.schedule, headers: { ETag: etagOf(stored.scheduleVersion) } };
  },

  'availability.read': async ({ service, query, request: { signal } }) => ({
    body: writeAvailability(await service.getAvailability(readAvailabilityQuery(query), { signal })),
  }),

  'booking.create': async ({ service, request, readBody }) => {
    const idempotencyKey = readIdempotencyKey(request.headers.get('Idempotency-Key'));
    const booking = await service.book(readBookingRequest(await readBody()), { idempotencyKey });
    return { status: 201, body: writeBooking(booking), bookingId: booking.id };
  },

  'booking.read': async ({ service, id, request: { headers, signal } }) => {
    const manageToken = /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1];
    if (manageToken === undefined) throw new BookingError('unauthorized', { message: 'The manage token is missing' });
    const booking = await service.getBooking({ bookingId: readId(id, 'id'), manageToken }, { signal });
    return { body: writeBooking(booking), bookingId: booking.id };
  },

  'hold.create': async ({ service, client, readBody }) => {
    if (!service.hold) throw new BookingError('unsupported');
    const request = readHoldRequest(await readBody());
    return { body: await service.hold(request, client === undefined ? {} : { client }) };
  },

  // The body is not looked at: `sendBeacon` sends text, so that a page that closes needs no preflight.
  'hold.release': async ({ service, id }) => {
    if (!service.release) throw new BookingError('unsupported');
    await service.release({ holdId: readId(id, 'holdId') });
    return { status: 204 };
  },
};

/** Answers a call; actions whose feature is still to come are `unsupported`. */
export async function answerCall(action: BookingAction, call: Call): Promise<Answer> {
  const endpoint = endpoints[action];
  if (!endpoint) throw new BookingError('unsupported', { message: `Not supported yet: ${action}` });
  return endpoint(call);
}

function documentAnswer(body: unknown, version: string, request: Request): Answer {
  const headers = { ETag: etagOf(version), 'Cache-Control': 'no-cache' };
  return isFresh(request, version) ? { status: 304, headers } : { body, headers };
}
