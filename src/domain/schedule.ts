/** Wall times `HH:MM` in the schedule's zone, half-open; `to` may be `24:00`. */
export interface WallInterval {
  readonly from: string;
  readonly to: string;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface WeekdayRule {
  readonly type: 'wday';
  readonly wday: Weekday;
  readonly intervals: readonly WallInterval[];
}

/** Replaces the weekday's rule on one date; no intervals means closed. */
export interface DateRule {
  readonly type: 'date';
  readonly date: string;
  readonly intervals: readonly WallInterval[];
}

/** A rule of a later version: kept as it is, and without effect here. */
export interface UnknownRule {
  readonly type: string & {};
  readonly [field: string]: unknown;
}

export type ScheduleRule = WeekdayRule | DateRule | UnknownRule;

/** When a coach works. The rules have the shape of Calendly's API, so that existing rows work unchanged. */
export interface Schedule {
  /** IANA zone that the wall times are read in. */
  readonly timezone: string;
  readonly rules: readonly ScheduleRule[];
  readonly isDefault?: boolean;
  /** Default true. */
  readonly active?: boolean;
}
