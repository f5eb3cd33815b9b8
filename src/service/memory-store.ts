import type { Booking } from '../domain/booking.js';
import { BookingError } from '../domain/booking-error.js';
import type { Busy } from '../domain/slot.js';
import type {
  BookingStore,
  Claim,
  CoachSeed,
  CommitCommand,
  CommitResult,
  HoldCommand,
  HoldResult,
  KeyRecord,
} from '../ports/booking-store.js';
import { createMemoryOutbox } from './memory-outbox.js';
import { randomId } from './random-id.js';

export type { CoachSeed } from '../ports/booking-store.js';

export interface MemoryStoreOptions {
  readonly coaches: readonly CoachSeed[];
}

/** Milliseconds, half-open, buffers included. */
interface Blocked {
  readonly from: number;
  readonly until: number;
}

/** A session or a hold: what it blocks, and how others see it. */
interface Claimed extends Blocked {
  readonly busy: Busy;
}

interface HeldClaim extends Claimed {
  readonly coachId: string;
  readonly expires: number;
  /** When this time was first held. */
  readonly since: number;
  readonly client: string | undefined;
}

interface CoachRecord extends CoachSeed {
  readonly blocks: readonly Claimed[];
  readonly sessions: Claimed[];
  readonly configVersion: number;
  readonly scheduleVersion: number;
}

const MINUTE = 60_000;
const KEY_LIFE_MS = 24 * 60 * MINUTE;

function claim(busy: Busy): Claimed {
  const from = Date.parse(busy.start) - (busy.bufferBeforeMinutes ?? 0) * MINUTE;
  const until = Date.parse(busy.end) + (busy.bufferAfterMinutes ?? 0) * MINUTE;
  return { busy, from, until };
}

const overlaps = (a: Blocked, b: Blocked): boolean => a.from < b.until && b.from < a.until;

const versionOf = (record: CoachRecord): string => `${record.configVersion}.${record.scheduleVersion}`;

/** The caller always gets a promise, and what is thrown rejects it. */
const settled = <T>(decide: () => T): Promise<T> => new Promise((resolve) => resolve(decide()));

/**
 * Bookings in this process's memory: for the browser's demo, tests and `serve --memory`. Each method decides without a single
 * `await`, so two callers never interleave.
 */
