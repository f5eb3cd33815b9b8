import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { Availability, Booking } from '../../../src/domain/booking.js';
import { BookingError, isBookingError, type KnownErrorCode } from '../../../src/domain/booking-error.js';
import type { SessionConfig } from '../../../src/domain/session-config.js';
import { adapterContract, ContractFailure, type ContractSetup } from '../../../src/kit/adapter-contract.js';
import type { BookingAdapter, WriteOptions } from '../../../src/ports/booking-adapter.js';
import type { BookingService } from '../../../src/service/booking-service.js';

/** Until the signal ends the call; without a signal, or when it never does, not for long. */
function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!signal || signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      resolve();
    };
    signal.addEventListener('abort', done, { once: true });
    setTimeout(done, 500);
  });
}

/** Adapters that break one promise each, and the cases that have to see it. */
interface Broken {
  readonly what: string;
  readonly make: (right: BookingService, setup: ContractSetup) => BookingAdapter;
  readonly seenBy: readonly string[];
}

const mapSlots = (right: BookingService, map: (answer: Availability) => Availability): BookingAdapter => ({
  ...right,
  getAvailability: async (query, options) => map(await right.getAvailability(query, options)),
});

/** The right service over other rules of the coaches than those that were asked for. */
const withConfig = ({ coaches, now }: ContractSetup, config: Partial<SessionConfig>): BookingAdapter =>
  createMemoryAdapter({ now, coaches: coaches.map((seed) => ({ ...seed, config: { ...seed.config, ...config } })) });

/** Makes up a booking instead of the refusals that it should pass on. */
const ignoring = (right: BookingService, ...codes: KnownErrorCode[]): BookingAdapter => ({
  ...right,
  async book(request, options) {
    try {
      return await right.book(request, options);
    } catch (error) {
      if (!isBookingError(error) || !codes.some((code) => code === error.code)) throw error;
      const id = crypto.randomUUID();
      return { ...request, id, sessionId: id, status: 'confirmed' };
    }
  },
});

/** Passes refusals on, changed. */
const refusing = (right: BookingService, change: (error: BookingError) => BookingError): BookingAdapter => ({
  ...right,
  async book(request, options) {
    try {
      return await right.book(request, options);
    } catch (error) {
      throw isBookingError(error) ? change(error) : error;
    }
  },
});

const withoutSignal = ({ idempotencyKey }: WriteOptions): WriteOptions => ({ idempotencyKey });
let serial = 0;

