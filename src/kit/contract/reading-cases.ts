import { isBookingError } from '../../domain/booking-error.js';
import { readInstantMs } from '../../domain/read-instant.js';
import type { Slot } from '../../domain/slot.js';
import { offsetAt } from '../../domain/time-zone.js';
import { coachSeed, openEveryDay } from '../fixtures.js';
import { ensure, ensureEqual, ensureError, ensureField } from './assert.js';
import type { CaseDefinition } from './case.js';

const HOUR = 3_600_000;
/** A case may take a while, and clocks of two machines are never the same. */
const MINUTES_OFF = 5 * 60_000;
const HOSTILE = `<img src=x onerror="alert(1)"> 'Ünïcödé' \u{1F469}\u{1F3FD}‍\u{1F680} ${'long '.repeat(60)}`;

/** What is answered about a coach and their free times. */
export const readingCases: readonly CaseDefinition[] = [
  {
    name: 'the config has every length with its rate, and the rules of booking',
    needs: ['getConfig'],
    coaches: [coachSeed({ config: { bookingWindowDays: 40, maximumPerDay: 9, minimumNoticeMinutes: 15 } })],
    async run({ adapter }) {
      const config = await adapter.getConfig({ coachId: 'grace' });
      ensureEqual([...config.durations].sort(), [30, 60], 'durations');
      ensureEqual(config.rates, { 30: 50, 60: 90.5 }, 'rates');
      ensureEqual(
        [config.currency, config.defaultDuration, config.isActive, config.allowCustomDuration],
        ['USD', 60, true, false],
        'currency, default length, active, custom lengths',
      );
      ensureEqual(
        [config.bookingWindowDays, config.maximumPerDay, config.minimumNoticeMinutes],
        [40, 9, 15],
        'window, maximum per day, notice',
      );
    },
  },
  {
    name: 'fields and words that are not known are kept as they are',
    needs: ['getConfig', 'getAvailability'],
    coaches: [
      coachSeed({
        config: {
          location: { kind: 'hologram', label: 'Room 3' },
          fields: [{ name: 'mood', label: 'Your mood', type: 'colour' }],
          newerField: { words: ['kept'], count: 3 },
        },
        schedule: {
          rules: [
            { type: 'tide', phase: 'low' },
            ...openEveryDay('Europe/Berlin', [{ from: '09:00', to: '12:00' }]).rules,
          ],
        },
      }),
    ],
    async run({ adapter, slots }) {
      const config = await adapter.getConfig({ coachId: 'grace' });
      ensureEqual(config.location, { kind: 'hologram', label: 'Room 3' }, 'a location of an unknown kind');
      ensureEqual(config.fields, [{ name: 'mood', label: 'Your mood', type: 'colour' }], 'a field of an unknown type');
      ensureEqual(Reflect.get(config, 'newerField'), { words: ['kept'], count: 3 }, 'an unknown field');
      ensure((await slots(3)).length > 0, 'a rule of an unknown type must not close the other days');
    },
  },
  {
    name: 'a profile tells who the coach is, and what each length costs',
    needs: ['getCoach', 'getConfig'],
    coaches: [coachSeed({ coach: { name: HOSTILE, bio: HOSTILE, pronouns: 'she/her' } })],
    async run({ adapter }) {
      const coach = await adapter.getCoach?.({ coachId: 'grace' });
      ensureEqual([coach?.id, coach?.timezone], ['grace', 'Europe/Berlin'], 'id and zone');
      ensureEqual([coach?.name, coach?.bio], [HOSTILE, HOSTILE], 'texts, unchanged whatever is in them');
      ensureEqual(coach && Reflect.get(coach, 'pronouns'), 'she/her', 'an unknown field');
      const lengths = [...(coach?.sessionLengths ?? [])].sort((a, b) => a.duration - b.duration);
      ensureEqual(
        lengths.map(({ duration, rate, currency }) => [duration, rate, currency]),
        [
          [30, 50, 'USD'],
          [60, 90.5, 'USD'],
        ],
        'session lengths',
      );
    },
  },
  {
    name: 'an unknown coach is not_found, not an empty calendar',
    needs: ['getConfig', 'getAvailability', 'book'],
    async run({ adapter, at, request, slotAt, book }) {
      const coachId = 'nobody-of-that-name';
      await ensureError(adapter.getConfig({ coachId }), 'not_found', 'getConfig');
      const range = { start: at(3, '00:00'), end: at(4, '00:00') };
      await ensureError(adapter.getAvailability({ coachId, ...range }), 'not_found', 'getAvailability');
      const slot = await slotAt(3, '10:00');
      await ensureError(book(request(slot, { coachId })), 'not_found', 'book');
    },
  },
  {
    name: 'free times are sorted, whole, priced, and no (start, length) comes twice',
    needs: ['getAvailability'],
    async run({ slots, at }) {
      const free = await slots(3);
      ensureEqual(
        free.map((slot) => [slot.startTime, slot.durationMinutes, slot.rate.amountMinor]),
        ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'].flatMap((time) => [
          [at(3, time), 30, 5000],
          ...(time === '11:30' ? [] : [[at(3, time), 60, 9050]]),
        ]),
        'start, length and price of each',
      );
      for (const slot of free) {
        const end = new Date(Date.parse(slot.startTime) + slot.durationMinutes * 60_000).toISOString();
        ensureEqual([slot.endTime, slot.rate.currency], [end, 'USD'], `end and currency at ${slot.startTime}`);
      }
    },
  },
  {
    name: 'free times can be asked for one length, and come with the zone of the coach',
    needs: ['getAvailability'],
    async run({ adapter, slots, at }) {
      const free = await slots(3, { durationMinutes: 60 });
      ensureEqual([...new Set(free.map((slot) => slot.durationMinutes))], [60], 'lengths');
      const range = { start: at(3, '00:00'), end: at(4, '00:00') };
      const answer = await adapter.getAvailability({ coachId: 'grace', ...range, timeZone: 'Asia/Kolkata' });
      ensureEqual(answer.timeZone, 'Europe/Berlin', 'the zone of the coach, not of the visitor');
    },
  },
  {
    name: 'a range holds its start and not its end',
    needs: ['getAvailability'],
    async run({ slots, at }) {
      const free = await slots(3, { start: at(3, '09:30'), end: at(3, '10:30'), durationMinutes: 30 });
      ensureEqual(
        free.map((slot) => slot.startTime),
        [at(3, '09:30'), at(3, '10:00')],
        'starts from 9:30 to 10:30',
      );
    },
  },
  {
    name: 'the longest range that it names is answered whole, and so is the one after it',
    needs: ['getAvailability'],
    async run({ adapter, slots, at }) {
      const { maximumDays = 42 } = adapter;
      ensure(maximumDays > 0, `maximumDays: more than no day, got ${maximumDays}`);
      const from = Date.parse(at(1, '00:00'));
      const range = (start: number, end: number) =>
        slots(0, { start: new Date(start).toISOString(), end: new Date(end).toISOString() });
      const length = Math.min(maximumDays, 30) * 24 * HOUR;
      const whole = [...(await range(from, from + length)), ...(await range(from + length, from + 2 * length))];
      const half = length / 2;
      const parts: (readonly Slot[])[] = [];
      for (let start = from; start < from + 2 * length; start += half) parts.push(await range(start, start + half));
      ensure(whole.length > 0, 'free times in the longest range');
      ensureEqual(whole, parts.flat(), 'the times of a range, and those of its halves');
    },
  },
  {
    name: 'the server’s time, where it is told, is an instant and the time',
    needs: ['getAvailability'],
    async run({ adapter, at, now }) {
      const range = { start: at(3, '00:00'), end: at(4, '00:00') };
      const { serverNow } = await adapter.getAvailability({ coachId: 'grace', ...range });
      if (serverNow === undefined) return;
      const ms = readInstantMs(serverNow);
      ensure(!Number.isNaN(ms), `serverNow: an instant with an offset, got ${serverNow}`);
      ensure(Math.abs(ms - now) < MINUTES_OFF, `serverNow: about ${new Date(now).toISOString()}, got ${serverNow}`);
    },
  },
  {
    name: 'dates are both included, on the clocks of the zone that is asked for',
    needs: ['getAvailability'],
    coaches: [coachSeed({ schedule: openEveryDay('Europe/Berlin', [{ from: '00:00', to: '24:00' }]) })],
    async run({ adapter, day }) {
      const query = { coachId: 'grace', durationMinutes: 60, start: day(5), end: day(6) };
      const hour = (timeZone: string, instant: string): string => {
        const offset = offsetAt(timeZone, Date.parse(instant)) * 60_000;
        return new Date(Date.parse(instant) + offset).toISOString().slice(0, 16);
      };
      for (const timeZone of ['America/New_York', 'Asia/Kolkata', undefined]) {
        const zone = timeZone ?? 'Europe/Berlin';
        const answer = await adapter.getAvailability({ ...query, ...(timeZone && { timeZone }) });
        const starts = answer.slots.map((slot) => hour(zone, slot.startTime));
        ensureEqual(starts.at(0), `${day(5)}T00:00`, `first start in ${zone}`);
        ensureEqual(starts.at(-1), `${day(6)}T23:30`, `last start in ${zone}`);
      }
    },
  },
  {
    name: 'a range that makes no sense is refused, and the field named',
    needs: ['getAvailability'],
    async run({ slots, at }) {
      await ensureField(slots(3, { start: 'tomorrow' }), 'start', 'a start that is no instant');
      await ensureField(slots(3, { end: '2026-11-26T09:00:00' }), 'end', 'an end without an offset');
      await ensureField(slots(3, { start: at(4, '00:00'), end: at(3, '00:00') }), 'end', 'an end before the start');
      const tooFar = new Date(Date.parse(at(3, '00:00')) + 367 * 24 * HOUR).toISOString();
      await ensureField(slots(3, { end: tooFar }), 'end', 'more than 366 days');
      await ensureError(slots(3, { timeZone: 'Mars/Olympus' }), 'validation_failed', 'an unknown zone');
    },
  },
  {
    name: 'a length that is not offered has no free times: it is refused',
    needs: ['getAvailability', 'book'],
    async run({ slots, slotAt, request, book }) {
      await ensureError(slots(3, { durationMinutes: 45 }), 'validation_failed', 'free times of 45 minutes');
      const slot = await slotAt(3, '10:00', 60);
      const endTime = new Date(Date.parse(slot.startTime) + 45 * 60_000).toISOString();
      await ensureField(book(request(slot, { durationMinutes: 45, endTime })), 'durationMinutes', 'booking 45 minutes');
    },
  },
  {
    name: 'a coach who is not active offers no times, and takes no booking',
    needs: ['getConfig', 'getAvailability', 'book'],
    coaches: [coachSeed({ config: { isActive: false } }), coachSeed({ id: 'ida' })],
    async run({ adapter, slots, request, book }) {
      ensureEqual((await adapter.getConfig({ coachId: 'grace' })).isActive, false, 'isActive');
      ensureEqual(await slots(3), [], 'free times');
      const [slot] = await slots(3, { coachId: 'ida' });
      ensure(slot !== undefined, 'the other coach should be free');
      await ensureError(book(request(slot)), 'out_of_policy', 'booking a free time of another coach');
    },
  },
  {
    name: 'what is aborted ends with aborted and nothing else',
    needs: ['getConfig', 'getAvailability'],
    async run({ adapter, at }) {
      const signal = AbortSignal.abort();
      await ensureError(adapter.getConfig({ coachId: 'grace' }, { signal }), 'aborted', 'getConfig');
      const query = { coachId: 'grace', start: at(3, '00:00'), end: at(4, '00:00') };
      await ensureError(adapter.getAvailability(query, { signal }), 'aborted', 'getAvailability');
      const controller = new AbortController();
      const late = adapter.getAvailability(query, { signal: controller.signal });
      controller.abort();
      const error: unknown = await late.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const fits = error === undefined || (isBookingError(error) && error.code === 'aborted');
      ensure(fits, `an abort on the way: expected aborted or the answer, got ${String(error)}`);
    },
  },
];
