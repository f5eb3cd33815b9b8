import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { FIXED_NOW, sampleBooking } from '../../../src/kit/fixtures.js';
import type { BookingEvent } from '../../../src/ports/outbox.js';
import { writeBooking } from '../../../src/protocol/index.js';
import { createConsoleSink, createWebhookSink, verifyWebhook } from '../../../src/server/index.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLjSw';
const KEY = Buffer.from(SECRET.slice(6), 'base64');
const URL = 'https://coach.example/hooks/bookings';
const now = (): number => FIXED_NOW;
const signal = new AbortController().signal;

const { manageToken, ...booking } = sampleBooking;
const event: BookingEvent = {
  id: '0f4cbb2b-5a7e-4a8e-8b57-0c6d1f1f3a01',
  type: 'booking.created',
  createdAt: '2026-11-23T07:59:58.000Z',
  coachId: 'grace',
  booking: {
    ...booking,
    attendee: { name: 'Zoë 😀', email: 'zoe@example.com', timeZone: 'Europe/Paris' },
    answers: { goal: 'a.b.c' },
  },
};

interface Sent {
  readonly headers: Headers;
  readonly body: string;
  readonly init: RequestInit;
}

async function send(options: Partial<Parameters<typeof createWebhookSink>[0]> = {}, sent: BookingEvent = event) {
  const requests: Sent[] = [];
  const sink = createWebhookSink({
    url: URL,
    secret: SECRET,
    now,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push({ headers: request.headers, body: await request.text(), init: init ?? {} });
      return new Response(null, { status: 204 });
    },
    ...options,
  });
  await sink(sent, { signal });
  const [request] = requests;
  assert.ok(request);
  return request;
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => assert.fail('should be refused'),
    (error: unknown) => (isBookingError(error) ? error.code : String(error)),
  );

