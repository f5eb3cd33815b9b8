import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { createRateLimiter } from '../../../src/server/index.js';
import { createBookingService, type BookingService } from '../../../src/service/booking-service.js';
import { createMemoryStore } from '../../../src/service/memory-store.js';
import { asRecord, backend, BOOK, TOKEN, type Ask } from './backend.js';

const clientOf = (request: Request): string | undefined => request.headers.get('X-Client') ?? undefined;
const CONFIG = '/coach/config?coachId=grace';
const HOLD = '/coaching/sessions/hold';

const hold = (client: string | undefined, time: string, more: object = {}): Ask => ({
  method: 'POST',
  ...(client !== undefined && { headers: { 'X-Client': client } }),
  body: { coachId: 'grace', startTime: `2026-11-26T${time}:00Z`, durationMinutes: 30, ...more },
});

describe('limits of requests', () => {
  it('are on where clients can be told apart: few bookings, many looks', async () => {
    const { ask } = backend({ clientOf });
    const headers = { 'X-Client': 'a' };
    const statuses = new Map<string, number[]>();
    const count = async (what: string, path: string, request: Ask): Promise<void> => {
      const { status } = await ask(path, request);
      statuses.set(what, [...(statuses.get(what) ?? []), status]);
    };
    for (let index = 0; index < 130; index += 1) await count('read', CONFIG, { headers });
    for (let index = 0; index < 25; index += 1) {
      await count('book', '/coaching/sessions/book', { method: 'POST', headers, body: BOOK });
    }
    const limited = (what: string): number => statuses.get(what)?.filter((status) => status === 429).length ?? 0;
    assert.equal(limited('read'), 10);
    assert.equal(limited('book'), 5);
    const answer = await ask('/coaching/sessions/book', { method: 'POST', headers, body: BOOK });
    assert.equal((await asRecord(answer)).code, 'rate_limited');
    assert.equal(answer.headers.get('Retry-After'), '2');
  });

  it('are for each client alone, and for nobody without clientOf', async () => {
    for (const options of [{ clientOf }, {}]) {
      const { ask } = backend(options);
      for (let index = 0; index < 200; index += 1) {
        const { status } = await ask(CONFIG, { headers: { 'X-Client': `client-${String(index)}` } });
        assert.equal(status, 200);
      }
    }
    const { ask } = backend();
    for (let index = 0; index < 200; index += 1) {
      assert.equal((await ask(CONFIG, { headers: { 'X-Client': 'a' } })).status, 200);
    }
  });

  it('can be turned off, and replaced', async () => {
    const off = backend({ clientOf, rateLimiter: false });
    for (let index = 0; index < 200; index += 1) {
      assert.equal((await off.ask(CONFIG, { headers: { 'X-Client': 'a' } })).status, 200);
    }
    const size = { capacity: 1, perMinute: 1 };
    const limiter = createRateLimiter({ clientOf, reads: size, writes: size, now: () => FIXED_NOW });
    const tight = backend({ clientOf, rateLimiter: limiter });
    assert.equal((await tight.ask(CONFIG, { headers: { 'X-Client': 'a' } })).status, 200);
    assert.equal((await tight.ask(CONFIG, { headers: { 'X-Client': 'a' } })).status, 429);
    // A coach's own writes count as writes, also when they are refused: tokens cannot be guessed at leisure.
    const headers = { 'X-Client': 'a', Authorization: 'Bearer guess' };
    assert.equal((await tight.ask(CONFIG, { method: 'POST', headers, body: {} })).status, 403);
    assert.equal((await tight.ask(CONFIG, { method: 'POST', headers, body: {} })).status, 429);
    assert.notEqual(TOKEN, 'guess');
  });
});

