import type { Booking } from '../../domain/booking.js';
import type {
  BookingStore,
  Claim,
  CoachSeed,
  CoachSnapshot,
  CommitCommand,
  CommitResult,
  HoldCommand,
  HoldResult,
  ReadOptions,
} from '../../ports/booking-store.js';
import type { Outbox } from '../../ports/outbox.js';
import type { Busy } from '../../domain/slot.js';
import { ensure } from '../contract/assert.js';
import { coachSeed, FIXED_NOW } from '../fixtures.js';

/** The optional parts of a store, as a case's `needs` names them. */
export type StorePart = 'hold' | 'release' | 'outbox';

export interface StoreSetup {
  readonly coaches: readonly CoachSeed[];
}

/** A store that knows these coaches and nothing else. */
export interface StoreSubject {
  readonly store: BookingStore;
  /** Called when the case is over. */
  readonly close?: () => Promise<void> | void;
}

export interface StoreContractOptions {
  /** Called once for each case. */
  readonly create: (setup: StoreSetup) => Promise<StoreSubject> | StoreSubject;
}

/** One promise of a store. `run` rejects when it is broken. */
export interface StoreCase {
  readonly name: string;
  /** What it uses; a store without one of them may leave the case out. */
  readonly needs: readonly StorePart[];
  readonly run: () => Promise<void>;
}

/** A time of the coach that somebody wants: 60 minutes unless said otherwise. */
export interface WantedTime extends Partial<Omit<Claim, 'now'>> {
  readonly coachId?: string;
  readonly minutes?: number;
  readonly holdId?: string;
  /** Minutes since the case began. */
  readonly after?: number;
}

export interface StoreBench {
  readonly store: BookingStore;
  /** An instant, that many minutes after the case began. */
  readonly clock: (minutes: number) => string;
  /** An instant of the day on which all is booked. */
  readonly at: (time: string) => string;
  /** The coach with all of that day's busy times. */
  readonly read: (options?: Partial<ReadOptions> & { readonly coachId?: string }) => Promise<CoachSnapshot>;
  /** `09:00-10:00` of each busy time of that day, in order. */
  readonly busy: (options?: Partial<ReadOptions>) => Promise<readonly string[]>;
  readonly commit: (time: string, wanted?: WantedTime & Partial<CommitCommand>) => Promise<CommitResult>;
  /** Commits what has to go well. */
  readonly book: (time: string, wanted?: WantedTime & Partial<CommitCommand>) => Promise<Booking>;
  readonly hold: (time: string, wanted?: WantedTime & Partial<HoldCommand>) => Promise<HoldResult>;
  /** Holds what has to be free, and answers the hold's id. */
  readonly held: (time: string, wanted?: WantedTime & Partial<HoldCommand>) => Promise<string>;
  readonly release: (holdId: string) => Promise<void>;
  readonly outbox: () => Outbox;
}

export interface StoreCaseDefinition {
  readonly name: string;
  readonly needs: readonly StorePart[];
  /** Default: `grace` and `ida`, two coaches in Berlin. */
  readonly coaches?: readonly CoachSeed[];
  readonly run: (bench: StoreBench) => Promise<void>;
}

const MINUTE = 60_000;
const DAY = '2026-11-26';

/** Ids that no earlier run on the same store can have used. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const clock = (minutes: number): string => new Date(FIXED_NOW + minutes * MINUTE).toISOString();
const at = (time: string): string => `${DAY}T${time}:00.000Z`;

function createBench(store: BookingStore): StoreBench {
  const read: StoreBench['read'] = ({ coachId = 'grace', now = clock(0), exceptHoldId } = {}) => {
    const range = { start: `${DAY}T00:00:00.000Z`, end: `${DAY}T24:00:00.000Z` };
    return store.read(coachId, { start: range.start, end: new Date(range.end).toISOString() }, options());

    function options(): ReadOptions {
      return { now, ...(exceptHoldId !== undefined && { exceptHoldId }) };
    }
  };

  async function claim(wanted: WantedTime): Promise<Claim> {
    const version = wanted.version ?? (await read({ coachId: wanted.coachId ?? 'grace' })).version;
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0, dayLimit, after = 0 } = wanted;
    return { version, bufferBeforeMinutes, bufferAfterMinutes, now: clock(after), ...(dayLimit && { dayLimit }) };
  }

  const commit: StoreBench['commit'] = async (time, wanted = {}) => {
    const { coachId = 'grace', minutes = 60, holdId } = wanted;
    const startTime = at(time);
    const endTime = new Date(Date.parse(startTime) + minutes * MINUTE).toISOString();
    const rate = wanted.rate ?? { amountMinor: 9050, currency: 'USD' };
    return store.commit({
      ...(await claim(wanted)),
      idempotencyKey: wanted.idempotencyKey ?? uuid(),
      fingerprint: wanted.fingerprint ?? `${coachId} ${time} ${minutes}`,
      bookingId: uuid(),
      rate,
      request: {
        coachId,
        startTime,
        endTime,
        durationMinutes: minutes,
        rate,
        attendee: { name: 'Jordan Reyes', email: 'jordan@example.com', timeZone: 'America/New_York' },
        ...(holdId !== undefined && { holdId }),
        ...wanted.request,
      },
    });
  };

  const hold: StoreBench['hold'] = async (time, wanted = {}) => {
    ensure(store.hold !== undefined, 'the store has no hold');
    const { coachId = 'grace', minutes = 60, holdId, after = 0 } = wanted;
    return store.hold({
      ...(await claim(wanted)),
      newHoldId: uuid(),
      expiresAt: wanted.expiresAt ?? clock(after + 5),
      longestMs: wanted.longestMs ?? 20 * MINUTE,
      maximumPerClient: wanted.maximumPerClient ?? 3,
      ...(wanted.client !== undefined && { client: wanted.client }),
      request: { coachId, startTime: at(time), durationMinutes: minutes, ...(holdId !== undefined && { holdId }) },
    });
  };

  return {
    store,
    clock,
    at,
    read,
    busy: async (options) => (await read(options)).busy.map(spanOf).sort(),
    commit,
    async book(time, wanted) {
      const result = await commit(time, wanted);
      ensure(result.outcome === 'booked', `${time} should be booked, got ${result.outcome}`);
      return result.booking;
    },
    hold,
    async held(time, wanted) {
      const result = await hold(time, wanted);
      ensure(result.outcome === 'held', `${time} should be held, got ${result.outcome}`);
      return result.hold.holdId;
    },
    async release(holdId) {
      ensure(store.release !== undefined, 'the store has no release');
      await store.release(holdId);
    },
    outbox() {
      ensure(store.outbox !== undefined, 'the store has no outbox');
      return store.outbox;
    },
  };
}

const spanOf = ({ start, end }: Busy): string => `${start.slice(11, 16)}-${end.slice(11, 16)}`;

/** Makes a runnable case of a definition. */
export function toStoreCase(definition: StoreCaseDefinition, options: StoreContractOptions): StoreCase {
  const { name, needs, coaches = [coachSeed(), coachSeed({ id: 'ida' })] } = definition;
  return {
    name,
    needs,
    async run() {
      const subject = await options.create({ coaches });
      try {
        await definition.run(createBench(subject.store));
      } finally {
        await subject.close?.();
      }
    },
  };
}
