import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storeContract } from '../../../src/kit/store-contract.js';
import type { BookingStore, CommitCommand, HoldCommand } from '../../../src/ports/booking-store.js';
import type { Outbox } from '../../../src/ports/outbox.js';
import { createMemoryStore } from '../../../src/service/memory-store.js';

/** A store that would be right but for this. */
type Break = (store: BookingStore) => Partial<BookingStore>;

const commitWith =
  (change: (command: CommitCommand) => Partial<CommitCommand>): Break =>
  (store) => ({ commit: (command) => store.commit({ ...command, ...change(command) }) });

const holdWith =
  (change: (command: HoldCommand) => Partial<HoldCommand>): Break =>
  (store) => ({ hold: (command) => place(store, { ...command, ...change(command) }) });

const place = (store: BookingStore, command: HoldCommand) => store.hold?.(command) ?? assert.fail('no hold');

const outboxWith =
  (change: (outbox: Outbox) => Partial<Outbox>): Break =>
  ({ outbox }) => {
    assert.ok(outbox);
    return { outbox: { ...outbox, ...change(outbox) } };
  };

/** The version of now, so that no decision is stale. */
const withoutVersion: Break = (store) => ({
  async commit(command) {
    const range = { start: command.now, end: command.now };
    const { version } = await store.read(command.request.coachId, range, { now: command.now });
    return store.commit({ ...command, version });
  },
  async hold(command) {
    const range = { start: command.now, end: command.now };
    const { version } = await store.read(command.request.coachId, range, { now: command.now });
    return place(store, { ...command, version });
  },
});

/** Looks first and writes after: whoever comes in between is not seen. */
const checkThenInsert: Break = (store) => {
  let atWork = 0;
  return {
    async commit(command) {
      atWork += 1;
      const alone = atWork === 1;
      const result = await store.commit(command);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atWork -= 1;
      if (alone || result.outcome !== 'taken') return result;
      const { request, rate, bookingId: id } = command;
      return { outcome: 'booked', booking: { ...request, rate, id, sessionId: id, status: 'confirmed' } };
    },
    async hold(command) {
      const result = await place(store, command);
      const { newHoldId: holdId, expiresAt, now: serverNow } = command;
      return result.outcome === 'taken' && atWork > 0
        ? { outcome: 'held', hold: { holdId, expiresAt, serverNow } }
        : result;
    },
  };
};

/** Two saves at once both find the version that they began with. */
const checkThenSave: Break = (store) => {
  const seen = new Map<string, string>();
  return {
    async saveConfig(coachId, config, ifVersion) {
      if (ifVersion !== undefined && seen.get(coachId) === ifVersion) return store.saveConfig(coachId, config);
      if (ifVersion !== undefined) seen.set(coachId, ifVersion);
      const saved = await store.saveConfig(coachId, config, ifVersion);
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.delete(coachId);
      return saved;
    },
  };
};

