import type { Money } from './money.js';

/** A time that can be booked. Instants are written as `Date.prototype.toISOString()` does. */
export interface Slot {
  readonly startTime: string;
  readonly endTime: string;
  readonly durationMinutes: number;
  readonly rate: Money;
  /** Places left in a group session. */
  readonly seatsLeft?: number;
}

/** What blocks a coach's time, half-open. Its own buffers widen it. */
export interface Busy {
  readonly start: string;
  readonly end: string;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  /** Counts for `maximumPerDay`. */
  readonly isSession?: boolean;
  /** Reserved for group sessions. */
  readonly seats?: number;
}