const brokenAdapters: readonly Broken[] = [
  {
    what: 'books one time twice',
    make: (right) => ignoring(right, 'slot_unavailable'),
    seenBy: [
      'two visitors book one time at once: one has it, the other gets slot_unavailable with free times nearby',
      'many visitors book one time at once: exactly one has it',
      'times that overlap are booked at once: one wins',
      'a time that is taken is slot_unavailable, with the nearest free times of that length',
      'the last place of a day is booked at once at two times: one wins',
      'a full day offers nothing, and refuses what still comes',
      'buffers keep their distance from other sessions, on both sides',
      'what blocks the coach elsewhere is not free',
      'a hold hides its time from others and not from its owner, until it is released',
      'a time outside the hours of the coach cannot be booked',
    ],
  },
  {
    what: 'ignores the idempotency key',
    make: (right) => ({
      ...right,
      book: (request, options) => right.book(request, { ...options, idempotencyKey: `fresh-${(serial += 1)}` }),
    }),
    seenBy: [
      'the same key twice makes one booking and the same answer, also after the time is full',
      'the same key sent twice at once makes one booking',
      'the same key with another request is refused, and books nothing',
      'a booking can be found by the key that it was sent under',
    ],
  },
  {
    what: 'keeps refusals under their key',
    make(right) {
      const refused = new Map<string, unknown>();
      return {
        ...right,
        async book(request, options) {
          if (refused.has(options.idempotencyKey)) throw refused.get(options.idempotencyKey);
          try {
            return await right.book(request, options);
          } catch (error) {
            refused.set(options.idempotencyKey, error);
            throw error;
          }
        },
      };
    },
    seenBy: ['a refusal does not use up its key'],
  },
  {
    what: 'believes the price that it is told',
    make: (right) => ignoring(right, 'price_changed'),
    seenBy: [
      'a lowered price is refused, and the right one told',
      'another currency is refused, and the right one told',
    ],
  },
  {
    what: 'does not tell the right price',
    make: (right) =>
      refusing(right, (error) => new BookingError(error.code, { alternatives: error.alternatives ?? [] })),
    seenBy: ['a lowered price is refused, and the right one told'],
  },
  {
    what: 'compares amounts without their currency',
    make: (right) => ({
      ...right,
      book: (request, options) => right.book({ ...request, rate: { ...request.rate, currency: 'USD' } }, options),
    }),
    seenBy: [
      'another currency is refused, and the right one told',
      'prices are exact in currencies without decimals, and with three',
    ],
  },
  {
    what: 'gives no alternatives',
    make: (right) => refusing(right, (error) => new BookingError(error.code, { fields: error.fields ?? {} })),
    seenBy: [
      'a time that is taken is slot_unavailable, with the nearest free times of that length',
      'two visitors book one time at once: one has it, the other gets slot_unavailable with free times nearby',
      'what blocks the coach elsewhere is not free',
    ],
  },
  {
    what: 'names no fields',
    make: (right) => ({
      ...refusing(right, (error) => new BookingError(error.code)),
      getAvailability: (query, options) =>
        right.getAvailability(query, options).catch((error: unknown) => {
          throw isBookingError(error) ? new BookingError(error.code) : error;
        }),
    }),
    seenBy: [
      'bad details are refused with every field named, and the time stays free',
      'an end that does not fit the length is refused',
      'a length that is not offered has no free times: it is refused',
      'a range that makes no sense is refused, and the field named',
    ],
  },
  {
    what: 'takes whatever it is sent',
    make: (right) => ignoring(right, 'validation_failed'),
    seenBy: [
      'bad details are refused with every field named, and the time stays free',
      'an end that does not fit the length is refused',
      'a length that is not offered has no free times: it is refused',
    ],
  },
  {
    what: 'knows no policy',
    make: (right) => ignoring(right, 'out_of_policy'),
    seenBy: [
      'a coach who is not active offers no times, and takes no booking',
      'a time in the past, or sooner than the notice, is out_of_policy',
      'a time after the booking window is out_of_policy',
    ],
  },
  {
    what: 'throws errors of its own',
    make: (right) => ({
      ...right,
      book: (request, options) => right.book(request, options).catch(() => Promise.reject(new Error('409'))),
    }),
    seenBy: ['a time that is taken is slot_unavailable, with the nearest free times of that length'],
  },
  {
    what: 'answers unknown coaches with an empty calendar',
    make: (right) => ({
      ...right,
      getAvailability: (query, options) =>
        right.getAvailability(query, options).catch(() => ({ slots: [], timeZone: 'UTC' })),
    }),
    seenBy: ['an unknown coach is not_found, not an empty calendar'],
  },
  {
    what: 'does not heed an abort',
    make: (right) => ({
      ...right,
      getConfig: (query) => right.getConfig(query),
      getAvailability: (query) => right.getAvailability(query),
      book: (request, options) => right.book(request, withoutSignal(options)),
    }),
    seenBy: [
      'what is aborted ends with aborted and nothing else',
      'a booking that is aborted before it is sent books nothing',
    ],
  },
  {
    what: 'ends an aborted booking with an error of the platform',
    make: (right) => ({
      ...right,
      book: (request, options) =>
        right
          // The right one must not see the abort, or it may be the first to say so, and rightly.
          .book(request, { idempotencyKey: options.idempotencyKey })
          .finally(() => untilAborted(options.signal))
          .then((booking) => {
            options.signal?.throwIfAborted();
            return booking;
          }),
    }),
    seenBy: ['a booking that is aborted on the way can be sent again under its key, and is one booking'],
  },
  {
    what: 'drops what it does not know',
    make: (right) => ({
      ...right,
      async getConfig(query, options) {
        const config = await right.getConfig(query, options);
        return { ...config, location: { kind: 'other', label: '' } };
      },
      async getCoach(query, options) {
        const { id, name, timezone, sessionLengths } = await right.getCoach(query, options);
        return { id, name, timezone, sessionLengths };
      },
    }),
    seenBy: [
      'fields and words that are not known are kept as they are',
      'a profile tells who the coach is, and what each length costs',
    ],
  },
  {
    what: 'rounds rates to whole units',
    make: (right) => ({
      ...right,
      async getConfig(query, options) {
        const config = await right.getConfig(query, options);
        const rates = Object.entries(config.rates).map(([length, rate]) => [length, Math.round(rate)]);
        return { ...config, rates: Object.fromEntries(rates) as Record<string, number> };
      },
    }),
    seenBy: [
      'the config has every length with its rate, and the rules of booking',
      'prices are exact in currencies without decimals, and with three',
    ],
  },
  {
    what: 'answers only the first week of what it says to answer at once',
    make: (right) => ({
      ...right,
      maximumDays: 28,
      async getAvailability(query, options) {
        const answer = await right.getAvailability(query, options);
        const end = Date.parse(query.start) + 7 * 24 * 60 * 60_000;
        return { ...answer, slots: answer.slots.filter(({ startTime }) => !(Date.parse(startTime) >= end)) };
      },
    }),
    seenBy: ['the longest range that it names is answered whole, and so is the one after it'],
  },
  {
    what: 'names a longest range of no day at all',
    make: (right) => ({ ...right, maximumDays: 0 }),
    seenBy: ['the longest range that it names is answered whole, and so is the one after it'],
  },
  {
    what: 'tells the server’s time of yesterday',
    make: (right, { now }) =>
      mapSlots(right, (answer) => ({ ...answer, serverNow: new Date(now() - 24 * 60 * 60_000).toISOString() })),
    seenBy: ['the server’s time, where it is told, is an instant and the time'],
  },
  {
    what: 'tells the server’s time without an offset',
    make: (right) => mapSlots(right, (answer) => ({ ...answer, serverNow: '2026-11-22T12:00:00' })),
    seenBy: ['the server’s time, where it is told, is an instant and the time'],
  },
  {
    what: 'answers slots in reverse',
    make: (right) => mapSlots(right, (answer) => ({ ...answer, slots: [...answer.slots].reverse() })),
    seenBy: [
      'free times are sorted, whole, priced, and no (start, length) comes twice',
      'a range holds its start and not its end',
      'the coach’s interval decides where times start, and sessions may run over midnight',
    ],
  },
  {
    what: 'gives the zone of the visitor, and all lengths',
    make: (right) => ({
      ...right,
      async getAvailability(query, options) {
        const { durationMinutes: _, ...rest } = query;
        const answer = await right.getAvailability(rest, options);
        return { ...answer, timeZone: query.timeZone ?? answer.timeZone };
      },
    }),
    seenBy: ['free times can be asked for one length, and come with the zone of the coach'],
  },
  {
    what: 'reads dates in the zone of the coach',
    make: (right) => ({
      ...right,
      getAvailability: ({ timeZone: _, ...query }, options) => right.getAvailability(query, options),
    }),
    seenBy: ['dates are both included, on the clocks of the zone that is asked for'],
  },
  {
    what: 'counts hours as if the clocks never changed',
    make: (right) =>
      mapSlots(right, (answer) => ({
        ...answer,
        slots: answer.slots.filter((slot, index, all) => index < 4 || slot.startTime !== all.at(-1)?.startTime),
      })),
    seenBy: ['on a day when the clocks change, times are elapsed time: an hour less or an hour more'],
  },
  {
    what: 'books another time than was asked for',
    make: (right) => ({
      ...right,
      async book(request, options): Promise<Booking> {
        const booking = await right.book(request, options);
        return { ...booking, startTime: booking.endTime };
      },
    }),
    seenBy: [
      'a booking is answered whole, and its time is no longer free',
      'a held time is booked by its owner; another visitor cannot hold it meanwhile',
    ],
  },
  {
    what: 'cuts hostile texts to pieces',
    make: (right) => ({
      ...right,
      async book(request, options): Promise<Booking> {
        const booking = await right.book(request, options);
        const name = request.attendee.name.replace(/<[^>]*>/g, '');
        return { ...booking, attendee: { ...request.attendee, name } };
      },
    }),
    seenBy: ['answers, notes and what the attendee adds are taken; hostile texts are texts'],
  },
  {
    what: 'lets anybody read a booking',
    make(right) {
      const made = new Map<string, Booking>();
      return {
        ...right,
        async book(request, options) {
          const booking = await right.book(request, options);
          made.set(booking.id, booking);
          return booking;
        },
        getBooking({ bookingId }) {
          const booking = made.get(bookingId);
          return booking ? Promise.resolve(booking) : Promise.reject(new BookingError('not_found'));
        },
      };
    },
    seenBy: ['the holder of the manage token can read the booking, and nobody else'],
  },
  {
    what: 'keeps a buffer that nobody asked for',
    make: (_, setup) => withConfig(setup, { bufferAfterMinutes: 30 }),
    seenBy: [
      'times that only touch are booked at once: both stand',
      'a booking is answered whole, and its time is no longer free',
    ],
  },
  {
    what: 'knows no custom lengths',
    make: (_, setup) => withConfig(setup, { allowCustomDuration: false }),
    seenBy: ['a custom length is offered, costs what lies between its neighbours, and can be booked'],
  },
];

