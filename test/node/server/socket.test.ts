import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createRestAdapter } from '../../../src/adapters/rest/index.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { clientAddress, toNodeListener } from '../../../src/cli/node-listener.js';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { bookingRequest, coachSeed, FIXED_NOW } from '../../../src/kit/fixtures.js';
import { createBookingHandler, createTokenBucket } from '../../../src/server/index.js';
import type { BookingService } from '../../../src/service/booking-service.js';
import { BOOK } from './backend.js';

let server: Server;
let origin: string;
let service: BookingService;
/** Signals of the reads that the service got. */
const signals: AbortSignal[] = [];

before(async () => {
  const memory = createMemoryAdapter({ coaches: [coachSeed()], now: () => FIXED_NOW });
  service = {
    ...memory,
    async getCoach(query, options) {
      if (query.coachId !== 'slow') return memory.getCoach(query, options);
      if (options?.signal) signals.push(options.signal);
      return new Promise(() => undefined);
    },
  };
  server = createServer(toNodeListener(createBookingHandler({ service })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

after(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What a server answers to bytes that no well-behaved client would send. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    setTimeout(() => socket.destroy(), 300);
  });
}

describe('the handler on a real socket', () => {
  it('serves a whole booking to the REST adapter', async () => {
    const adapter = createRestAdapter({ baseUrl: origin });
    const { slots, timeZone } = await adapter.getAvailability({
      coachId: 'grace',
      start: '2026-11-26',
      end: '2026-11-26',
      durationMinutes: 60,
    });
    assert.equal(timeZone, 'Europe/Berlin');
    const [slot] = slots;
    assert.ok(slot);
    const attendee = { name: 'Zoë 👩🏽‍💻', email: 'zoe@example.com', timeZone: 'Asia/Kathmandu' };
    const booking = await adapter.book(bookingRequest(slot, { attendee }), { idempotencyKey: 'k1' });
    assert.equal(booking.startTime, slot.startTime);
    assert.deepEqual(booking.rate, slot.rate);
    const { id: bookingId, manageToken } = booking;
    assert.ok(manageToken);
    assert.deepEqual(await adapter.getBooking({ bookingId, manageToken }), booking);
    const [loser] = await Promise.allSettled([adapter.book(bookingRequest(slot), { idempotencyKey: 'k2' })]);
    assert.ok(loser.status === 'rejected' && isBookingError(loser.reason));
    assert.equal(loser.reason.code, 'slot_unavailable');
    assert.ok(loser.reason.alternatives?.length);
    assert.ok(loser.reason.requestId);
  });

  it('says that a body is too large while it is still being sent, and goes on serving', async () => {
    for (const chunked of [false, true]) {
      const text = JSON.stringify({ ...BOOK, metadata: { text: 'x'.repeat(2_000_000) } });
      const body = chunked ? new Blob([text]).stream() : text;
      const init: RequestInit & { duplex?: 'half' } = {
        method: 'POST',
        headers: { 'Idempotency-Key': 'large' },
        body,
        ...(chunked && { duplex: 'half' }),
      };
      const response = await fetch(`${origin}/api/coaching/sessions/book`, init);
      assert.equal(response.status, 413);
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      await response.text();
      assert.equal((await fetch(`${origin}/api/coach/config?coachId=grace`)).status, 200);
    }
  });

  it('answers a release that is sent while the page closes', async () => {
    const response = await fetch(`${origin}/api/coaching/sessions/hold/h1/release`, {
      method: 'POST',
      body: 'anything',
    });
    assert.equal(response.status, 204);
  });

  it('tells the service when the visitor has left', async () => {
    const controller = new AbortController();
    const call = fetch(`${origin}/api/coach/profile?coachId=slow`, { signal: controller.signal });
    while (signals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [signal] = signals;
    assert.ok(signal && !signal.aborted);
    const left = new Promise((resolve) => signal.addEventListener('abort', resolve));
    controller.abort();
    await assert.rejects(call);
    await left;
  });

  it('survives what is no proper request', async () => {
    const get = (target: string, rest = 'Host: a.example\r\n'): string =>
      `GET ${target} HTTP/1.1\r\n${rest}Connection: close\r\n\r\n`;
    assert.match(await raw(get('//evil.example/api/coach/config?coachId=grace')), /^HTTP\/1\.1 404 /);
    assert.match(await raw(get('/api/coach/config?coachId=grace', 'Host: a b\r\n')), /^HTTP\/1\.1 400 /);
    assert.match(await raw(get('http://evil.example/api/coach/config')), /^HTTP\/1\.1 4\d\d /);
    assert.match(await raw(get('/api/coach/config?coachId=grace').replace('GET', 'TRACE')), /^HTTP\/1\.1 400 /);
    assert.match(
      await raw(
        'POST /api/coaching/sessions/book HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\r\nContent-Length: 100\r\n\r\n{',
      ),
      /^$/,
    );
    const head = await raw(get('/api/coach/config?coachId=grace').replace('GET', 'HEAD'));
    assert.match(head, /^HTTP\/1\.1 200 /);
    assert.equal(head.split('\r\n\r\n')[1], '');
    assert.equal((await fetch(`${origin}/api/coach/config?coachId=grace`)).status, 200);
  });

  it('can limit by the address of who calls', async () => {
    const limited = createServer(
      toNodeListener(
        createBookingHandler({
          service,
          rateLimiter: createTokenBucket({ clientOf: clientAddress, capacity: 1, perMinute: 1 }),
        }),
      ),
    );
    await new Promise<void>((resolve) => limited.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((limited.address() as AddressInfo).port)}/api/coach/config?coachId=grace`;
    assert.equal((await fetch(url)).status, 200);
    const second = await fetch(url);
    assert.equal(second.status, 429);
    assert.ok(Number(second.headers.get('Retry-After')) > 30);
    limited.closeAllConnections();
    await new Promise((resolve) => limited.close(resolve));
  });
});

describe('a server that breaks off', () => {
  const partial = JSON.stringify({ id: 'b1', sessionId: 's1' });

  it('in the middle of an answer leaves a booking unknown, never failed', async () => {
    const broken = createServer((_, outgoing) => {
      outgoing.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': partial.length + 50 });
      outgoing.write(partial);
      setTimeout(() => outgoing.destroy(), 5);
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${String((broken.address() as AddressInfo).port)}`;
    const adapter = createRestAdapter({ baseUrl, sleep: () => Promise.resolve() });
    const slot = {
      startTime: BOOK.startTime,
      endTime: BOOK.endTime,
      durationMinutes: 60,
      rate: { amountMinor: 9050, currency: 'USD' },
    };
    const [result] = await Promise.allSettled([adapter.book(bookingRequest(slot), { idempotencyKey: 'k' })]);
    assert.ok(result.status === 'rejected' && isBookingError(result.reason));
    assert.equal(result.reason.code, 'network');
    assert.equal(result.reason.outcome, 'unknown');
    await new Promise((resolve) => broken.close(resolve));
    const [offline] = await Promise.allSettled([adapter.getConfig({ coachId: 'a' })]);
    assert.ok(offline.status === 'rejected' && isBookingError(offline.reason));
    assert.equal(offline.reason.code, 'network');
  });
});
