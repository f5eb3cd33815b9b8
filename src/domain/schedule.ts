/** Wall times `HH:MM` in the schedule's zone, half-open; `to` may be `24:00`. */
export interface WallInterval {
  readonly from: string;
  readonly to: string;
}

/** In the order of `weekdayOf`. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

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

/** Minutes since midnight of a wall time `HH:MM`, 1440 for `24:00`; NaN for anything else. */
export function wallMinutes(time: unknown): number {
  if (typeof time !== 'string' || !/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return NaN;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Whether a rule is of a type that is known here. */
export function isDayRule(rule: ScheduleRule): rule is WeekdayRule | DateRule {
  return rule.type === 'wday' || rule.type === 'date';
}
