import type { Booking, BookingRequest, Hold, HoldRequest } from '../domain/booking.js';
import type { Coach } from '../domain/coach.js';
import type { Money } from '../domain/money.js';
import type { Schedule } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Busy } from '../domain/slot.js';
import type { Outbox } from './outbox.js';

/** Instants, half-open. */
export interface InstantRange {
  readonly start: string;
  readonly end: string;
}

/** Who the coach is. The lengths and prices of a `Coach` are read from the config, so that the two cannot differ. */
export type CoachProfile = Omit<Coach, 'sessionLengths'>;

/** A coach as a store begins with. */
export interface CoachSeed {
  readonly coach: CoachProfile;
  readonly config: SessionConfig;
  readonly schedule: Schedule;
  /** What blocks the coach's time from the start. */
  readonly busy?: readonly Busy[];
}

/** What a decision is made on. `version` covers config and schedule. */
export interface CoachSnapshot {
  readonly coach: CoachProfile;
  readonly config: SessionConfig;
  readonly schedule: Schedule;
  readonly version: string;
  readonly configVersion: string;
  readonly scheduleVersion: string;
  /** Live sessions and holds that touch the range, with their buffers. */
  readonly busy: readonly Busy[];
}

/** No more than `maximum` live sessions may start within the range; a day that is full is `taken`. */
export interface DayLimit extends InstantRange {
  readonly maximum: number;
}

/** What a booking and a hold claim of a coach's time. */
export interface Claim {
  /** The version that was decided on; another one is `stale`. */
  readonly version: string;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly dayLimit?: DayLimit;
  readonly now: string;
}

export interface CommitCommand extends Claim {
  readonly idempotencyKey: string;
  /** Of the request: the same key with another fingerprint is `mismatch`. */
  readonly fingerprint: string;
  readonly request: BookingRequest;
  readonly rate: Money;
  /** Made by the service: the manage token is made of it. The session's id is the store's own. */
  readonly bookingId: string;
}

export type CommitResult =
  | { readonly outcome: 'booked' | 'replayed'; readonly booking: Booking }
  | { readonly outcome: 'taken' | 'stale' | 'mismatch' | 'hold_expired' }
  | { readonly outcome: 'in_progress'; readonly retryAfterMs: number };

export interface HoldCommand extends Claim {
  readonly request: HoldRequest;
  /** The id of a new hold; one that is renewed or moved keeps its own. */
  readonly newHoldId: string;
  readonly expiresAt: string;
  /** A hold of one and the same time ends this long after its first moment, however often it is renewed. */
  readonly longestMs: number;
  /** Who asks, such as an address. Without it nobody's holds are counted. */
  readonly client?: string;
  /** How many live holds a client may have, over all coaches; one that is renewed or moved is none more. */
  readonly maximumPerClient: number;
}

export type HoldResult =
  | { readonly outcome: 'held'; readonly hold: Hold }
  | { readonly outcome: 'taken' | 'stale' | 'hold_expired' }
  /** The client holds too much already; the first of it ends after that time. */
  | { readonly outcome: 'too_many'; readonly retryAfterMs: number };

export interface ReadOptions {
  /** Holds that ended before do not count. */
  readonly now: string;
  /** Leaves this hold out of `busy`: a visitor's own hold hides nothing from them. */
  readonly exceptHoldId?: string;
}

/** A finished answer under a key. */
export interface KeyRecord {
  readonly fingerprint: string;
  readonly result: CommitResult;
}

/**
 * Where bookings are kept. Every decision of a race is inside `commit` and `hold`. Methods throw `BookingError`: when a
 * write may have happened, with `outcome: 'unknown'`.
 */
export interface BookingStore {
  /** Throws `not_found` for a coach that it does not know. */
  read(coachId: string, range: InstantRange, options: ReadOptions): Promise<CoachSnapshot>;
  /** What is kept under a key, for a day. */
  findByKey(coachId: string, idempotencyKey: string, now: string): Promise<KeyRecord | null>;
  /** Keeps `booked` and `taken` under the key for a day; nothing else, so that a refused key may be tried again. */
  commit(command: CommitCommand): Promise<CommitResult>;
  getBooking(bookingId: string): Promise<Booking | null>;
  /** Answers the new version. Throws `version_conflict` when `ifVersion` is no longer the stored one. */
  saveConfig(coachId: string, config: SessionConfig, ifVersion?: string): Promise<string>;
  saveSchedule(coachId: string, schedule: Schedule, ifVersion?: string): Promise<string>;
  hold?(command: HoldCommand): Promise<HoldResult>;
  /** Frees the time at once; a hold that is not known is none. */
  release?(holdId: string): Promise<void>;
  /** Word of each booking, written together with it. */
  readonly outbox?: Outbox;
}
