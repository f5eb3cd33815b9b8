import { ensure, ensureEqual } from '../contract/assert.js';
import type { StoreBench, StoreCaseDefinition } from './bench.js';

const LEASE = 2 * 60_000;

function takerOf({ outbox, clock }: StoreBench) {
  return async (after: number, limit = 100) => outbox().take({ now: clock(after), limit, leaseMs: LEASE });
}

/** Word of each booking. */
export const outboxCases: readonly StoreCaseDefinition[] = [
  {
    name: 'each booking leaves one event; a replay and a refusal leave none',
    needs: ['outbox'],
    async run(bench) {
      const { book, commit, clock } = bench;
      const booking = await book('10:00', { idempotencyKey: 'a' });
      await commit('10:00', { idempotencyKey: 'a' });
      await commit('10:00', { idempotencyKey: 'b' });
      await commit('12:00', { idempotencyKey: 'c', version: 'old' });
      const entries = await takerOf(bench)(0);
      const [first] = entries;
      ensure(first !== undefined && entries.length === 1, `one event, got ${entries.length}`);
      const { id, ...event } = first.event;
      ensure(id !== '', 'an id');
      ensureEqual(event, { type: 'booking.created', createdAt: clock(0), coachId: 'grace', booking }, 'the event');
      ensureEqual(first.attempts, 1, 'attempts');
    },
  },
  {
    name: 'an event that is taken is nobody else’s; when it is not settled in time it comes again, with the same id',
    needs: ['outbox'],
    async run(bench) {
      const take = takerOf(bench);
      await bench.book('10:00');
      const [first] = await take(1);
      ensure(first !== undefined, 'an event');
      ensureEqual(await take(2), [], 'while it is delivered');
      const [again] = await take(3);
      ensureEqual([again?.event, again?.attempts], [first.event, 2], 'after the lease');
      await bench.outbox().settle(first.event.id, { delivered: true }, bench.clock(4));
      ensureEqual(await take(600), [], 'once it is delivered');
    },
  },
  {
    name: 'a failed delivery comes again when it was said, and not before',
    needs: ['outbox'],
    async run(bench) {
      const { outbox, clock } = bench;
      const take = takerOf(bench);
      await bench.book('10:00');
      const [first] = await take(0);
      ensure(first !== undefined, 'an event');
      const { id } = first.event;
      await outbox().settle(id, { delivered: false, retryAt: clock(30), error: `500 it's "down"` }, clock(0));
      ensureEqual(await take(29), [], 'before');
      const [again] = await take(30);
      ensureEqual([again?.event.id, again?.attempts], [id, 2], 'then');
      await outbox().settle('no such event', { delivered: true }, clock(30));
    },
  },
  {
    name: 'the oldest events come first, no more than asked for; two takers at once never get the same',
    needs: ['outbox'],
    async run(bench) {
      const take = takerOf(bench);
      const ids: string[] = [];
      for (const [after, time] of ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00'].entries()) {
        ids.push((await bench.book(time, { after })).id);
      }
      const first = (await take(10, 2)).map(({ event }) => event.booking.id);
      ensureEqual(first, ids.slice(0, 2), 'the oldest two');
      const both = (await Promise.all([take(10, 3), take(10, 3)])).flat().map(({ event }) => event.booking.id);
      const rest = [...both, ...(await take(10)).map(({ event }) => event.booking.id)];
      ensureEqual(rest.sort(), ids.slice(2).sort(), 'the others, each once');
    },
  },
];
