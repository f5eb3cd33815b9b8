import { isBookingError, type BookingError } from '../../domain/booking-error.js';
import type { Booking } from '../../domain/booking.js';
import { coachSeed } from '../fixtures.js';
import { ensure, ensureEqual, ensureError } from './assert.js';
import { persist, type CaseDefinition } from './case.js';

interface Outcome {
  readonly won: readonly Booking[];
  readonly lost: readonly BookingError[];
}

/** Lets all of them go at once; a failure that is no `BookingError` is red. */
async function together(works: readonly (() => Promise<Booking>)[]): Promise<Outcome> {
  const won: Booking[] = [];
  const lost: BookingError[] = [];
  for (const result of await Promise.allSettled(works.map((work) => work()))) {
    if (result.status === 'fulfilled') won.push(result.value);
    else {
      ensure(isBookingError(result.reason), `expected a BookingError, got ${String(result.reason)}`);
      lost.push(result.reason);
    }
  }
  return { won, lost };
}

function ensureOneWinner({ won, lost }: Outcome, what: string): void {
  ensureEqual([won.length, lost.length > 0], [1, true], `${what}: winners, and whether others lost`);
  for (const error of lost) ensureEqual(error.code, 'slot_unavailable', `${what}: what a loser gets`);
}

/** Several visitors at once. */
export const raceCases: readonly CaseDefinition[] = [
  {
    name: 'two visitors book one time at once: one has it, the other gets slot_unavailable with free times nearby',
    needs: ['getAvailability', 'book'],
    async run({ slots, slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const outcome = await together([() => book(request(slot)), () => book(request(slot))]);
      ensureOneWinner(outcome, 'two at once');
      const free = (await slots(3, { durationMinutes: 60 })).map((each) => each.startTime);
      ensure(!free.includes(slot.startTime), 'the time is no longer free');
      const alternatives = outcome.lost[0]?.alternatives ?? [];
      ensure(alternatives.length > 0, 'the loser gets alternatives');
      ensure(!alternatives.some((each) => each.startTime === slot.startTime), 'the lost time is no alternative');
    },
  },
  {
    name: 'many visitors book one time at once: exactly one has it',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const works = Array.from({ length: 12 }, () => () => book(request(slot)));
      ensureOneWinner(await together(works), 'twelve at once');
    },
  },
  {
    name: 'times that overlap are booked at once: one wins',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book }) {
      const [hour, half] = [await slotAt(3, '10:00', 60), await slotAt(3, '10:30', 30)];
      ensureOneWinner(await together([() => book(request(hour)), () => book(request(half))]), 'an overlap');
    },
  },
  {
    name: 'times that only touch are booked at once: both stand',
    needs: ['getAvailability', 'book'],
    async run({ slotAt, request, book }) {
      const [first, second] = [await slotAt(3, '09:00'), await slotAt(3, '10:00')];
      const { won, lost } = await together([() => book(request(first)), () => book(request(second))]);
      ensureEqual([won.length, lost.map((error) => error.code)], [2, []], 'bookings, and refusals');
    },
  },
  {
    name: 'the same key sent twice at once makes one booking',
    needs: ['getAvailability', 'book'],
    async run({ slots, slotAt, request, book, key, at }) {
      const [slot, idempotencyKey] = [await slotAt(3, '10:00'), key()];
      const send = (): Promise<Booking> => persist(() => book(request(slot), idempotencyKey));
      const { won, lost } = await together([send, send, send]);
      ensureEqual(
        lost.map((error) => error.code),
        [],
        'refusals',
      );
      ensureEqual(won[1], won[0], 'the second answer');
      ensureEqual(won[2], won[0], 'the third answer');
      const free = await slots(3, { durationMinutes: 60 });
      ensureEqual(
        free.map((each) => each.startTime),
        [at(3, '09:00'), at(3, '11:00')],
        'free hours after it',
      );
    },
  },
  {
    name: 'the last place of a day is booked at once at two times: one wins',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { maximumPerDay: 1 } })],
    async run({ slots, slotAt, request, book }) {
      const [first, second] = [await slotAt(3, '09:00'), await slotAt(3, '11:00')];
      ensureOneWinner(await together([() => book(request(first)), () => book(request(second))]), 'one a day');
      ensureEqual(await slots(3), [], 'free times of the full day');
      ensure((await slots(4)).length > 0, 'the next day is open');
    },
  },
  {
    name: 'a hold hides its time from others and not from its owner, until it is released',
    needs: ['getAvailability', 'book', 'hold', 'release'],
    async run({ adapter, slots, slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const { startTime, durationMinutes } = slot;
      const hold = await adapter.hold?.({ coachId: 'grace', startTime, durationMinutes });
      ensure(hold !== undefined, 'a hold');
      ensure(Date.parse(hold.expiresAt) > Date.parse(hold.serverNow), 'expiresAt lies after serverNow');
      const { holdId } = hold;
      const starts = async (query = {}): Promise<boolean> =>
        (await slots(3, query)).some((each) => each.startTime === startTime);
      ensureEqual([await starts(), await starts({ holdId })], [false, true], 'free for others, and for its owner');
      await ensureError(book(request(slot)), 'slot_unavailable', 'another visitor');
      await adapter.release?.({ holdId });
      ensureEqual(await starts(), true, 'free for others once released');
    },
  },
  {
    name: 'a held time is booked by its owner; another visitor cannot hold it meanwhile',
    needs: ['getAvailability', 'book', 'hold'],
    async run({ adapter, slotAt, request, book }) {
      const slot = await slotAt(3, '10:00');
      const { startTime, durationMinutes } = slot;
      const hold = await adapter.hold?.({ coachId: 'grace', startTime, durationMinutes });
      ensure(hold !== undefined, 'a hold');
      const second = adapter.hold?.({ coachId: 'grace', startTime, durationMinutes });
      await ensureError(Promise.resolve(second), 'slot_unavailable', 'another hold');
      const booking = await book(request(slot, { holdId: hold.holdId }));
      ensureEqual(booking.startTime, startTime, 'the booking');
    },
  },
];
