import type { Booking, BookingRequest } from '../domain/booking.js';
import type { Schedule, WallInterval, Weekday } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Slot } from '../domain/slot.js';
import type { CoachSeed } from '../service/memory-store.js';

export { demoCoaches } from '../adapters/memory/demo-coach.js';
export { DEMO_COACH_ID } from '../domain/demo-coach.js';

/** When the fixtures' days begin: a Monday morning in Berlin. */
export const FIXED_NOW = Date.parse('2026-11-23T08:00:00.000Z');

const WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Open at the same hours on all seven days, so that a test does not depend on the day that it runs on. */
export function openEveryDay(timezone: string, intervals: readonly WallInterval[]): Schedule {
  return {
    timezone,
    rules: WEEK.map((wday) => ({ type: 'wday', wday, intervals })),
    isDefault: true,
    active: true,
  };
}

/** 30 and 60 minutes at $50 and $90.50, without any rule. */
export function sessionConfig(overrides: Partial<SessionConfig> = {}): SessionConfig {
  return {
    durations: [30, 60],
    rates: { 30: 50, 60: 90.5 },
    currency: 'USD',
    defaultDuration: 60,
    allowCustomDuration: false,
    minimumDuration: 30,
    maximumDuration: 120,
    isActive: true,
    slotIntervalMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ...overrides,
  };
}

export interface CoachOverrides {
  readonly id?: string;
  readonly coach?: Partial<CoachSeed['coach']> & Readonly<Record<string, unknown>>;
  /** More than the known fields may be given: they have to be kept. */
  readonly config?: Partial<SessionConfig> & Readonly<Record<string, unknown>>;
  readonly schedule?: Partial<Schedule>;
  readonly busy?: CoachSeed['busy'];
}

/** A coach in Berlin, open from 9 to 12 on every day. */
export function coachSeed(overrides: CoachOverrides = {}): CoachSeed {
  const { id = 'grace', coach, config, schedule, busy } = overrides;
  return {
    coach: { id, name: 'Grace Adeyemi', title: 'Career coach', timezone: 'Europe/Berlin', ...coach },
    config: sessionConfig(config),
    schedule: { ...openEveryDay('Europe/Berlin', [{ from: '09:00', to: '12:00' }]), ...schedule },
    ...(busy && { busy }),
  };
}

/** What a visitor sends who picked a slot. */
export function bookingRequest(slot: Slot, overrides: Partial<BookingRequest> = {}): BookingRequest {
  return {
    coachId: 'grace',
    startTime: slot.startTime,
    endTime: slot.endTime,
    durationMinutes: slot.durationMinutes,
    rate: slot.rate,
    attendee: { name: 'Jordan Reyes', email: 'jordan@example.com', timeZone: 'America/New_York' },
    ...overrides,
  };
}

/** A slot of the fixtures' coach. */
export const sampleSlot: Slot = {
  startTime: '2026-11-26T09:00:00.000Z',
  endTime: '2026-11-26T10:00:00.000Z',
  durationMinutes: 60,
  rate: { amountMinor: 9050, currency: 'USD' },
};

/** What a backend answers to `bookingRequest(sampleSlot)`. */
export const sampleBooking: Booking = {
  ...sampleSlot,
  id: '6f9b2f3e-2f0c-4c8e-9d3a-0d6c8b1f4a11',
  sessionId: 'b5c1b8f0-8e0b-4a4e-8a57-1b6f3f9f7c22',
  coachId: 'grace',
  status: 'confirmed',
  manageToken: 'sample-manage-token',
};