describe('a webhook', () => {
  it('is signed as Standard Webhooks says', async () => {
    const { headers, body, init } = await send();
    const timestamp = String(FIXED_NOW / 1000);
    assert.equal(headers.get('webhook-id'), event.id);
    assert.equal(headers.get('webhook-timestamp'), timestamp);
    const mac = createHmac('sha256', KEY).update(`${event.id}.${timestamp}.${body}`).digest('base64');
    assert.equal(headers.get('webhook-signature'), `v1,${mac}`);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(init.redirect, 'manual');
  });

  it('says type, timestamp and data, with the booking as the API has it and no manage token', async () => {
    const { body } = await send({}, { ...event, booking: { ...event.booking, ...(manageToken && { manageToken }) } });
    assert.deepEqual(JSON.parse(body), {
      id: event.id,
      type: 'booking.created',
      timestamp: '2026-11-23T07:59:58.000Z',
      data: {
        coachId: 'grace',
        booking: {
          id: booking.id,
          sessionId: booking.sessionId,
          coachId: 'grace',
          status: 'confirmed',
          startTime: booking.startTime,
          endTime: booking.endTime,
          durationMinutes: 60,
          rateAtBooking: 90.5,
          currencyCode: 'USD',
          attendee: { name: 'Zoë 😀', email: 'zoe@example.com', timezone: 'Europe/Paris' },
          answers: { goal: 'a.b.c' },
        },
      },
    });
  });

  it('is read again by its receiver', async () => {
    const { headers, body } = await send();
    assert.deepEqual(await verifyWebhook(headers, body, { secret: SECRET, now }), event);
    const plain = 'a secret of some length';
    const other = await send({ secret: plain });
    assert.deepEqual(await verifyWebhook(other.headers, other.body, { secret: plain, now }), event);
  });

  it('of a later version is read too: more fields and other types', async () => {
    const body = JSON.stringify({
      id: 'e1',
      type: 'booking.moved',
      timestamp: '2026-11-23T08:00:00+01:00',
      more: 1,
      data: { coachId: 'grace', booking: { ...writeBooking(event.booking), status: 'moved' } },
    });
    const timestamp = String(FIXED_NOW / 1000);
    const mac = createHmac('sha256', KEY).update(`e1.${timestamp}.${body}`).digest('base64');
    const headers = new Headers({
      'webhook-id': 'e1',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1a,xxxx v1,${mac}`,
    });
    const read = await verifyWebhook(headers, body, { secret: SECRET, now });
    assert.equal(read.type, 'booking.moved');
    assert.equal(read.createdAt, '2026-11-23T07:00:00.000Z');
    assert.equal(read.booking.status, 'moved');
  });

  it('that is changed, unsigned, signed by another or old is refused', async () => {
    const { headers, body } = await send();
    const check = (change: Record<string, string>, text = body, secret = SECRET, at = now): Promise<string> => {
      const changed = new Headers(headers);
      for (const [name, value] of Object.entries(change)) changed.set(name, value);
      return codeOf(verifyWebhook(changed, text, { secret, now: at }));
    };
    assert.equal(await check({}, body.replace('confirmed', 'cancelled')), 'unauthorized');
    assert.equal(await check({ 'webhook-id': 'another' }), 'unauthorized');
    assert.equal(await check({ 'webhook-timestamp': String(FIXED_NOW / 1000 + 1) }), 'unauthorized');
    for (const signature of ['', 'v1,', 'v1,%%%', 'v1', `v2,${headers.get('webhook-signature')?.slice(3) ?? ''}`]) {
      assert.equal(await check({ 'webhook-signature': signature }), 'unauthorized', signature);
    }
    assert.equal(await check({}, body, 'another secret, long enough'), 'unauthorized');
    assert.equal(await check({}, body, SECRET, () => FIXED_NOW + 301_000), 'unauthorized');
    assert.equal(await check({}, body, SECRET, () => FIXED_NOW - 301_000), 'unauthorized');
    assert.equal(await codeOf(verifyWebhook(new Headers(), body, { secret: SECRET, now })), 'unauthorized');
  });

  it('is signed with both secrets while they are changed', async () => {
    const secrets = ['the old secret, some length', 'the new secret, some length'] as const;
    const { headers, body } = await send({ secret: secrets });
    for (const secret of secrets) assert.equal((await verifyWebhook(headers, body, { secret, now })).id, event.id);
    const old = await send({ secret: secrets[0] });
    assert.equal((await verifyWebhook(old.headers, old.body, { secret: secrets, now })).id, event.id);
  });

  it('that is answered with anything but 2xx has failed, a redirect too', async () => {
    for (const status of [301, 400, 404, 410, 500, 503]) {
      await assert.rejects(send({ fetch: () => Promise.resolve(new Response('no', { status })) }), /answered \d{3}/);
    }
  });

  it('that is not answered ends in time', async () => {
    const hanging: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('stopped')));
      });
    // A timeout signal alone does not keep the process alive.
    const alive = setTimeout(() => undefined, 5000);
    await assert.rejects(send({ fetch: hanging, timeoutMs: 20 }), /stopped/);
    clearTimeout(alive);
  });

  it('needs a secret that is one, and an address', () => {
    for (const secret of ['', 'short', 'whsec_abc', 'whsec_!!!', []]) {
      assert.throws(() => createWebhookSink({ url: URL, secret }), TypeError, String(secret));
    }
    assert.throws(() => createWebhookSink({ url: '/hooks', secret: SECRET }), TypeError);
  });
});

describe('the console', () => {
  it('is told of a booking in one line, and nothing of who booked', async () => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    await createConsoleSink({ print })(event, { signal });
    await createConsoleSink({ print, line: ({ booking: { id } }) => id })(event, { signal });
    assert.deepEqual(lines, [
      `booking.created ${event.id}: coach "grace", 2026-11-26T09:00:00.000Z, 60 min, USD 90.5`,
      booking.id,
    ]);
  });
});
