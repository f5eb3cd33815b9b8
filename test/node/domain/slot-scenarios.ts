import fc from 'fast-check';
import type { SessionConfig } from '../../../src/domain/session-config.js';
import type { Schedule } from '../../../src/domain/schedule.js';
import { computeSlots, type SlotsInput } from '../../../src/domain/slots.js';
import {
  changesOf,
  naiveSlots,
  timelineOf,
  type OracleConfig,
  type OracleInput,
  type Timeline,
} from './slot-oracle.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'America/St_Johns',
  'Africa/Cairo',
  'Pacific/Chatham',
  'America/Santiago',
  'Asia/Beirut',
  'Antarctica/Troll',
  'Pacific/Apia',
  'UTC',
];

/** Zones whose clocks do what those above do not: skip a date, change twice in a month, jump to midnight. */
export const ODD_ZONES: readonly (readonly [zone: string, around: string])[] = [
  ['Pacific/Kwajalein', '1993-08-20T12:00:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00:00Z'],
  ['Africa/El_Aaiun', '2030-01-06T02:00:00Z'],
  ['America/Nuuk', '2027-03-28T01:00:00Z'],
  ['America/Scoresbysund', '2024-03-31T01:00:00Z'],
  ['America/Caracas', '2016-05-01T07:00:00Z'],
  ['Asia/Pyongyang', '2018-05-04T15:00:00Z'],
  ['Africa/Juba', '2021-01-31T21:00:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30:00Z'],
];

/** A place and time to look at: on and around a change of the clocks, or a plain day. */
export interface Scene {
  readonly zone: string;
  readonly middle: number;
}

export function scenesOf(from: string, to: string): Scene[] {
  const scenes = ZONES.flatMap((zone) => {
    const changes = changesOf(zone, Date.parse(from), Date.parse(to));
    return [...changes, Date.parse('2026-06-10T12:00:00Z')].map((middle) => ({ zone, middle }));
  });
  return [...scenes, ...ODD_ZONES.map(([zone, around]) => ({ zone, middle: Date.parse(around) }))];
}

export function timelineAround({ zone, middle }: Scene): Timeline {
  return timelineOf(zone, middle - 3 * DAY, middle + 3 * DAY);
}

const step = 5;
const wallTime = fc.oneof(
  fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 210, 240, 540, 720, 1020, 1380, 1410, 1440),
  fc.integer({ min: 0, max: 1440 / step }).map((value) => value * step),
);

function writeWall(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Some end before they start: they have no effect. */
const interval = fc
  .tuple(wallTime, wallTime, fc.integer({ min: 0, max: 9 }))
  .map(([a, b, reversed]) => (reversed === 0 ? [a, b] : [Math.min(a, b), Math.max(a, b)]))
  .map(([from = 0, to = 0]) => ({ from: writeWall(Math.min(from, 1439)), to: writeWall(to) }));
const intervals = fc.array(interval, { maxLength: 4 });

const weekday = fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
const always = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((wday) => ({
  type: 'wday' as const,
  wday: wday as 'monday',
  intervals: [{ from: '00:00', to: '24:00' }],
}));

/** Free times of one input, as the engine and as the oracle says, in the same form. */
export function bothAnswers(input: OracleInput, timeline: Timeline): { engine: string[]; oracle: string[] } {
  return { engine: engineSlots(input), oracle: naiveSlots(input, timeline) };
}

export function engineSlots(input: OracleInput): string[] {
  return computeSlots(input as SlotsInput).map(({ startTime, endTime, durationMinutes, rate }) => {
    const fits = Date.parse(endTime) - Date.parse(startTime) === durationMinutes * MINUTE;
    const isWritten = [startTime, endTime].every((instant) => new Date(instant).toISOString() === instant);
    return `${startTime}/${durationMinutes}/${rate.amountMinor}${fits && isWritten ? '' : '!'}`;
  });
}

/** Every kind of rule, limit and busy time, within a day and a half of the middle of a scene. */
export function inputs({ zone, middle }: Scene): fc.Arbitrary<OracleInput> {
  const near = (reach: number): fc.Arbitrary<number> =>
    fc
      .integer({ min: -reach * 288, max: reach * 288 })
      .map((value) => Math.floor(middle / DAY) * DAY + value * step * MINUTE);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const date = fc.integer({ min: -2, max: 2 }).map((days) => iso(middle + days * DAY).slice(0, 10));
  const rule = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('wday'), wday: weekday, intervals }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('date'), date, intervals }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('moon'), intervals }) },
  );
  const length = fc.constantFrom(5, 15, 20, 30, 45, 60, 90, 120, 480, 1440);
  const minutes = fc.option(fc.constantFrom(0, 5, 10, 15, 45), { nil: undefined });
  const config = fc
    .record({
      lengths: fc.uniqueArray(length, { minLength: 1, maxLength: 4 }),
      cents: fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 4, maxLength: 4 }),
      slotIntervalMinutes: fc.option(fc.constantFrom(5, 7, 10, 15, 20, 30, 45, 60, 90, 1440), { nil: undefined }),
      bufferBeforeMinutes: minutes,
      bufferAfterMinutes: minutes,
      minimumNoticeMinutes: fc.option(fc.constantFrom(0, 1, 60, 1440), { nil: undefined }),
      bookingWindowDays: fc.option(fc.constantFrom(0, 1, 2, 400), { nil: undefined, freq: 3 }),
      maximumPerDay: fc.option(fc.constantFrom(0, 1, 1, 2, 3), { nil: undefined, freq: 3 }),
    })
    .map(({ lengths, cents, ...limits }): OracleConfig => {
      const rates = Object.fromEntries(lengths.map((minutesOf, index) => [minutesOf, (cents[index] ?? 0) / 100]));
      const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
      const custom = { allowCustomDuration: true, minimumDuration: 5, maximumDuration: 1440 };
      return {
        durations: lengths,
        rates,
        currency: 'USD',
        isActive: true,
        defaultDuration: 30,
        ...custom,
        ...given,
      } as SessionConfig;
    });
  const busy = fc.array(
    fc
      .record({
        start: near(2),
        length: fc.constantFrom(0, 5, 15, 30, 60, 300),
        bufferBeforeMinutes: minutes,
        bufferAfterMinutes: minutes,
        isSession: fc.boolean(),
      })
      .map(({ start, length: busyMinutes, bufferBeforeMinutes = 0, bufferAfterMinutes = 0, isSession }) => ({
        start: iso(start),
        end: iso(start + busyMinutes * MINUTE),
        bufferBeforeMinutes,
        bufferAfterMinutes,
        isSession,
      })),
    { maxLength: 8 },
  );
  return fc
    .record({
      rules: fc.oneof(
        fc.array(rule, { maxLength: 10 }),
        fc.array(rule, { maxLength: 3 }).map((some) => [...always, ...some]),
      ),
      config,
      busy,
      range: fc.tuple(near(1), near(1)).map(([a, b]) => ({ start: iso(Math.min(a, b)), end: iso(Math.max(a, b)) })),
      now: fc.oneof({ weight: 3, arbitrary: fc.constant(middle - 2 * DAY) }, { weight: 1, arbitrary: near(1) }),
      custom: fc.option(fc.constantFrom(25, 50, 75, 100, 400), { nil: undefined, freq: 3 }),
    })
    .map(({ rules, now, custom, ...rest }) => ({
      ...rest,
      schedule: { timezone: zone, rules, isDefault: true, active: true } satisfies Schedule,
      now: iso(Math.floor(now / MINUTE) * MINUTE),
      ...(custom !== undefined && { durationMinutes: custom }),
    }));
}
