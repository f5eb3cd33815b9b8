import type { AvailabilityQuery, Booking, BookingRequest } from '../../domain/booking.js';
import { isBookingError } from '../../domain/booking-error.js';
import { addDays } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import { instantOf, localDate } from '../../domain/time-zone.js';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import type { CoachSeed } from '../../service/memory-store.js';
import { bookingRequest, coachSeed, FIXED_NOW } from '../fixtures.js';
import { ensure } from './assert.js';

/** The methods of an adapter, as a case's `needs` names them. */
export type AdapterMethod = Exclude<keyof BookingAdapter, 'name'>;

/** What the backend under test has to know before a case runs. */
export interface ContractSetup {
  readonly coaches: readonly CoachSeed[];
  /** The time that the backend has to go by, in milliseconds. */
  readonly now: () => number;
}

/** An adapter over a backend of its own. */
export interface ContractSubject {
  readonly adapter: BookingAdapter;
  /** Called when the case is over. */
  readonly close?: () => Promise<void> | void;
}

export interface ContractOptions {
  /** Makes an adapter over a backend that knows these coaches and no booking; called once for each case. */
  readonly create: (setup: ContractSetup) => Promise<ContractSubject> | ContractSubject;
  /** A backend that cannot be given a time passes its own clock. Default: a fixed one. */
  readonly now?: () => number;
}

/** One promise of an adapter. `run` rejects when it is broken. */
export interface ContractCase {
  readonly name: string;
  /** The methods that it calls; an adapter without one of them may leave the case out. */
  readonly needs: readonly AdapterMethod[];
  readonly run: () => Promise<void>;
}

/** What a case works with. */
export interface Bench {
  readonly adapter: BookingAdapter;
  readonly now: number;
  /** A date on the first coach's clock, that many days after today. */
  readonly day: (offset: number) => string;
  /** An instant on the first coach's clock. */
  readonly at: (offset: number, time: string) => string;
  /** Free times of the first coach on that many days after today. */
  readonly slots: (offset: number, query?: Partial<AvailabilityQuery>) => Promise<readonly Slot[]>;
  /** The free time that starts there; red when there is none. */
  readonly slotAt: (offset: number, time: string, durationMinutes?: number) => Promise<Slot>;
  readonly request: (slot: Slot, overrides?: Partial<BookingRequest>) => BookingRequest;
  readonly book: (request: BookingRequest, idempotencyKey?: string) => Promise<Booking>;
  /** A key that was not used before. */
  readonly key: () => string;
}

export interface CaseDefinition {
  readonly name: string;
  readonly needs: readonly AdapterMethod[];
  /** Default: one coach in Berlin, open from 9 to 12 on every day. */
  readonly coaches?: readonly CoachSeed[] | ((now: number) => readonly CoachSeed[]);
  readonly run: (bench: Bench) => Promise<void>;
}

let keys = 0;

function createBench(adapter: BookingAdapter, now: number, coaches: readonly CoachSeed[]): Bench {
  const [first] = coaches;
  ensure(first !== undefined, 'a case needs a coach');
  const zone = first.schedule.timezone;
  const coachId = first.coach.id;
  const bench: Bench = {
    adapter,
    now,
    day: (offset) => addDays(localDate(zone, now), offset),
    at(offset, time) {
      const [hours = '0', minutes = '0'] = time.split(':');
      return new Date(instantOf(zone, bench.day(offset), Number(hours) * 60 + Number(minutes))).toISOString();
    },
    async slots(offset, query = {}) {
      const range = { start: bench.at(offset, '00:00'), end: bench.at(offset + 1, '00:00') };
      return (await adapter.getAvailability({ coachId, ...range, ...query })).slots;
    },
    async slotAt(offset, time, durationMinutes = 60) {
      const startTime = bench.at(offset, time);
      const slot = (await bench.slots(offset, { durationMinutes })).find((each) => each.startTime === startTime);
      ensure(slot !== undefined, `${durationMinutes} minutes from ${startTime} should be free`);
      return slot;
    },
    request: (slot, overrides = {}) => bookingRequest(slot, { coachId, ...overrides }),
    book: (request, idempotencyKey = bench.key()) => adapter.book(request, { idempotencyKey }),
    key: () => `contract-${now}-${(keys += 1)}-${Math.floor(performance.now() * 1000)}`,
  };
  return bench;
}

/** Makes a runnable case of a definition. */
export function toCase(definition: CaseDefinition, options: ContractOptions): ContractCase {
  const { name, needs } = definition;
  return {
    name,
    needs,
    async run() {
      const now = (options.now ?? (() => FIXED_NOW))();
      const given = definition.coaches ?? [coachSeed()];
      const coaches = typeof given === 'function' ? given(now) : given;
      const subject = await options.create({ coaches, now: options.now ?? (() => now) });
      try {
        await definition.run(createBench(subject.adapter, now, coaches));
      } finally {
        await subject.close?.();
      }
    },
  };
}

/** Sends a write again under its key while it is still being worked on, as every caller has to. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const again = isBookingError(error) && error.code === 'idempotency_in_progress' && attempt < 20;
      if (!again) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(error.retryAfterMs ?? 50, 500)));
    }
  }
}
