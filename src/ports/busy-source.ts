import type { Busy } from '../domain/slot.js';
import type { CallOptions } from './booking-adapter.js';

/** Another calendar that blocks a coach's time: their own, holidays, time off. */
export interface BusySource {
  readonly name: string;
  /** A failing optional source is left out; a failing required one makes the answer `unavailable`. */
  readonly optional?: boolean;
  busy(
    query: {
      readonly coachId: string;
      readonly start: string;
      readonly end: string;
      /** The zone of the coach's schedule: for calendars that say "all day" and not where. */
      readonly timeZone?: string;
    },
    options?: CallOptions,
  ): Promise<readonly Busy[]>;
}