describe('limits against hoarding', () => {
  const limited = (service?: BookingService) => {
    const { ask } = backend({ clientOf, rateLimiter: false }, (own) => service ?? own);
    const status = async (request: Ask): Promise<number> => (await ask(HOLD, request)).status;
    return { ask, status };
  };

  it('let one client hold three times, and tell it when the first ends', async () => {
    const { ask, status } = limited();
    for (const time of ['08:00', '08:30', '09:00']) assert.equal(await status(hold('a', time)), 200);
    const refused = await ask(HOLD, hold('a', '09:30'));
    assert.equal(refused.status, 429);
    assert.equal((await asRecord(refused)).code, 'rate_limited');
    assert.equal(refused.headers.get('Retry-After'), '300');
    assert.equal(await status(hold('b', '09:30')), 200, 'another client may');
  });

  it('do not keep a client from renewing, moving or giving back', async () => {
    const { ask, status } = limited();
    const held: unknown[] = [];
    for (const time of ['08:00', '08:30', '09:00']) {
      held.push((await asRecord(await ask(HOLD, hold('a', time)))).holdId);
    }
    assert.equal(await status(hold('a', '08:00', { holdId: held[0] })), 200);
    assert.equal(await status(hold('a', '09:30', { holdId: held[0] })), 200);
    const released = await ask(`${HOLD}/${String(held[1])}/release`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'X-Client': 'a' },
      body: 'anything',
    });
    assert.equal(released.status, 204);
    assert.equal(await status(hold('a', '10:00')), 200);
  });

  it('count nobody who cannot be told apart', async () => {
    const { status } = limited();
    for (const time of ['08:00', '08:30', '09:00', '09:30', '10:00'])
      assert.equal(await status(hold(undefined, time)), 200);
  });

  it('end a hold that is renewed for ever', async () => {
    let now = FIXED_NOW;
    const service = createMemoryAdapter({ coaches: [coachSeed()], now: () => now });
    const { ask } = limited(service);
    const first = await asRecord(await ask(HOLD, hold('a', '08:00')));
    let last = first;
    for (let minute = 0; minute < 19; minute += 4) {
      now = FIXED_NOW + minute * 60_000;
      last = await asRecord(await ask(HOLD, hold('a', '08:00', { holdId: first.holdId })));
    }
    assert.equal(last.expiresAt, new Date(FIXED_NOW + 20 * 60_000).toISOString());
  });

  it('keep no address in the store, only its digest', async () => {
    const kept: unknown[] = [];
    const store = createMemoryStore({ coaches: [coachSeed()] });
    const place = store.hold?.bind(store);
    assert.ok(place);
    const service = createBookingService({
      now: () => FIXED_NOW,
      store: {
        ...store,
        hold(command) {
          kept.push(command.client);
          return place(command);
        },
      },
    });
    const { status } = limited(service);
    assert.equal(await status(hold('192.0.2.7', '08:00')), 200);
    assert.equal(await status(hold('192.0.2.7', '08:30')), 200);
    assert.match(String(kept[0]), /^[\da-f]{64}$/);
    assert.equal(kept[0], kept[1]);
  });
});

describe('the release of a hold', () => {
  it('takes what sendBeacon sends, from another origin, without a preflight', async () => {
    const { ask } = backend({ cors: { origins: ['https://coach.example'] } });
    const { holdId } = await asRecord(await ask(HOLD, hold(undefined, '08:00')));
    const beacon = await ask(`${HOLD}/${String(holdId)}/release`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: 'https://coach.example' },
      body: '\u0000 not JSON '.repeat(10_000),
    });
    assert.equal(beacon.status, 204);
    assert.equal(beacon.headers.get('Access-Control-Allow-Origin'), 'https://coach.example');
    assert.equal((await ask(HOLD, hold(undefined, '08:00'))).status, 200, 'the time is free again');
    const again = await ask(`${HOLD}/${String(holdId)}/release`, { method: 'POST' });
    assert.equal(again.status, 204, 'a hold that is gone is no error');
  });

  it('of an id that no store could keep is refused', async () => {
    const { ask } = backend();
    for (const id of ['%00', '%20', 'x'.repeat(201)]) {
      const answer = await ask(`${HOLD}/${id}/release`, { method: 'POST' });
      assert.equal(answer.status, 422, id);
    }
  });
});
