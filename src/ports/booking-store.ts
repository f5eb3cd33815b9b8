import type { Booking, BookingRequest, Hold, HoldRequest } from '../domain/booking.js';
import type { Coach } from '../domain/coach.js';
import type { Money } from '../domain/money.js';
import type { Schedule } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Busy } from '../domain/slot.js';

/** Instants, half-open. */
export interface InstantRange {
  readonly start: string;
  readonly end: string;
}

/** What a decision is made on. `version` covers config and schedule. */
export interface CoachSnapshot {
  readonly coach: Coach;
  readonly config: SessionConfig;
  readonly schedule: Schedule;
  readonly version: string;
  readonly configVersion: string;
  readonly scheduleVersion: string;
  /** Live sessions and holds that touch the range, with their buffers. */
  readonly busy: readonly Busy[];
}

export interface CommitCommand {
  readonly idempotencyKey: string;
  /** Of the request: the same key with another fingerprint is `mismatch`. */
  readonly fingerprint: string;
  readonly request: BookingRequest;
  /** The version that was decided on; another one is `stale`. */
  readonly version: string;
  readonly rate: Money;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Made by the service, so that a replay answers the same. */
  readonly bookingId: string;
  readonly sessionId: string;
  readonly now: string;
}

export type CommitResult =
  | { readonly outcome: 'booked' | 'replayed'; readonly booking: Booking }
  | { readonly outcome: 'taken' | 'stale' | 'mismatch' | 'hold_expired' }
  | { readonly outcome: 'in_progress'; readonly retryAfterMs: number };

/** A finished answer under a key. */
export interface KeyRecord {
  readonly fingerprint: string;
  readonly result: CommitResult;
}

/** Where bookings are kept. Every decision of a race is inside `commit`. */
export interface BookingStore {
  /** Throws `not_found` for a coach that it does not know. `exceptHoldId` leaves that hold out of `busy`. */
  read(coachId: string, range: InstantRange, options?: { readonly exceptHoldId?: string }): Promise<CoachSnapshot>;
  findByKey(coachId: string, idempotencyKey: string): Promise<KeyRecord | null>;
  commit(command: CommitCommand): Promise<CommitResult>;
  getBooking(bookingId: string): Promise<Booking | null>;
  saveConfig(coachId: string, config: SessionConfig, ifVersion?: string): Promise<string>;
  saveSchedule(coachId: string, schedule: Schedule, ifVersion?: string): Promise<string>;
  hold?(request: HoldRequest & { readonly expiresAt: string; readonly now: string }): Promise<Hold>;
  release?(holdId: string): Promise<void>;
}
