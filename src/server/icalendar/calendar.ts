import type ICAL from 'ical.js';
import type { CalendarZone } from './calendar-zone.js';

/** A moment as a calendar writes it. */
export interface Moment {
  /** What the clock shows; for a date its midnight. */
  readonly wall: number;
  readonly isDate: boolean;
  /** Undefined for a date, and for a time that is the same on every clock ("floating"). */
  readonly zone: CalendarZone | undefined;
}

/** A length: whole days on the calendar, then exact milliseconds. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

/** A recurrence rule with its end, which may be written in another zone than the start. */
export interface Rule {
  readonly recur: ICAL.Recur;
  readonly until: Moment | undefined;
}

/** A repetition that is listed by itself, with its own end where it has one. */
export interface ExtraTime {
  readonly start: Moment;
  readonly end?: Moment;
  readonly length?: Length;
}

/** A `VEVENT` without anything that says what it is about. */
export interface CalendarEvent {
  readonly uid: string;
  readonly start: Moment;
  readonly end: Moment | undefined;
  readonly length: Length | undefined;
  readonly rules: readonly Rule[];
  readonly extraTimes: readonly ExtraTime[];
  readonly exceptions: readonly Moment[];
  /** Which repetition of its series this one stands for. */
  readonly recurrenceId: Moment | undefined;
  /** It stands for all later ones too. */
  readonly isThisAndFuture: boolean;
  /** False for what is cancelled or shown as free. */
  readonly isBusy: boolean;
}

/** A feed as it is kept: times only. */
export interface Calendar {
  /** The zone of dates and floating times, where the calendar names one (`X-WR-TIMEZONE`). */
  readonly zone: CalendarZone | undefined;
  readonly events: readonly CalendarEvent[];
  /** Of `VFREEBUSY`. */
  readonly periods: readonly ExtraTime[];
}
