import { ensure, ensureEqual } from '../contract/assert.js';
import type { StoreCaseDefinition } from './bench.js';

const DAY = 24 * 60;

/** One key, one booking. */
export const keyCases: readonly StoreCaseDefinition[] = [
  {
    name: 'the same key and request are answered the first answer again; another request is a mismatch',
    needs: [],
    async run({ store, commit, book, busy, clock }) {
      const idempotencyKey = `"quoted" ' \u{1F600}`;
      const booking = await book('10:00', { idempotencyKey });
      ensureEqual(await commit('10:00', { idempotencyKey }), { outcome: 'replayed', booking }, 'the same again');
      ensureEqual((await commit('12:00', { idempotencyKey })).outcome, 'mismatch', 'another request');
      const other = await commit('10:00', { idempotencyKey, coachId: 'ida' });
      ensureEqual(other.outcome, 'booked', 'the same key with another coach');
      const kept = await store.findByKey('grace', idempotencyKey, clock(1));
      ensure(kept !== null, 'an answer under the key');
      ensureEqual(kept.fingerprint, 'grace 10:00 60', 'the fingerprint');
      ensure('booking' in kept.result, 'a booking under the key');
      ensureEqual(kept.result.booking, booking, 'the booking under the key');
      ensureEqual(await busy(), ['10:00-11:00'], 'sessions');
    },
  },
  {
    name: 'the key counts before anything else: also when the rules have changed since',
    needs: [],
    async run({ store, commit, book, read }) {
      const { version, config } = await read();
      const booking = await book('10:00', { idempotencyKey: 'a' });
      await store.saveConfig('grace', { ...config, isActive: false });
      const again = await commit('10:00', { idempotencyKey: 'a', version });
      ensureEqual(again, { outcome: 'replayed', booking }, 'with the version of then');
    },
  },
  {
    name: 'an answer is kept for a day, and then the key is free',
    needs: [],
    async run({ store, commit, book, clock }) {
      const first = await book('10:00', { idempotencyKey: 'a' });
      ensure((await store.findByKey('grace', 'a', clock(DAY - 1))) !== null, 'an answer before the day is over');
      const late = await commit('10:00', { idempotencyKey: 'a', after: DAY - 1 });
      ensureEqual(late, { outcome: 'replayed', booking: first }, 'before the day is over');
      ensureEqual(await store.findByKey('grace', 'a', clock(DAY + 1)), null, 'an answer after the day');
      const next = await commit('12:00', { idempotencyKey: 'a', after: DAY + 1 });
      ensureEqual(next.outcome, 'booked', 'another request after the day');
      ensureEqual((await store.getBooking(first.id))?.id, first.id, 'the first booking, which stays');
    },
  },
  {
    name: 'a lost race is answered again, also when the time has become free',
    needs: ['hold', 'release'],
    async run({ store, commit, held, release, clock }) {
      const holdId = await held('10:00');
      ensureEqual((await commit('10:00', { idempotencyKey: 'a' })).outcome, 'taken', 'a held time');
      ensureEqual((await store.findByKey('grace', 'a', clock(0)))?.result.outcome, 'taken', 'what is kept');
      await release(holdId);
      ensureEqual((await commit('10:00', { idempotencyKey: 'a' })).outcome, 'taken', 'the same key');
      ensureEqual((await commit('12:00', { idempotencyKey: 'a' })).outcome, 'mismatch', 'another request');
      ensureEqual((await commit('10:00', { idempotencyKey: 'b' })).outcome, 'booked', 'another key');
    },
  },
  {
    name: 'one key sent many times at once makes one booking',
    needs: [],
    async run({ commit, busy }) {
      const works = Array.from({ length: 10 }, () => commit('10:00', { idempotencyKey: 'a' }));
      const results = await Promise.all(works);
      ensureEqual(results.filter(({ outcome }) => outcome === 'booked').length, 1, 'bookings');
      for (const result of results) {
        ensure(
          ['booked', 'replayed', 'in_progress'].includes(result.outcome),
          `nobody loses against themselves, got ${result.outcome}`,
        );
        if (result.outcome === 'in_progress') ensure(result.retryAfterMs > 0, 'when to ask again');
      }
      ensureEqual(await busy(), ['10:00-11:00'], 'sessions');
      ensureEqual((await commit('10:00', { idempotencyKey: 'a' })).outcome, 'replayed', 'once all is done');
    },
  },
];
