import { DAY_MS } from '../../domain/plain-date.js';
import { instantOfWall, isTimeZone, offsetAt } from '../../domain/time-zone.js';

/** What the clocks of a calendar show, and when. Walls are written as the epoch milliseconds that UTC's clocks would have. */
export interface CalendarZone {
  /** As Temporal's `compatible`: in a gap later, in an overlap the earlier. */
  instantOf(wall: number): number;
  wallOf(instant: number): number;
}

/** A moment at which a zone's clocks change, and what they are ahead of UTC from then on. */
export interface Transition {
  readonly at: number;
  readonly offsetMs: number;
}

const MINUTE_MS = 60_000;

export const UTC: CalendarZone = { instantOf: (wall) => wall, wallOf: (instant) => instant };

/** A zone by its IANA name, from the same tables that slots are computed with. */
export function namedZone(name: string): CalendarZone {
  return {
    instantOf(wall) {
      const day = Math.floor(wall / DAY_MS);
      const rest = wall - day * DAY_MS;
      const minutes = Math.floor(rest / MINUTE_MS);
      return instantOfWall(name, day, minutes) + (rest - minutes * MINUTE_MS);
    },
    wallOf: (instant) => instant + offsetAt(name, instant) * MINUTE_MS,
  };
}

/**
 * The IANA name that a `TZID` stands for, or undefined. Some programs put their own path in front, as in
 * `/freeassociation.sourceforge.net/Europe/Berlin`.
 */
export function ianaNameOf(tzid: string): string | undefined {
  const parts = tzid.split('/');
  const candidates = tzid.startsWith('/') ? [3, 2, 1].map((count) => parts.slice(-count).join('/')) : [tzid];
  return candidates.find(isTimeZone);
}

/** A zone as a `VTIMEZONE` tells it: from its transitions, in order of time. Before the first one, `earlier` holds. */
export function zoneOfTransitions(transitions: readonly Transition[], earlier: number): CalendarZone {
  const offsetOf = (instant: number): number => transitions.findLast(({ at }) => at <= instant)?.offsetMs ?? earlier;
  return {
    instantOf(wall) {
      // No offset is beyond a day, so a change that matters lies between these two.
      const before = offsetOf(wall - DAY_MS);
      const after = offsetOf(wall + DAY_MS);
      const early = wall - before;
      if (offsetOf(early) === before) return early;
      const late = wall - after;
      return offsetOf(late) === after ? late : early;
    },
    wallOf: (instant) => instant + offsetOf(instant),
  };
}
