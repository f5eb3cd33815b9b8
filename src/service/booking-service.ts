import type { Booking, BookingRequest, Hold, HoldRequest } from '../domain/booking.js';
import type { Coach } from '../domain/coach.js';
import { BookingError } from '../domain/booking-error.js';
import type { Schedule } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import { parseSchedule } from '../domain/parse-schedule.js';
import { parseSessionConfig } from '../domain/parse-config.js';
import type { BookingAdapter, CallOptions } from '../ports/booking-adapter.js';
import type { BookingStore, CoachSnapshot } from '../ports/booking-store.js';
import type { BusySource } from '../ports/busy-source.js';
import type { CoachAdapter, SaveOptions } from '../ports/coach-adapter.js';
import type { Outbox } from '../ports/outbox.js';
import { availabilityOf } from './availability.js';
import { book, findBooking } from './book.js';
import { createCoachView } from './coach-view.js';
import { checkLimits } from './config-limits.js';
import { hold, type HoldOptions } from './hold.js';
import { createManageTokens, type ManageTokens } from './manage-token.js';
import { randomId as uuid } from './random-id.js';
import { checkAborted, reach } from './trouble.js';

/** What a coach has stored, with the versions that guard a write (`If-Match`). */
export interface CoachDocuments {
  readonly config: SessionConfig;
  readonly schedule: Schedule;
  readonly configVersion: string;
  readonly scheduleVersion: string;
}

/** The business rules over a store. It is itself an adapter, so that elements can run on it without a server. */
export interface BookingService extends BookingAdapter, CoachAdapter {
  getCoach(query: { readonly coachId: string }, options?: CallOptions): Promise<Coach>;
  getBooking(
    query: { readonly bookingId: string; readonly manageToken: string },
    options?: CallOptions,
  ): Promise<Booking>;
  findBooking(
    query: { readonly idempotencyKey: string; readonly request: BookingRequest },
    options?: CallOptions,
  ): Promise<Booking | null>;
  hold?(request: HoldRequest, options?: HoldOptions): Promise<Hold>;
  /** Word of each booking, where the store keeps it: what a notifier delivers. */
  readonly outbox?: Outbox;
  /** Config and schedule with their versions: what the handler's `ETag`s are made of. */
  documents(query: { readonly coachId: string }, options?: CallOptions): Promise<CoachDocuments>;
}

export interface BookingServiceOptions {
  readonly store: BookingStore;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: () => number;
  /** The coach's other calendars; all that they answer blocks time. */
  readonly busySources?: readonly BusySource[];
  /** How long another calendar may take. Default 5 000. */
  readonly busyTimeoutMs?: number;
  /** Key of the manage tokens' HMAC. Without it a random one is made, and tokens end with the process. */
  readonly secret?: string;
  /** Instead of `secret`: where Web Crypto is not to be had. */
  readonly manageTokens?: ManageTokens;
  /** How long a hold lasts, and how much longer it lasts once renewed. Default 5. */
  readonly holdMinutes?: number;
  /** How long one time can be held by renewing. Default 20. */
  readonly longestHoldMinutes?: number;
  /** How many times one client may hold at once. Default 3. */
  readonly maximumHoldsPerClient?: number;
  /** Makes ids nobody can guess. Default: random UUIDs. */
  readonly randomId?: () => string;
  /** For messages and logs. Default `service`. */
  readonly name?: string;
}

/** Makes a service. It decides by the rules of `domain/`, and leaves every race to its store. */
export function createBookingService(options: BookingServiceOptions): BookingService {
  const { store, now = Date.now, busySources = [], busyTimeoutMs = 5000, holdMinutes = 5 } = options;
  const randomId = options.randomId ?? uuid;
  const manageTokens = options.manageTokens ?? createManageTokens(options.secret ?? `${uuid()}${uuid()}`);
  const viewCoach = createCoachView({ store, busySources, busyTimeoutMs });
  const dependencies = { store, now, viewCoach, randomId };

  /** Without any of the coach's sessions. */
  function read(coachId: string, call: CallOptions | undefined): Promise<CoachSnapshot> {
    checkAborted(call);
    const at = new Date(now()).toISOString();
    return reach('the store', () => store.read(coachId, { start: at, end: at }, { now: at }));
  }

  const withToken = async (booking: Booking): Promise<Booking> => ({
    ...booking,
    manageToken: await manageTokens.issue(booking.id),
  });

  const service: BookingService = {
    name: options.name ?? 'service',
    ...(store.outbox && { outbox: store.outbox }),
    getConfig: async ({ coachId }, call) => (await read(coachId, call)).config,
    getSchedule: async ({ coachId }, call) => (await read(coachId, call)).schedule,
    async documents({ coachId }, call) {
      const { config, schedule, configVersion, scheduleVersion } = await read(coachId, call);
      return { config, schedule, configVersion, scheduleVersion };
    },
    async getCoach({ coachId }, call) {
      const { coach, config } = await read(coachId, call);
      return { ...coach, sessionLengths: sessionLengthsOf(config) };
    },
    async getAvailability(query, call) {
      checkAborted(call);
      return availabilityOf(query, viewCoach, now(), call);
    },
    book: async (request, call) => withToken(await book(request, call, dependencies)),
    async findBooking(query, call) {
      checkAborted(call);
      const booking = await findBooking(query, dependencies);
      return booking && withToken(booking);
    },
    async getBooking({ bookingId, manageToken }, call) {
      checkAborted(call);
      // The token first: whether a booking exists is told only to those who made it.
      if (!(await manageTokens.verify(bookingId, manageToken))) throw new BookingError('unauthorized');
      const booking = await reach('the store', () => store.getBooking(bookingId));
      if (!booking) throw new BookingError('not_found');
      return { ...booking, manageToken };
    },
    async saveConfig({ coachId, config }, call: SaveOptions = {}) {
      checkAborted(call);
      const valid = parseSessionConfig(config);
      checkLimits(valid);
      await reach('the store', () => store.saveConfig(coachId, valid, call.ifVersion), 'unknown');
      return valid;
    },
    async saveSchedule({ coachId, schedule }, call: SaveOptions = {}) {
      checkAborted(call);
      const valid = parseSchedule(schedule);
      await reach('the store', () => store.saveSchedule(coachId, valid, call.ifVersion), 'unknown');
      return valid;
    },
  };

  const place = store.hold?.bind(store);
  const release = store.release?.bind(store);
  if (place) {
    const holdDependencies = {
      ...dependencies,
      place,
      holdMs: holdMinutes * 60_000,
      longestMs: (options.longestHoldMinutes ?? 20) * 60_000,
      maximumPerClient: options.maximumHoldsPerClient ?? 3,
    };
    service.hold = (request, call) => hold(request, call, holdDependencies);
  }
  if (release) service.release = ({ holdId }) => reach('the store', () => release(holdId), 'unknown');
  return service;
}

/** The price list of a profile, read from the config so that the two cannot differ. */
function sessionLengthsOf({ durations, rates, currency }: SessionConfig): Coach['sessionLengths'] {
  return durations.map((duration) => ({ duration, rate: rates[duration] ?? 0, currency }));
}