export function createMemoryStore(options: MemoryStoreOptions): BookingStore {
  const coaches = new Map<string, CoachRecord>();
  const bookings = new Map<string, Booking>();
  const holds = new Map<string, HeldClaim>();
  /** In the order of their insertion, so that the oldest come first. */
  const keys = new Map<string, KeyRecord & { readonly savedAt: number }>();
  const { outbox, add: announce } = createMemoryOutbox(settled);

  for (const seed of options.coaches) {
    const blocks = (seed.busy ?? []).map(claim);
    coaches.set(seed.coach.id, { ...seed, blocks, sessions: [], configVersion: 1, scheduleVersion: 1 });
  }

  const keyName = (coachId: string, key: string): string => JSON.stringify([coachId, key]);

  function recordOf(coachId: string): CoachRecord {
    const record = coaches.get(coachId);
    if (!record) throw new BookingError('not_found', { message: `no coach ${JSON.stringify(coachId)}` });
    return record;
  }

  function liveClaims(record: CoachRecord, now: number, exceptHoldId?: string): Claimed[] {
    const claims = [...record.blocks, ...record.sessions];
    for (const [id, hold] of holds) {
      if (hold.coachId === record.coach.id && hold.expires > now && id !== exceptHoldId) claims.push(hold);
    }
    return claims;
  }

  /** What the claim would block, or null when that time is no longer free. */
  function place(command: Claim, record: CoachRecord, time: Busy, ownHoldId?: string): Claimed | null {
    const { bufferBeforeMinutes, bufferAfterMinutes, dayLimit } = command;
    const wanted = claim({ ...time, bufferBeforeMinutes, bufferAfterMinutes, isSession: true });
    const others = liveClaims(record, Date.parse(command.now), ownHoldId);
    if (others.some((other) => overlaps(wanted, other))) return null;
    if (dayLimit) {
      const day = { from: Date.parse(dayLimit.start), until: Date.parse(dayLimit.end) };
      const starts = others.filter(({ busy }) => busy.isSession === true).map(({ busy }) => Date.parse(busy.start));
      if (starts.filter((start) => start >= day.from && start < day.until).length >= dayLimit.maximum) return null;
    }
    return wanted;
  }

  function forgetOld(now: number): void {
    for (const [name, record] of keys) {
      if (record.savedAt + KEY_LIFE_MS > now) break;
      keys.delete(name);
    }
    for (const [id, hold] of holds) if (hold.expires <= now) holds.delete(id);
  }

  function commit(command: CommitCommand): CommitResult {
    const { request } = command;
    const now = Date.parse(command.now);
    forgetOld(now);
    const name = keyName(request.coachId, command.idempotencyKey);
    const earlier = keys.get(name);
    if (earlier) {
      if (earlier.fingerprint !== command.fingerprint) return { outcome: 'mismatch' };
      return earlier.result.outcome === 'booked' ? { ...earlier.result, outcome: 'replayed' } : earlier.result;
    }
    const record = recordOf(request.coachId);
    if (versionOf(record) !== command.version) return { outcome: 'stale' };
    const own = request.holdId === undefined ? undefined : holds.get(request.holdId);
    if (own && own.coachId !== request.coachId) return { outcome: 'hold_expired' };

    const placed = place(command, record, { start: request.startTime, end: request.endTime }, request.holdId);
    const keep = (result: CommitResult): CommitResult => {
      keys.set(name, { fingerprint: command.fingerprint, result, savedAt: now });
      return result;
    };
    if (!placed) return keep({ outcome: 'taken' });
    const booking: Booking = {
      id: command.bookingId,
      sessionId: randomId(),
      coachId: request.coachId,
      status: 'confirmed',
      startTime: request.startTime,
      endTime: request.endTime,
      durationMinutes: request.durationMinutes,
      rate: command.rate,
      attendee: request.attendee,
      ...(request.answers && { answers: request.answers }),
      ...(request.metadata && { metadata: request.metadata }),
    };
    record.sessions.push(placed);
    bookings.set(booking.id, booking);
    if (request.holdId !== undefined) holds.delete(request.holdId);
    announce({ id: randomId(), type: 'booking.created', createdAt: command.now, coachId: request.coachId, booking });
    return keep({ outcome: 'booked', booking });
  }

  /** When the first of a client's holds ends, if there are as many as there may be; else undefined. */
  function firstEnd({ client, maximumPerClient }: HoldCommand): number | undefined {
    if (client === undefined) return undefined;
    const ends = [...holds.values()].filter((each) => each.client === client).map((each) => each.expires);
    return ends.length < maximumPerClient ? undefined : Math.min(...ends);
  }

  function hold(command: HoldCommand): HoldResult {
    const { request } = command;
    const now = Date.parse(command.now);
    forgetOld(now);
    const record = recordOf(request.coachId);
    if (versionOf(record) !== command.version) return { outcome: 'stale' };
    const own = request.holdId === undefined ? undefined : holds.get(request.holdId);
    if (own && own.coachId !== request.coachId) return { outcome: 'hold_expired' };
    const tooMany = own ? undefined : firstEnd(command);
    if (tooMany !== undefined) return { outcome: 'too_many', retryAfterMs: tooMany - now };
    const end = new Date(Date.parse(request.startTime) + request.durationMinutes * MINUTE).toISOString();
    const placed = place(command, record, { start: request.startTime, end }, request.holdId);
    if (!placed) return { outcome: 'taken' };
    const holdId = own && request.holdId !== undefined ? request.holdId : command.newHoldId;
    const renewed = own?.busy.start === placed.busy.start && own.busy.end === placed.busy.end;
    const since = renewed ? own.since : now;
    const expires = Math.min(Date.parse(command.expiresAt), since + command.longestMs);
    holds.set(holdId, {
      ...placed,
      coachId: request.coachId,
      expires,
      since,
      client: own ? own.client : command.client,
    });
    return {
      outcome: 'held',
      hold: { holdId, expiresAt: new Date(expires).toISOString(), serverNow: command.now },
    };
  }

  function checkVersion(stored: number, ifVersion: string | undefined): void {
    if (ifVersion !== undefined && ifVersion !== String(stored)) throw new BookingError('version_conflict');
  }

  return {
    read: (coachId, range, { exceptHoldId, now }) =>
      settled(() => {
        const record = recordOf(coachId);
        const wanted = { from: Date.parse(range.start), until: Date.parse(range.end) };
        const claims = liveClaims(record, Date.parse(now), exceptHoldId).filter((other) => overlaps(other, wanted));
        const { coach, config, schedule } = record;
        const configVersion = String(record.configVersion);
        const scheduleVersion = String(record.scheduleVersion);
        const busy = claims.map((each) => each.busy);
        return { coach, config, schedule, busy, configVersion, scheduleVersion, version: versionOf(record) };
      }),
    findByKey: (coachId, key, now) =>
      settled(() => {
        forgetOld(Date.parse(now));
        return keys.get(keyName(coachId, key)) ?? null;
      }),
    commit: (command) => settled(() => commit(command)),
    getBooking: (bookingId) => settled(() => bookings.get(bookingId) ?? null),
    saveConfig: (coachId, config, ifVersion) =>
      settled(() => {
        const record = recordOf(coachId);
        checkVersion(record.configVersion, ifVersion);
        const configVersion = record.configVersion + 1;
        coaches.set(coachId, { ...record, config, configVersion });
        return String(configVersion);
      }),
    saveSchedule: (coachId, schedule, ifVersion) =>
      settled(() => {
        const record = recordOf(coachId);
        checkVersion(record.scheduleVersion, ifVersion);
        const scheduleVersion = record.scheduleVersion + 1;
        coaches.set(coachId, { ...record, schedule, scheduleVersion });
        return String(scheduleVersion);
      }),
    hold: (command) => settled(() => hold(command)),
    release: (holdId) => settled(() => void holds.delete(holdId)),
    outbox,
  };
}
