import { ensure, ensureEqual, ensureError } from '../contract/assert.js';
import { sessionConfig } from '../fixtures.js';
import type { StoreBench, StoreCaseDefinition } from './bench.js';

const MINUTE = 60_000;

const outcome = async (work: ReturnType<StoreBench['hold'] | StoreBench['commit']>): Promise<string> =>
  (await work).outcome;

/** Times that are kept for a while. */
export const holdCases: readonly StoreCaseDefinition[] = [
  {
    name: 'a hold keeps its time from others, not from its owner, and ends by the clock that is given',
    needs: ['hold'],
    async run({ hold, held, commit, busy, clock }) {
      const result = await hold('10:00', { bufferBeforeMinutes: 15 });
      ensure(result.outcome === 'held', `expected held, got ${result.outcome}`);
      const { holdId, expiresAt, serverNow } = result.hold;
      ensureEqual([expiresAt, serverNow], [clock(5), clock(0)], 'its end, and now');
      ensureEqual(await busy(), ['10:00-11:00'], 'for others');
      ensureEqual(await busy({ exceptHoldId: holdId }), [], 'for its owner');
      ensureEqual(await busy({ now: clock(5) }), [], 'once it is over');
      ensureEqual(await outcome(hold('10:00')), 'taken', 'another hold');
      ensureEqual(await outcome(hold('09:00', { minutes: 50 })), 'taken', 'a hold in its buffer');
      ensureEqual(await outcome(commit('10:30')), 'taken', 'a booking of another');
      ensureEqual(await outcome(hold('10:00', { coachId: 'ida' })), 'held', 'with another coach');
      await held('10:00', { after: 5 });
    },
  },
  {
    name: 'a hold becomes the booking of its owner, and cannot be released any more',
    needs: ['hold', 'release'],
    async run({ held, book, release, busy, commit }) {
      const holdId = await held('10:00');
      await book('10:00', { holdId, bufferAfterMinutes: 10 });
      ensureEqual(await busy({ exceptHoldId: holdId }), ['10:00-11:00'], 'the booking');
      await release(holdId);
      ensureEqual(await busy(), ['10:00-11:00'], 'the booking after a late release');
      ensureEqual(await outcome(commit('11:00', { minutes: 30 })), 'taken', 'the buffer of the booking');
    },
  },
  {
    name: 'who books another time than they hold gives up the held one; who loses keeps it',
    needs: ['hold'],
    async run({ held, book, commit, busy }) {
      const holdId = await held('10:00');
      await book('14:00');
      ensureEqual(await outcome(commit('14:00', { holdId })), 'taken', 'a time of another');
      ensureEqual(await busy(), ['10:00-11:00', '14:00-15:00'], 'after the lost race');
      await book('10:30', { holdId });
      ensureEqual(await busy(), ['10:30-11:30', '14:00-15:00'], 'after the booking');
    },
  },
  {
    name: 'a hold that is over gives no right, and costs none',
    needs: ['hold'],
    async run({ held, hold, commit }) {
      const holdId = await held('10:00');
      const second = await held('10:00', { after: 6 });
      ensureEqual(await outcome(commit('10:00', { holdId, after: 7 })), 'taken', 'a time that another holds now');
      const late = await hold('12:00', { holdId, after: 7 });
      ensure(late.outcome === 'held', `expected held, got ${late.outcome}`);
      ensure(late.hold.holdId !== holdId, 'a hold that is over is not renewed: another is made');
      ensureEqual(await outcome(commit('10:00', { holdId: second, after: 20 })), 'booked', 'late, and still free');
    },
  },
  {
    name: 'a hold is renewed and moved under its id; a move to a time that is taken leaves it where it is',
    needs: ['hold'],
    async run({ held, hold, book, busy, clock }) {
      const holdId = await held('10:00');
      const renewed = await hold('10:00', { holdId, after: 4 });
      ensure(renewed.outcome === 'held', `expected held, got ${renewed.outcome}`);
      ensureEqual([renewed.hold.holdId, renewed.hold.expiresAt], [holdId, clock(9)], 'renewed');
      ensureEqual(await held('10:30', { holdId, after: 5 }), holdId, 'moved over itself');
      ensureEqual(await busy({ now: clock(5) }), ['10:30-11:30'], 'where it is');
      await book('14:00');
      ensureEqual(await outcome(hold('14:30', { holdId, after: 6 })), 'taken', 'a time of another');
      ensureEqual(await busy({ now: clock(9) }), ['10:30-11:30', '14:00-15:00'], 'where it still is');
      ensureEqual(await held('10:30', { holdId, after: 6, minutes: 30 }), holdId, 'made shorter');
      ensureEqual(await busy({ now: clock(7) }), ['10:30-11:00', '14:00-15:00'], 'how long it is');
    },
  },
  {
    name: 'a time cannot be held for ever by renewing; a hold that moves begins anew',
    needs: ['hold'],
    async run({ held, hold, clock }) {
      const longestMs = 8 * MINUTE;
      const holdId = await held('10:00', { longestMs });
      const until = async (time: string, after: number): Promise<string> => {
        const result = await hold(time, { holdId, after, longestMs });
        ensure(result.outcome === 'held', `expected held, got ${result.outcome}`);
        return result.hold.expiresAt;
      };
      ensureEqual([await until('10:00', 2), await until('10:00', 4)], [clock(7), clock(8)], 'renewed twice');
      ensureEqual(await until('10:00', 7), clock(8), 'renewed in the last minute');
      ensureEqual([await until('12:00', 7), await until('12:00', 11)], [clock(12), clock(15)], 'moved, and renewed');
    },
  },
  {
    name: 'a hold with another coach gives no right',
    needs: ['hold'],
    async run({ held, hold, commit, read }) {
      const holdId = await held('10:00', { coachId: 'ida' });
      ensureEqual(await outcome(commit('10:00', { holdId })), 'hold_expired', 'a booking');
      ensureEqual(await outcome(hold('10:00', { holdId })), 'hold_expired', 'a renewal');
      ensureEqual((await read({ coachId: 'ida', exceptHoldId: 'x' })).busy.length, 1, 'the hold stays');
    },
  },
  {
    name: 'a client can hold only so much at once, over all coaches',
    needs: ['hold', 'release'],
    async run({ held, hold, release }) {
      const client = { client: '2001:db8::1', maximumPerClient: 2 };
      const first = await held('10:00', client);
      await held('11:00', { ...client, coachId: 'ida', after: 1 });
      const result = await hold('12:00', { ...client, after: 2 });
      ensureEqual(result, { outcome: 'too_many', retryAfterMs: 3 * MINUTE }, 'a third');
      ensureEqual(await outcome(hold('12:00', { after: 2 })), 'held', 'somebody who is not counted');
      ensureEqual(await outcome(hold('13:00', { ...client, client: 'x', after: 2 })), 'held', 'another client');
      ensureEqual(await held('14:00', { ...client, holdId: first, after: 2 }), first, 'one that is moved');
      await release(first);
      await held('10:00', { ...client, after: 2 });
      ensureEqual(await outcome(hold('15:00', { ...client, after: 3 })), 'too_many', 'a third again');
      await held('15:00', { ...client, after: 6.5 });
    },
  },
  {
    name: 'a client who asks for much at once gets no more than is allowed',
    needs: ['hold'],
    async run({ hold }) {
      const works = Array.from({ length: 8 }, (_, index) =>
        outcome(hold(`${10 + index}:00`, { client: 'x', coachId: index % 2 ? 'ida' : 'grace' })),
      );
      const results = await Promise.all(works);
      ensureEqual(results.filter((each) => each === 'held').length, 3, 'holds');
      ensureEqual(results.filter((each) => each === 'too_many').length, 5, 'refusals');
    },
  },
  {
    name: 'many hold and book one time at once: one has it',
    needs: ['hold'],
    async run({ hold, commit, busy }) {
      const works = Array.from({ length: 16 }, (_, index) =>
        outcome(index % 2 ? hold('10:00', { minutes: 30 }) : commit('10:00')),
      );
      const results = (await Promise.all(works)).filter((each) => each !== 'taken');
      ensureEqual(results.length, 1, `winners (${results.join()})`);
      ensureEqual((await busy()).length, 1, 'what blocks');
    },
  },
  {
    name: 'holds count for a full day, and are refused on one',
    needs: ['hold'],
    async run({ hold, held, commit, at }) {
      const dayLimit = { start: at('00:00'), end: '2026-11-27T00:00:00.000Z', maximum: 1 };
      const holdId = await held('10:00', { dayLimit });
      ensureEqual(await outcome(hold('12:00', { dayLimit })), 'taken', 'a second hold');
      ensureEqual(await outcome(commit('12:00', { dayLimit })), 'taken', 'a booking of another');
      ensureEqual(await outcome(hold('12:00', { dayLimit, holdId })), 'held', 'the hold moved');
      ensureEqual(await outcome(commit('12:00', { dayLimit, holdId })), 'booked', 'the hold booked');
    },
  },
  {
    name: 'a hold that was decided on an old version is stale; with nobody it is not_found',
    needs: ['hold'],
    async run({ store, hold, read }) {
      const { version } = await read();
      await store.saveConfig('grace', sessionConfig({ slotIntervalMinutes: 15 }));
      ensureEqual(await outcome(hold('10:00', { version })), 'stale', 'a changed config');
      await ensureError(hold('10:00', { coachId: 'nobody', version }), 'not_found', 'an unknown coach');
    },
  },
  {
    name: 'a released time is free at once; what is not held can be released',
    needs: ['hold', 'release'],
    async run({ held, release, busy, hold }) {
      const holdId = await held('10:00');
      await release(holdId);
      ensureEqual(await busy(), [], 'busy times');
      for (const id of [holdId, 'no such hold', '', `'; --`, '\0']) await release(id);
      ensureEqual(await busy({ exceptHoldId: '\uD800' }), [], 'without a hold that cannot be');
      const renewed = await hold('10:00', { holdId });
      ensure(renewed.outcome === 'held' && renewed.hold.holdId !== holdId, 'a new hold under a new id');
    },
  },
];
