import { DEMO_COACH_ID } from '../../domain/demo-coach.js';
import { formatInstant } from '../../domain/instant.js';
import { addDays, weekdayOf } from '../../domain/plain-date.js';
import type { WallInterval, Weekday } from '../../domain/schedule.js';
import type { Busy } from '../../domain/slot.js';
import { instantOf, localDate } from '../../domain/time-zone.js';
import type { CoachSeed } from '../../service/memory-store.js';

const ZONE = 'Europe/Berlin';
const WINDOW_DAYS = 62;
const WORKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const HOURS: readonly WallInterval[] = [{ from: '09:00', to: '18:00' }];

/** What is taken on a day, in hours: days look almost full, half full and open. Each leaves an hour and a half free. */
const DAYS: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [[12.5, 13.5]],
  [
    [9, 10.5],
    [14, 15.5],
  ],
  [
    [9, 12],
    [13, 16.5],
  ],
  [[11, 14]],
  [
    [9, 14],
    [15.5, 17.5],
  ],
];

/** The same number for the same date, without a pattern that the eye can see. */
function pick(date: string, count: number): number {
  let hash = 7;
  for (const sign of date) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 11)) >>> 3) % count;
}

function busyFrom(today: string): Busy[] {
  const dates = Array.from({ length: WINDOW_DAYS + 1 }, (_, offset) => addDays(today, offset));
  return dates
    .filter((date) => weekdayOf(date) < 5)
    .flatMap((date) =>
      (DAYS[pick(date, DAYS.length)] ?? []).map(([from, to]) => ({
        start: formatInstant(instantOf(ZONE, date, from * 60)),
        end: formatInstant(instantOf(ZONE, date, to * 60)),
      })),
    );
}

/**
 * Ada Moreau of Berlin, open on weekdays for the coming two months. The same day always looks the same.
 * `now` in milliseconds.
 */
export function demoCoaches(now: number): CoachSeed[] {
  return [
    {
      coach: {
        id: DEMO_COACH_ID,
        name: 'Ada Moreau',
        title: 'Leadership coach',
        bio:
          'I help new managers and founders lead with less noise: clear calls, hard conversations, and teams that ' +
          'decide without you. Twelve years in product teams, six as a coach.',
        timezone: ZONE,
      },
      config: {
        durations: [30, 60, 90],
        rates: { 30: 50, 60: 90, 90: 120 },
        currency: 'USD',
        defaultDuration: 60,
        allowCustomDuration: false,
        minimumDuration: 30,
        maximumDuration: 120,
        isActive: true,
        slotIntervalMinutes: 30,
        minimumNoticeMinutes: 120,
        bookingWindowDays: WINDOW_DAYS,
        descriptions: {
          30: 'One question, one clear next step.',
          60: 'Work through a decision or a hard conversation.',
          90: 'A deep dive, with a written plan to take away.',
        },
        location: { kind: 'video', label: 'The link comes by email' },
      },
      schedule: {
        timezone: ZONE,
        rules: WORKDAYS.map((wday) => ({ type: 'wday', wday, intervals: HOURS })),
        isDefault: true,
        active: true,
      },
      busy: busyFrom(localDate(ZONE, now)),
    },
  ];
}
