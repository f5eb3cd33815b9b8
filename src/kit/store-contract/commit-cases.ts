import { ensure, ensureEqual } from '../contract/assert.js';
import { sessionConfig } from '../fixtures.js';
import type { StoreBench, StoreCaseDefinition } from './bench.js';

/** The outcomes of works that go at once, counted by word. */
async function outcomes(works: readonly Promise<{ readonly outcome: string }>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { outcome } of await Promise.all(works)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

const dayOf = ({ at }: StoreBench, maximum: number) => ({
  dayLimit: { start: at('00:00'), end: '2026-11-27T00:00:00.000Z', maximum },
});

/** What becomes a booking, and what does not. */
export const commitCases: readonly StoreCaseDefinition[] = [
  {
    name: 'a booking is kept whole, and blocks its time with its buffers',
    needs: [],
    async run({ store, commit, read, at }) {
      const attendee = {
        name: `O'Neil "Jo" \u{1F600}`,
        email: 'jo+tag@example.com',
        timeZone: 'Asia/Kathmandu',
        phone: '+977 1 234',
        company: { size: 3 },
      };
      const answers = { goal: '<b>Lead</b>', size: 9, remote: false, notes: 'one\ntwo' };
      const metadata = { campaign: 'spring', nested: { deep: [1, null, 'x'] } };
      const request = {
        coachId: 'grace',
        startTime: at('10:00'),
        endTime: at('11:00'),
        durationMinutes: 60,
        rate: { amountMinor: 9050, currency: 'USD' },
        attendee,
        answers,
        metadata,
      };
      const result = await commit('10:00', { request, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 });
      ensure(result.outcome === 'booked', `expected booked, got ${result.outcome}`);
      const { booking } = result;
      ensure(booking.sessionId !== '', 'a session id');
      const { id, sessionId } = booking;
      ensureEqual(booking, { ...request, id, sessionId, status: 'confirmed' }, 'the booking');
      ensureEqual(await store.getBooking(id), booking, 'the booking that is kept');
      const { busy } = await read();
      const { start, end, bufferBeforeMinutes, bufferAfterMinutes, isSession } = busy[0] ?? {};
      ensureEqual(
        [busy.length, start, end, bufferBeforeMinutes, bufferAfterMinutes, isSession],
        [1, at('10:00'), at('11:00'), 10, 20, true],
        'what it blocks',
      );
      ensureEqual((await read({ coachId: 'ida' })).busy, [], 'the busy times of another coach');
    },
  },
  {
    name: 'times that overlap are taken, buffers included; those that touch are not',
    needs: [],
    async run({ commit, book, busy }) {
      await book('10:00', { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
      const outcome = async (...wanted: Parameters<typeof commit>) => (await commit(...wanted)).outcome;
      ensureEqual(await outcome('10:00'), 'taken', 'the same time');
      ensureEqual(await outcome('09:30'), 'taken', 'over its start');
      ensureEqual(await outcome('10:15', { minutes: 15 }), 'taken', 'within');
      ensureEqual(await outcome('08:00', { minutes: 180 }), 'taken', 'around');
      ensureEqual(await outcome('11:10', { minutes: 30 }), 'taken', 'into its buffer');
      ensureEqual(await outcome('11:20', { minutes: 30, bufferBeforeMinutes: 10 }), 'taken', 'buffers over each other');
      ensureEqual(await outcome('11:30', { minutes: 30, bufferBeforeMinutes: 15 }), 'booked', 'buffers that touch');
      ensureEqual(await outcome('09:15', { minutes: 30 }), 'booked', 'up to its buffer');
      ensureEqual(await outcome('10:00', { coachId: 'ida' }), 'booked', 'with another coach');
      ensureEqual(await busy(), ['09:15-09:45', '10:00-11:00', '11:30-12:00'], 'what is booked in the end');
    },
  },
  {
    name: 'a decision on an old version is stale, and nothing is kept of it',
    needs: [],
    async run({ store, commit, read, busy, clock }) {
      const { version } = await read();
      await store.saveConfig('grace', sessionConfig({ rates: { 30: 60, 60: 100 } }));
      const old = { version, idempotencyKey: 'stale-1' };
      ensureEqual((await commit('10:00', old)).outcome, 'stale', 'a changed config');
      ensureEqual([await busy(), await store.findByKey('grace', 'stale-1', clock(0))], [[], null], 'what is kept');
      const { version: second, schedule } = await read();
      await store.saveSchedule('grace', { ...schedule, timezone: 'UTC' });
      ensureEqual((await commit('10:00', { version: second })).outcome, 'stale', 'a changed schedule');
      ensureEqual((await commit('10:00', { idempotencyKey: 'stale-1' })).outcome, 'booked', 'decided again');
    },
  },
  {
    name: 'a day that is full is taken',
    needs: [],
    async run(bench) {
      const { commit, book } = bench;
      ensureEqual((await commit('08:00', dayOf(bench, 0))).outcome, 'taken', 'no session a day');
      ensureEqual((await commit('08:00', dayOf(bench, -2))).outcome, 'taken', 'fewer than none');
      await book('10:00', dayOf(bench, 2));
      await book('11:00', dayOf(bench, 2));
      ensureEqual((await commit('12:00', dayOf(bench, 2))).outcome, 'taken', 'a third session');
      ensureEqual((await commit('12:00', { ...dayOf(bench, 2), coachId: 'ida' })).outcome, 'booked', 'another coach');
      ensureEqual((await commit('12:00', dayOf(bench, 3))).outcome, 'booked', 'three a day');
    },
  },
  {
    name: 'many book one time at once: one has it, the others lose it',
    needs: [],
    async run({ commit, busy }) {
      const works = Array.from({ length: 20 }, (_, index) => commit('10:00', { minutes: 30 + (index % 3) * 15 }));
      ensureEqual(await outcomes(works), { booked: 1, taken: 19 }, 'twenty at once');
      ensureEqual((await busy()).length, 1, 'sessions');
    },
  },
  {
    name: 'many book times that only touch at once: all stand',
    needs: [],
    async run({ commit }) {
      const works = Array.from({ length: 12 }, (_, index) => commit(`${String(8 + index).padStart(2, '0')}:00`));
      ensureEqual(await outcomes(works), { booked: 12 }, 'twelve hours at once');
    },
  },
  {
    name: 'many book the last places of a day at once: no more than there are',
    needs: [],
    async run(bench) {
      const hours = Array.from({ length: 10 }, (_, index) => `${String(8 + index).padStart(2, '0')}:00`);
      const works = hours.map((time) => bench.commit(time, dayOf(bench, 3)));
      ensureEqual(await outcomes(works), { booked: 3, taken: 7 }, 'three a day');
    },
  },
];
