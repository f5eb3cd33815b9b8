import { ensure, ensureEqual, ensureError } from '../contract/assert.js';
import { coachSeed, openEveryDay, sessionConfig } from '../fixtures.js';
import type { StoreCaseDefinition } from './bench.js';

const HOSTILE = `Robert'); DROP TABLE "Session";-- $1 {{x}} \\ "q" <b> \u{1F469}\u{1F3FD}`;

/** What is kept of a coach. */
export const documentCases: readonly StoreCaseDefinition[] = [
  {
    name: 'a coach is read whole, texts and unknown fields as they are',
    needs: [],
    coaches: [
      coachSeed({
        coach: { name: HOSTILE, bio: HOSTILE, calendlyUrl: 'https://calendly.com/grace' },
        config: { descriptions: { 30: HOSTILE }, bookingWindowDays: 40, maximumPerDay: 3, newer: { kept: [1, null] } },
        schedule: {
          rules: [
            { type: 'tide', phase: 'low' },
            { type: 'date', date: '2026-12-24', intervals: [] },
          ],
        },
      }),
    ],
    async run({ read }) {
      const { coach, config, schedule, busy } = await read();
      ensureEqual(
        [coach.id, coach.name, coach.bio, coach.title, coach.timezone, coach.calendlyUrl],
        ['grace', HOSTILE, HOSTILE, 'Career coach', 'Europe/Berlin', 'https://calendly.com/grace'],
        'the profile',
      );
      const wanted = sessionConfig({ descriptions: { 30: HOSTILE }, bookingWindowDays: 40, maximumPerDay: 3 });
      ensureEqual(config, { ...wanted, newer: { kept: [1, null] } }, 'the config');
      const rules = [
        { type: 'tide', phase: 'low' },
        { type: 'date', date: '2026-12-24', intervals: [] },
      ];
      ensureEqual(schedule, { timezone: 'Europe/Berlin', rules, isDefault: true, active: true }, 'the schedule');
      ensureEqual(busy, [], 'busy times');
    },
  },
  {
    name: 'prices are kept exactly, whatever the decimals of their currency',
    needs: [],
    coaches: [
      coachSeed({ config: { currency: 'KWD', rates: { 30: 12.345, 60: 0.001 } } }),
      coachSeed({ id: 'ida', config: { currency: 'JPY', rates: { 30: 1_000_001, 60: 0 } } }),
    ],
    async run({ read, book, store }) {
      ensureEqual((await read()).config.rates, { 30: 12.345, 60: 0.001 }, 'three decimals');
      ensureEqual((await read({ coachId: 'ida' })).config.rates, { 30: 1_000_001, 60: 0 }, 'no decimals');
      for (const rate of [
        { amountMinor: 12_345, currency: 'KWD' },
        { amountMinor: 9_999_999_999_999, currency: 'JPY' },
        { amountMinor: 0, currency: 'USD' },
      ]) {
        const booking = await book(`${10 + (rate.currency.charCodeAt(0) % 7)}:00`, { rate, minutes: 30 });
        ensureEqual(booking.rate, rate, 'the price of the booking');
        ensureEqual((await store.getBooking(booking.id))?.rate, rate, 'the price that is kept');
      }
    },
  },
  {
    name: 'what nobody knows is not_found, or null',
    needs: [],
    async run({ store, read, commit, clock }) {
      for (const coachId of ['nobody', '__proto__', '', '1', HOSTILE, 'gra\0ce', '\uD800']) {
        await ensureError(read({ coachId }), 'not_found', `read ${coachId}`);
        await ensureError(store.saveConfig(coachId, sessionConfig()), 'not_found', `saveConfig ${coachId}`);
        const schedule = openEveryDay('UTC', []);
        await ensureError(store.saveSchedule(coachId, schedule), 'not_found', `saveSchedule ${coachId}`);
        await ensureError(commit('10:00', { coachId, version: '1' }), 'not_found', `commit ${coachId}`);
        ensureEqual(await store.findByKey(coachId, 'key', clock(0)), null, `findByKey ${coachId}`);
      }
      for (const id of ['', 'nothing', HOSTILE, '\0', '6f9b2f3e-2f0c-4c8e-9d3a-0d6c8b1f4a11']) {
        ensureEqual(await store.getBooking(id), null, `getBooking ${id}`);
      }
    },
  },
  {
    name: 'a document is replaced whole, and its version guards it',
    needs: [],
    async run({ store, read }) {
      const before = await read();
      ensureEqual((await read()).version, before.version, 'the version of what has not changed');
      const config = sessionConfig({ durations: [45], rates: { 45: 70 }, defaultDuration: 45, currency: 'EUR' });
      const saved = await store.saveConfig('grace', config, before.configVersion);
      const after = await read();
      ensureEqual(after.config, config, 'the config');
      ensureEqual(
        [after.configVersion, after.scheduleVersion, after.version === before.version],
        [saved, before.scheduleVersion, false],
        'the versions',
      );
      const late = store.saveConfig('grace', sessionConfig(), before.configVersion);
      await ensureError(late, 'version_conflict', 'a save over another');
      ensureEqual((await read()).config, config, 'the config after a lost save');
      await store.saveConfig('grace', sessionConfig());
      ensureEqual((await read()).config, sessionConfig(), 'the config that is saved without a version');

      const schedule = { ...openEveryDay('Asia/Tokyo', [{ from: '10:00', to: '24:00' }]), active: false };
      const scheduled = await store.saveSchedule('grace', schedule, before.scheduleVersion);
      const last = await read();
      ensureEqual([last.schedule, last.scheduleVersion], [schedule, scheduled], 'the schedule');
      ensure(last.version !== after.version, 'the schedule counts for the version');
      const tooLate = store.saveSchedule('grace', schedule, before.scheduleVersion);
      await ensureError(tooLate, 'version_conflict', 'a schedule saved over another');
      ensureEqual((await read({ coachId: 'ida' })).config, sessionConfig(), 'the config of another coach');
    },
  },
  {
    name: 'two saves that began with the same version: one is a version_conflict',
    needs: [],
    async run({ store, read }) {
      const { configVersion } = await read();
      const saves = [1, 2, 3, 4].map((rate) =>
        store.saveConfig('grace', sessionConfig({ rates: { 30: rate, 60: rate } }), configVersion),
      );
      const results = await Promise.allSettled(saves);
      ensureEqual(results.filter(({ status }) => status === 'fulfilled').length, 1, 'saves that went through');
    },
  },
  {
    name: 'busy times are those that touch the range, with their buffers; ends are half-open',
    needs: [],
    coaches: [
      coachSeed({
        busy: [
          { start: '2026-11-26T09:00:00.000Z', end: '2026-11-26T10:00:00.000Z', bufferAfterMinutes: 30 },
          { start: '2026-11-26T12:00:00.000Z', end: '2026-11-26T13:00:00.000Z', bufferBeforeMinutes: 15 },
        ],
      }),
    ],
    async run({ store, at, clock }) {
      const starts = async (from: string, to: string): Promise<string[]> => {
        const { busy } = await store.read('grace', { start: at(from), end: at(to) }, { now: clock(0) });
        return busy.map(({ start }) => start.slice(11, 16)).sort();
      };
      ensureEqual(await starts('00:00', '23:00'), ['09:00', '12:00'], 'the day');
      ensureEqual(await starts('10:30', '11:45'), [], 'between the buffers');
      ensureEqual(await starts('10:29', '11:46'), ['09:00', '12:00'], 'into the buffers');
      const { busy } = await store.read('grace', { start: at('09:00'), end: at('11:00') }, { now: clock(0) });
      const [first] = busy;
      ensureEqual(
        [first?.end, first?.bufferBeforeMinutes ?? 0, first?.bufferAfterMinutes, first?.isSession ?? false],
        [at('10:00'), 0, 30, false],
        'what blocks',
      );
    },
  },
  {
    name: 'the range may reach beyond the years of four digits',
    needs: [],
    async run({ store, book, clock }) {
      await book('10:00');
      const range = { start: '-000001-12-31T00:00:00.000Z', end: '+010000-02-01T00:00:00.000Z' };
      ensureEqual((await store.read('grace', range, { now: clock(0) })).busy.length, 1, 'busy times of all time');
    },
  },
];
