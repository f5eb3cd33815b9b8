import { addDays } from '../../domain/plain-date.js';
import { localDate, offsetAt } from '../../domain/time-zone.js';
import { coachSeed, openEveryDay } from '../fixtures.js';
import { ensure, ensureEqual, ensureError } from './assert.js';
import type { CaseDefinition } from './case.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The coming dates on which a zone's clocks change, with the offsets in minutes before and after. */
function clockChanges(zone: string, now: number): { date: string; before: number; after: number }[] {
  const today = localDate(zone, now);
  return Array.from({ length: 360 }, (_, days) => addDays(today, days + 1)).flatMap((date) => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const [before, after] = [offsetAt(zone, noon - 24 * HOUR), offsetAt(zone, noon)];
    return before === after ? [] : [{ date, before, after }];
  });
}

/** What the coach's rules do to free times and bookings. */
export const ruleCases: readonly CaseDefinition[] = [
  {
    name: 'on a day when the clocks change, times are elapsed time: an hour less or an hour more',
    needs: ['getAvailability', 'book'],
    coaches: [
      coachSeed({
        config: { slotIntervalMinutes: 60 },
        schedule: openEveryDay('Europe/Berlin', [{ from: '01:00', to: '05:00' }]),
      }),
    ],
    async run({ adapter, now, request, book }) {
      const changes = clockChanges('Europe/Berlin', now);
      ensureEqual(changes.length, 2, 'clock changes in a year');
      for (const { date, before, after } of changes) {
        const from = Date.parse(`${date}T01:00:00Z`) - before * MINUTE;
        const until = Date.parse(`${date}T05:00:00Z`) - after * MINUTE;
        const query = { coachId: 'grace', start: date, end: date, durationMinutes: 60 };
        const { slots } = await adapter.getAvailability(query);
        const expected = Array.from({ length: (until - from) / HOUR }, (_, hour) => from + hour * HOUR);
        ensureEqual(
          slots.map((slot) => slot.startTime),
          expected.map((ms) => new Date(ms).toISOString()),
          `starts on ${date}`,
        );
        ensureEqual(slots.length, after > before ? 3 : 5, `hours between 1:00 and 5:00 on ${date}`);
        const slot = slots[1];
        ensure(slot !== undefined, 'a second time');
        ensureEqual((await book(request(slot))).startTime, slot.startTime, `a booking on ${date}`);
      }
    },
  },
  {
    name: 'a custom length is offered, costs what lies between its neighbours, and can be booked',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { allowCustomDuration: true, minimumDuration: 20, maximumDuration: 90 } })],
    async run({ slots, slotAt, request, book }) {
      const price = async (minutes: number): Promise<number> => (await slotAt(3, '09:00', minutes)).rate.amountMinor;
      // 50.00 at 30 and 90.50 at 60: 70.25 at 45. Beyond the ends pro rata, rounded half up: 33.33 and 135.75.
      ensureEqual([await price(45), await price(20), await price(90)], [7025, 3333, 13575], 'prices of 45, 20, 90');
      const slot = await slotAt(3, '10:00', 45);
      const booking = await book(request(slot));
      ensureEqual([booking.durationMinutes, booking.rate.amountMinor], [45, 7025], 'length and price');
      await ensureError(slots(3, { durationMinutes: 91 }), 'validation_failed', 'a length above the maximum');
    },
  },
  {
    name: 'prices are exact in currencies without decimals, and with three',
    needs: ['getConfig', 'getAvailability', 'book'],
    coaches: [
      coachSeed({ config: { currency: 'KWD', rates: { 30: 12.345, 60: 19.99 } } }),
      coachSeed({ id: 'yuki', config: { currency: 'JPY', rates: { 30: 5000, 60: 9800 } } }),
    ],
    async run({ adapter, slots, slotAt, request, book }) {
      ensureEqual((await adapter.getConfig({ coachId: 'grace' })).rates, { 30: 12.345, 60: 19.99 }, 'rates');
      const half = await slotAt(3, '09:00', 30);
      ensureEqual(half.rate, { amountMinor: 12345, currency: 'KWD' }, 'a price in Kuwait');
      ensureEqual((await book(request(half))).rate, half.rate, 'the price of the booking');
      const [yen] = await slots(3, { coachId: 'yuki', durationMinutes: 60 });
      ensureEqual(yen?.rate, { amountMinor: 9800, currency: 'JPY' }, 'a price in Japan');
    },
  },
  {
    name: 'a time in the past, or sooner than the notice, is out_of_policy',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { minimumNoticeMinutes: 3 * 24 * 60 } })],
    async run({ slots, slotAt, request, book, at, now }) {
      ensureEqual(await slots(2), [], 'free times before the notice ends');
      const slot = await slotAt(5, '10:00');
      const early = request(slot, { startTime: at(1, '10:00'), endTime: at(1, '11:00') });
      await ensureError(book(early), 'out_of_policy', 'too soon');
      const past = request(slot, { startTime: at(-2, '10:00'), endTime: at(-2, '11:00') });
      await ensureError(book(past), 'out_of_policy', 'in the past');
      const first = (await slots(0, { end: at(7, '00:00') }))[0];
      ensure(Date.parse(first?.startTime ?? '') >= now + 72 * HOUR, 'the first free time keeps the notice');
    },
  },
  {
    name: 'a time after the booking window is out_of_policy',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { bookingWindowDays: 5 } })],
    async run({ slots, slotAt, request, book, at }) {
      ensure((await slots(5)).length > 0, 'the last day of the window is open');
      ensureEqual(await slots(6), [], 'free times on the day after');
      const slot = await slotAt(5, '10:00');
      const late = request(slot, { startTime: at(6, '10:00'), endTime: at(6, '11:00') });
      await ensureError(book(late), 'out_of_policy', 'too late');
    },
  },
  {
    name: 'buffers keep their distance from other sessions, on both sides',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 } })],
    async run({ slots, slotAt, request, book, at }) {
      await book(request(await slotAt(3, '10:00', 30)));
      const free = (await slots(3, { durationMinutes: 30 })).map((slot) => slot.startTime);
      const expected = ['09:00', '11:00', '11:30'].map((time) => at(3, time));
      ensureEqual(free, expected, 'half hours with half an hour between sessions');
      const close = { startTime: at(3, '10:30'), endTime: at(3, '11:00') };
      const slot = await slotAt(3, '11:00', 30);
      await ensureError(book(request(slot, close)), 'slot_unavailable', 'a time within the buffers');
    },
  },
  {
    name: 'what blocks the coach elsewhere is not free',
    needs: ['getAvailability', 'book'],
    coaches: (now) => {
      const tomorrow = addDays(localDate('Europe/Berlin', now), 1);
      const start = new Date(Date.parse(`${tomorrow}T00:00:00Z`)).toISOString();
      const end = new Date(Date.parse(start) + 3 * 24 * HOUR).toISOString();
      return [coachSeed({ busy: [{ start, end }] })];
    },
    async run({ slots, slotAt, request, book, at }) {
      ensureEqual(await slots(2), [], 'free times of a day that is blocked');
      const slot = await slotAt(6, '10:00');
      const blocked = request(slot, { startTime: at(2, '10:00'), endTime: at(2, '11:00') });
      const { alternatives = [] } = await ensureError(book(blocked), 'slot_unavailable', 'a time that is blocked');
      ensure(alternatives.length > 0, 'alternatives on other days');
    },
  },
  {
    name: 'a full day offers nothing, and refuses what still comes',
    needs: ['getAvailability', 'book'],
    coaches: [coachSeed({ config: { maximumPerDay: 2 } })],
    async run({ slots, slotAt, request, book }) {
      const last = await slotAt(3, '11:00');
      await book(request(await slotAt(3, '09:00')));
      ensure((await slots(3)).length > 0, 'one place is left');
      await book(request(await slotAt(3, '10:00')));
      ensureEqual(await slots(3), [], 'free times of the full day');
      await ensureError(book(request(last)), 'slot_unavailable', 'a third session');
    },
  },
  {
    name: 'the coach’s interval decides where times start, and sessions may run over midnight',
    needs: ['getAvailability', 'book'],
    coaches: [
      coachSeed({
        config: { slotIntervalMinutes: 20 },
        schedule: openEveryDay('Europe/Berlin', [
          { from: '00:00', to: '00:40' },
          { from: '23:00', to: '24:00' },
        ]),
      }),
    ],
    async run({ slots, request, book, at }) {
      const hours = await slots(3, { durationMinutes: 60 });
      ensureEqual(
        hours.map((slot) => slot.startTime),
        ['23:00', '23:20', '23:40'].map((time) => at(3, time)),
        'hours that begin before midnight',
      );
      const late = hours.at(-1);
      ensure(late !== undefined, 'a time over midnight');
      await book(request(late));
      const free = (await slots(4, { durationMinutes: 30 })).map((slot) => slot.startTime);
      ensure(!free.includes(at(4, '00:00')) && !free.includes(at(4, '00:20')), 'the morning after is taken');
    },
  },
];