const breaks: Readonly<Record<string, Break>> = {
  'no coach is unknown': (store) => ({
    read: (coachId, ...rest) => store.read(coachId === 'ida' ? 'ida' : 'grace', ...rest),
  }),
  'unknown fields are lost': (store) => ({
    async read(...query) {
      const snapshot = await store.read(...query);
      return { ...snapshot, config: { ...snapshot.config, newer: undefined } };
    },
  }),
  'prices have two decimals': (store) => ({
    async read(...query) {
      const snapshot = await store.read(...query);
      const rates = Object.entries(snapshot.config.rates).map(([length, rate]) => [length, Number(rate.toFixed(2))]);
      return {
        ...snapshot,
        config: { ...snapshot.config, rates: Object.fromEntries(rates) as Record<string, number> },
      };
    },
  }),
  'busy times are closed at their ends': (store) => ({
    read: (coachId, { start, end }, options) =>
      store.read(
        coachId,
        { start: new Date(Date.parse(start) - 1).toISOString(), end: new Date(Date.parse(end) + 1).toISOString() },
        options,
      ),
  }),
  'years are of four digits': (store) => ({
    read: (coachId, range, options) =>
      range.start.startsWith('-') ? Promise.reject(new Error('22008')) : store.read(coachId, range, options),
  }),
  'own holds are hidden too': (store) => ({ read: (coachId, range, { now }) => store.read(coachId, range, { now }) }),
  'holds never end': (store) => ({
    read: (coachId, range, options) => store.read(coachId, range, { ...options, now: '2020-01-01T00:00:00.000Z' }),
  }),
  'the version guards nothing': (store) => ({
    saveConfig: (coachId, config) => store.saveConfig(coachId, config),
    saveSchedule: (coachId, schedule) => store.saveSchedule(coachId, schedule),
  }),
  'saves race': checkThenSave,
  'decisions are never stale': withoutVersion,
  'races are lost by nobody': checkThenInsert,
  'buffers are forgotten': commitWith(() => ({ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })),
  'days are never full': (store) => ({
    commit: ({ dayLimit: _, ...command }) => store.commit(command),
    hold: ({ dayLimit: _, ...command }) => place(store, command),
  }),
  'each coach has one key': commitWith(({ request }) => ({ idempotencyKey: request.coachId })),
  'keys are forgotten': (store) => {
    let keys = 0;
    return {
      commit: (command) => store.commit({ ...command, idempotencyKey: String((keys += 1)) }),
      findByKey: () => Promise.resolve(null),
    };
  },
  'keys last for ever': (store) => ({
    commit: (command) => store.commit({ ...command, now: '2026-11-23T08:00:00.000Z' }),
    findByKey: (coachId, key) => store.findByKey(coachId, key, '2026-11-23T08:00:00.000Z'),
  }),
  'any request may use a key': commitWith(() => ({ fingerprint: 'the same' })),
  'a hold is not its owner’s': commitWith(({ request: { holdId: _, ...request } }) => ({ request })),
  'every hold is a new one': holdWith(({ request: { holdId: _, ...request } }) => ({ request })),
  'holds are renewed for ever': holdWith(() => ({ longestMs: Infinity })),
  'clients hold what they like': holdWith(() => ({ maximumPerClient: Infinity })),
  'any hold will do': (store) => ({
    async commit(command) {
      const result = await store.commit(command);
      const { holdId: _, ...request } = command.request;
      return result.outcome === 'hold_expired' ? store.commit({ ...command, request }) : result;
    },
  }),
  'nothing is released': () => ({ release: () => Promise.resolve() }),
  'attendees lose what is not known': commitWith(({ request }) => {
    const { name, email, timeZone } = request.attendee;
    return { request: { ...request, attendee: { name, email, timeZone } } };
  }),
  'events are lost': outboxWith(() => ({ take: () => Promise.resolve([]) })),
  'events are nobody’s': outboxWith((outbox) => ({ take: (query) => outbox.take({ ...query, leaseMs: 0 }) })),
  'delivered events come again': outboxWith(() => ({ settle: () => Promise.resolve() })),
  'as many events as there are': outboxWith((outbox) => ({ take: (query) => outbox.take({ ...query, limit: 1000 }) })),
};

async function redCases(broken: Break): Promise<string[]> {
  const cases = storeContract({
    create(setup) {
      const store = createMemoryStore(setup);
      return { store: { ...store, ...broken(store) } };
    },
  });
  const results = await Promise.allSettled(cases.map(({ run }) => run()));
  return cases.filter((_, index) => results[index]?.status === 'rejected').map(({ name }) => name);
}

describe('the store contract goes red', () => {
  const seen = new Set<string>();
  for (const [name, broken] of Object.entries(breaks)) {
    it(`where ${name}`, async () => {
      const red = await redCases(broken);
      assert.notDeepEqual(red, []);
      for (const each of red) seen.add(each);
    });
  }

  it('in each of its cases, for one reason or another', () => {
    const all = storeContract({ create: createNothing }).map(({ name }) => name);
    assert.deepEqual(
      all.filter((name) => !seen.has(name)),
      [],
    );
  });
});

function createNothing(): never {
  assert.fail('is not run');
}
