// What the clients of one run share: whom they book, what has been asked so far, and the record of it.
import type { BookingRequest } from '../../../../src/domain/booking.js';
import type { Schedule, WallInterval } from '../../../../src/domain/schedule.js';
import type { SessionConfig } from '../../../../src/domain/session-config.js';
import { openEveryDay, sessionConfig } from '../../../../src/kit/fixtures.js';
import type { HistoryEntry } from './history.js';
import type { Random } from './random.js';

export const COACH_IDS = ['ada', 'grace', 'hedy', 'joan'] as const;

const DAY = 24 * 60 * 60_000;

/** Few enough that many want the same time. */
export const DAYS = 4;

/** Midnight of the first bookable day, in UTC, the coaches' zone. */
export const firstDay = (now: number): number => Math.floor(now / DAY) * DAY + 2 * DAY;

export const FIRST_CONFIG: SessionConfig = sessionConfig({
  durations: [30, 60, 90],
  rates: { 30: 40, 60: 75.5, 90: 110 },
});

const HOURS: readonly (readonly WallInterval[])[] = [
  [{ from: '06:00', to: '22:00' }],
  [{ from: '06:00', to: '14:00' }],
  [{ from: '10:00', to: '22:00' }],
  [
    { from: '07:00', to: '12:00' },
    { from: '13:00', to: '21:30' },
  ],
];

export const FIRST_SCHEDULE: Schedule = openEveryDay('UTC', HOURS[0] ?? []);

/** Other prices, another distance between sessions, and at times few of them a day. */
export function anotherConfig(random: Random): SessionConfig {
  const price = (): number => (2000 + random.below(8000)) / 100;
  return {
    ...FIRST_CONFIG,
    rates: { 30: price(), 60: price(), 90: price() },
    bufferBeforeMinutes: random.pick([0, 0, 10]) ?? 0,
    bufferAfterMinutes: random.pick([0, 5, 15]) ?? 0,
    ...(random.chance(0.3) && { maximumPerDay: 4 }),
  };
}

export const anotherSchedule = (random: Random): Schedule => openEveryDay('UTC', random.pick(HOURS) ?? []);

/** A booking that was asked for, so that it can be asked for again. */
export interface Asked {
  readonly coachId: string;
  readonly key: string;
  readonly request: BookingRequest;
  isBooked: boolean;
}

export interface LiveSession {
  readonly coachId: string;
  readonly sessionId: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** Grows while the clients run. */
export interface World {
  readonly days: { readonly start: number; readonly end: number };
  readonly asked: Asked[];
  /** Sessions that somebody was told of and nobody has cancelled. */
  readonly sessions: LiveSession[];
  readonly entries: HistoryEntry[];
  /** Of each coach, as a client saw it last. */
  readonly configs: Map<string, SessionConfig>;
  record(entry: HistoryEntry): void;
  /** Once for each session, however often it is told of. */
  readonly learn: (session: LiveSession) => void;
}

export function createWorld(now: number, days: number): World {
  const start = firstDay(now);
  const entries: HistoryEntry[] = [];
  const sessions: LiveSession[] = [];
  const known = new Set<string>();
  return {
    days: { start, end: start + days * DAY },
    asked: [],
    sessions,
    entries,
    configs: new Map(COACH_IDS.map((id) => [id, FIRST_CONFIG])),
    record: (entry) => void entries.push(entry),
    learn(session) {
      if (!known.has(session.sessionId)) sessions.push(session);
      known.add(session.sessionId);
    },
  };
}
