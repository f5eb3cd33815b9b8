import type { Answers } from './booking-field.js';
import type { Money } from './money.js';
import type { Features, SessionConfig } from './session-config.js';
import type { Slot } from './slot.js';

/** `start` and `end` are instants (half-open), or dates, both included and read in `timeZone` (default: the schedule's). */
export interface AvailabilityQuery {
  readonly coachId: string;
  readonly start: string;
  readonly end: string;
  /** Without it, every configured length. */
  readonly durationMinutes?: number;
  readonly timeZone?: string;
  /** This hold does not hide its own slot. */
  readonly holdId?: string;
}

export interface Availability {
  readonly slots: readonly Slot[];
  /** The schedule's zone, not the visitor's. */
  readonly timeZone: string;
  readonly sessionConfig?: SessionConfig;
  readonly features?: Features;
  /** The server's time as it answered: the visitor's clock may be wrong. */
  readonly serverNow?: string;
}

export interface Attendee {
  readonly name: string;
  readonly email: string;
  /** IANA. */
  readonly timeZone: string;
  readonly [extra: string]: unknown;
}

export interface BookingRequest {
  readonly coachId: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly durationMinutes: number;
  /** The price that the visitor was shown; the server only compares it. */
  readonly rate: Money;
  readonly attendee: Attendee;
  /** Answers to the coach's fields; the visitor's free notes are `answers.notes`. */
  readonly answers?: Answers;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly holdId?: string;
  readonly quoteId?: string;
}

export type BookingStatus =
  'pending' | 'confirmed' | 'cancelled' | 'declined' | 'completed' | 'no_show' | (string & {});

/** One attendee's place in a session. */
export interface Booking {
  readonly id: string;
  readonly sessionId: string;
  readonly coachId: string;
  readonly status: BookingStatus;
  readonly startTime: string;
  readonly endTime: string;
  readonly durationMinutes: number;
  readonly rate: Money;
  /** Lets its holder read, move and cancel the booking. Absent where the backend has none. */
  readonly manageToken?: string;
  readonly attendee?: Attendee;
  readonly answers?: Answers;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface HoldRequest {
  readonly coachId: string;
  readonly startTime: string;
  readonly durationMinutes: number;
  /** Renews or moves that hold. */
  readonly holdId?: string;
}

export interface Hold {
  readonly holdId: string;
  readonly expiresAt: string;
  /** The countdown runs on the server's clock. */
  readonly serverNow: string;
}