async function redCases(broken: Broken): Promise<Map<string, unknown>> {
  const red = new Map<string, unknown>();
  const create = (setup: ContractSetup) => ({ adapter: broken.make(createMemoryAdapter(setup), setup) });
  for (const { name, run } of adapterContract({ create })) await run().catch((error: unknown) => red.set(name, error));
  return red;
}

describe('the adapter contract sees adapters that break it', () => {
  for (const broken of brokenAdapters) {
    void it(`an adapter that ${broken.what}`, async () => {
      const red = await redCases(broken);
      for (const name of broken.seenBy) {
        assert.ok(red.has(name), `should be red: ${name}\nare red: ${[...red.keys()].join('\n')}`);
        const reason = red.get(name);
        assert.ok(reason instanceof ContractFailure || isBookingError(reason) || reason instanceof Error);
      }
    });
  }

  void it('every case is seen to go red', () => {
    const seen = new Set(brokenAdapters.flatMap(({ seenBy }) => seenBy));
    const names = adapterContract({ create: () => Promise.reject(new Error('not used')) }).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !seen.has(name)),
      [],
      'cases that no broken adapter breaks',
    );
    assert.deepEqual(
      [...seen].filter((name) => !names.includes(name)),
      [],
      'cases that do not exist',
    );
  });
});
