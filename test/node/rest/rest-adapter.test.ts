import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { createRestAdapter, type RestAdapter, type RestAdapterOptions } from '../../../src/adapters/rest/index.js';
import { isBookingError, type BookingError } from '../../../src/domain/booking-error.js';
import type { BookingRequest } from '../../../src/domain/booking.js';

const CONFIG = { durations: [30, 60], rates: { 30: 50, 60: 90 }, currency: 'USD' };
const COACH = {
  id: 'ada',
  name: 'Ada',
  timezone: 'Europe/Berlin',
  sessionLengths: [{ duration: 60, rate: 90, currency: 'USD' }],
};
const SLOT = {
  startTime: '2026-11-24T15:00:00.000Z',
  endTime: '2026-11-24T16:00:00.000Z',
  duration: 60,
  rate: 90,
  currency: 'USD',
};
const BOOKING = {
  id: 'b1',
  sessionId: 's1',
  coachId: 'ada',
  status: 'confirmed',
  startTime: SLOT.startTime,
  endTime: SLOT.endTime,
  durationMinutes: 60,
  rateAtBooking: 90,
  currencyCode: 'USD',
};
const REQUEST: BookingRequest = {
  coachId: 'ada',
  startTime: SLOT.startTime,
  endTime: SLOT.endTime,
  durationMinutes: 60,
  rate: { amountMinor: 9000, currency: 'USD' },
  attendee: { name: 'Jo', email: 'jo@example.com', timeZone: 'America/New_York' },
};
const RANGE = { coachId: 'ada', start: '2026-11-22', end: '2026-12-22' };
const KEY = { idempotencyKey: 'key-1' };

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

type Reply = Response | Error | (() => Response | Promise<Response>);

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): (() => Response) => {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
};
const problem = (code: string, status: number, headers?: Record<string, string>): (() => Response) =>
  json({ type: 'about:blank', title: code, status, code }, status, headers);
const page =
  (status: number, headers: Record<string, string> = {}): (() => Response) =>
  () =>
    new Response('<!doctype html><h1>Oops</h1>', { status, headers: { 'Content-Type': 'text/html', ...headers } });

/** An adapter whose server gives these answers in turn, the last one again and again. */
function client(
  replies: readonly Reply[],
  options: Partial<RestAdapterOptions> = {},
): { adapter: RestAdapter; sent: Sent[]; waits: number[] } {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const adapter = createRestAdapter({
    baseUrl: 'https://api.example.com/v1/',
    random: () => 1,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    fetch: (url, init = {}) => {
      assert.ok(typeof url === 'string');
      sent.push({ url, init });
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (reply instanceof Error) return Promise.reject(reply);
      return Promise.resolve(typeof reply === 'function' ? reply() : (reply ?? new Response()));
    },
    ...options,
  });
  return { adapter, sent, waits };
}

async function errorOf(run: Promise<unknown>): Promise<BookingError> {
  try {
    await run;
  } catch (error) {
    assert.ok(isBookingError(error), `not a BookingError: ${String(error)}`);
    return error;
  }
  throw new assert.AssertionError({ message: 'it succeeded' });
}

const never = (_: unknown, init?: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
  });
const deaf = (): Promise<Response> => new Promise(() => undefined);

describe('what the REST adapter sends', () => {
  it('reads by plain GETs without a header or a cookie, so that no preflight is needed', async () => {
    const { adapter, sent } = client([
      json(CONFIG),
      json(COACH),
      json({ availableSlots: [SLOT], timezone: 'Europe/Berlin' }),
    ]);
    await adapter.getConfig({ coachId: 'a b&c' });
    await adapter.getCoach({ coachId: 'ada' });
    await adapter.getAvailability({ ...RANGE, durationMinutes: 60, timeZone: 'Asia/Kolkata', holdId: 'h1' });
    assert.deepEqual(
      sent.map(({ url }) => url),
      [
        'https://api.example.com/v1/coach/config?coachId=a+b%26c',
        'https://api.example.com/v1/coach/profile?coachId=ada',
        'https://api.example.com/v1/coaching/sessions/available?coachId=ada&start=2026-11-22&end=2026-12-22&holdId=h1&duration=60&timezone=Asia%2FKolkata',
      ],
    );
    for (const { init } of sent) {
      assert.deepEqual(Object.keys(init).sort(), ['credentials', 'signal']);
      assert.equal(init.credentials, 'omit');
    }
  });

  it('books with the key in a header and the wire’s names in the body', async () => {
    const { adapter, sent } = client([json(BOOKING, 201)]);
    const booking = await adapter.book(REQUEST, KEY);
    assert.deepEqual(booking.rate, { amountMinor: 9000, currency: 'USD' });
    assert.equal(sent[0]?.url, 'https://api.example.com/v1/coaching/sessions/book');
    assert.equal(sent[0].init.method, 'POST');
    assert.equal(sent[0].init.credentials, 'omit');
    assert.deepEqual(sent[0].init.headers, { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-1' });
    assert.ok(typeof sent[0].init.body === 'string');
    assert.deepEqual(JSON.parse(sent[0].init.body), {
      coachId: 'ada',
      startTime: SLOT.startTime,
      endTime: SLOT.endTime,
      durationMinutes: 60,
      rate: 90,
      currency: 'USD',
      attendee: { name: 'Jo', email: 'jo@example.com', timezone: 'America/New_York' },
    });
  });

  it('shows the manage token in a header only', async () => {
    const { adapter, sent } = client([json(BOOKING)]);
    await adapter.getBooking({ bookingId: '../x', manageToken: 'secret' });
    assert.equal(sent[0]?.url, 'https://api.example.com/v1/coaching/sessions/..%2Fx');
    assert.deepEqual(sent[0].init.headers, { Authorization: 'Bearer secret' });
  });

  it('holds and releases', async () => {
    const hold = { holdId: 'h1', expiresAt: '2026-11-22T10:05:00.000Z', serverNow: '2026-11-22T10:00:00.000Z' };
    const { adapter, sent } = client([json(hold), () => new Response(null, { status: 204 })]);
    assert.deepEqual(await adapter.hold({ coachId: 'ada', startTime: SLOT.startTime, durationMinutes: 60 }), hold);
    await adapter.release({ holdId: 'h1' });
    assert.equal(sent[1]?.url, 'https://api.example.com/v1/coaching/sessions/hold/h1/release');
    assert.equal(sent[1].init.keepalive, true);
  });

  it('finds the API under /api when only an origin is given', async () => {
    for (const [baseUrl, expected] of [
      ['https://example.com', 'https://example.com/api/coach/config'],
      ['https://example.com/', 'https://example.com/coach/config'],
      ['https://example.com/booking//', 'https://example.com/booking/coach/config'],
      ['/api', '/api/coach/config'],
      ['', '/api/coach/config'],
    ] as const) {
      const { adapter, sent } = client([json(CONFIG)], { baseUrl });
      await adapter.getConfig({ coachId: 'a' });
      assert.equal(sent[0]?.url, `${expected}?coachId=a`);
    }
  });

  it('refuses what cannot be written down before it is sent', async () => {
    const { adapter, sent } = client([json(BOOKING)]);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const error = await errorOf(adapter.book({ ...REQUEST, metadata: cyclic }, KEY));
    assert.equal(error.code, 'validation_failed');
    assert.equal((await errorOf(adapter.release({ holdId: '\ud800' }))).code, 'validation_failed');
    assert.equal(sent.length, 0);
  });
});

describe('an answer that is not of the protocol', () => {
  const cases: Record<string, () => Response> = {
    'malformed JSON': () => new Response('{"id":', { status: 200 }),
    'a truncated body': () => new Response(JSON.stringify(BOOKING).slice(0, -9), { status: 201 }),
    'an empty body': () => new Response('', { status: 200 }),
    'no content': () => new Response(null, { status: 204 }),
    'another shape': json({ hello: 'world' }),
    'a list': json([]),
    null: json(null),
    'a text': json('fine'),
    'an HTML page': page(200),
    'an HTML error page': page(500),
    'an HTML page of a gateway': page(502),
    'an HTML page for a wrong path': page(404),
    'JSON errors of another kind': json({ message: 'nope' }, 400),
  };

  for (const [name, reply] of Object.entries(cases)) {
    it(`is invalid_response: ${name}`, async () => {
      const { adapter } = client([reply]);
      const reads = [
        adapter.getConfig({ coachId: 'a' }),
        adapter.getCoach({ coachId: 'a' }),
        adapter.getAvailability(RANGE),
      ];
      for (const read of reads) {
        const error = await errorOf(read);
        assert.equal(error.code, 'invalid_response');
        assert.equal(error.outcome, 'not_applied');
      }
      const error = await errorOf(adapter.book(REQUEST, KEY));
      assert.equal(error.code, 'invalid_response');
      assert.equal(error.outcome, 'unknown', 'it may have been booked');
      assert.equal(error.status, reply().status);
    });
  }

  it('says which field it was, for those who read logs', async () => {
    const { adapter } = client([json({ ...BOOKING, startTime: 'soon' }, 201, { 'X-Request-Id': 'r-9' })]);
    const error = await errorOf(adapter.book(REQUEST, KEY));
    assert.match(error.message, /startTime: invalid/);
    assert.equal(error.requestId, 'r-9');
  });

  it('is never an exception from the depths, whatever comes', async () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ code: 'x', ...Object(value) })),
    );
    const status = fc.constantFrom(200, 201, 400, 404, 409, 418, 422, 429, 500, 502, 503);
    await fc.assert(
      fc.asyncProperty(body, status, async (text, code) => {
        const { adapter } = client([() => new Response(text, { status: code })]);
        const calls = [
          adapter.getConfig({ coachId: 'a' }),
          adapter.getCoach({ coachId: 'a' }),
          adapter.getAvailability(RANGE),
          adapter.book(REQUEST, KEY),
          adapter.getBooking({ bookingId: 'b', manageToken: 't' }),
          adapter.hold({ coachId: 'a', startTime: SLOT.startTime, durationMinutes: 60 }),
        ];
        for (const result of await Promise.allSettled(calls)) {
          if (result.status === 'rejected') assert.ok(isBookingError(result.reason), String(result.reason));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('costs only a malformed slot among good ones', async () => {
    const { adapter } = client([json({ availableSlots: [{ ...SLOT, rate: null }, SLOT], timezone: 'UTC' })]);
    assert.equal((await adapter.getAvailability(RANGE)).slots.length, 1);
  });
});

describe('an error of the server', () => {
  it('comes with all that it says', async () => {
    const { adapter } = client([
      json(
        {
          code: 'slot_unavailable',
          detail: 'Taken',
          alternatives: [{ ...SLOT, startTime: '2026-11-24T17:00:00Z', endTime: '2026-11-24T18:00:00Z' }],
          requestId: 'r-7',
        },
        409,
      ),
    ]);
    const error = await errorOf(adapter.book(REQUEST, KEY));
    assert.equal(error.code, 'slot_unavailable');
    assert.equal(error.status, 409);
    assert.equal(error.outcome, 'not_applied');
    assert.equal(error.requestId, 'r-7');
    assert.equal(error.alternatives?.[0]?.startTime, '2026-11-24T17:00:00.000Z');
  });

  it('is not asked for twice when it is a decision', async () => {
    for (const [code, status] of [
      ['slot_unavailable', 409],
      ['price_changed', 409],
      ['validation_failed', 422],
      ['not_found', 404],
      ['unknown', 500],
      ['unsupported', 501],
    ] as const) {
      const { adapter, sent } = client([problem(code, status)]);
      assert.equal((await errorOf(adapter.book(REQUEST, KEY))).code, code);
      assert.equal(sent.length, 1, code);
    }
  });
});

describe('trying again', () => {
  const OFFLINE = new TypeError('Failed to fetch');

  it('repeats reads that fail on the way', async () => {
    for (const reply of [
      OFFLINE,
      problem('unavailable', 503),
      problem('rate_limited', 429),
      page(502),
      page(503),
      page(504),
    ]) {
      const { adapter, sent } = client([reply, reply, json(CONFIG)]);
      await adapter.getConfig({ coachId: 'a' });
      assert.equal(sent.length, 3);
    }
  });

  it('repeats a booking with the same key and the same body, to the byte', async () => {
    for (const reply of [
      OFFLINE,
      problem('unavailable', 503),
      problem('rate_limited', 429),
      problem('idempotency_in_progress', 409),
    ]) {
      const { adapter, sent } = client([reply, json(BOOKING, 201)]);
      await adapter.book(REQUEST, KEY);
      assert.equal(sent.length, 2);
      assert.equal(sent[0]?.init.body, sent[1]?.init.body);
      assert.deepEqual(sent[0]?.init.headers, sent[1]?.init.headers);
    }
  });

  it('ends after a few times, and says what it was', async () => {
    const { adapter, sent, waits } = client([OFFLINE]);
    const error = await errorOf(adapter.getConfig({ coachId: 'a' }));
    assert.equal(error.code, 'network');
    assert.equal(error.retryable, true);
    assert.equal(error.outcome, 'not_applied');
    assert.equal(error.cause, OFFLINE);
    assert.equal(sent.length, 3);
    assert.deepEqual(waits, [400, 800]);
    const once = client([OFFLINE], { retries: 0 });
    await errorOf(once.adapter.getConfig({ coachId: 'a' }));
    assert.equal(once.sent.length, 1);
  });

  it('never repeats a hold, which would be a second one', async () => {
    const { adapter, sent } = client([OFFLINE]);
    const error = await errorOf(adapter.hold({ coachId: 'a', startTime: SLOT.startTime, durationMinutes: 60 }));
    assert.equal(error.outcome, 'unknown');
    assert.equal(sent.length, 1);
  });

  it('waits as long as the server asks, in seconds or until a date, and a little more', async () => {
    const now = (): number => Date.parse('2026-11-22T10:00:00Z');
    for (const header of ['3', 'Sun, 22 Nov 2026 10:00:03 GMT']) {
      const { adapter, waits } = client([problem('rate_limited', 429, { 'Retry-After': header }), json(CONFIG)], {
        now,
      });
      await adapter.getConfig({ coachId: 'a' });
      assert.deepEqual(waits, [3400], header);
    }
  });

  it('does not keep a visitor waiting for minutes: the error says how long', async () => {
    const { adapter, sent } = client([problem('rate_limited', 429, { 'Retry-After': '86400' })]);
    const error = await errorOf(adapter.getConfig({ coachId: 'a' }));
    assert.equal(sent.length, 1);
    assert.equal(error.code, 'rate_limited');
    assert.equal(error.retryAfterMs, 60_000);
  });

  it('takes a nonsensical Retry-After for none, and a past one for now', async () => {
    for (const header of ['soon', '-5', 'Sun, 22 Nov 1996 10:00:03 GMT']) {
      const { adapter, waits } = client([problem('unavailable', 503, { 'Retry-After': header }), json(CONFIG)]);
      await adapter.getConfig({ coachId: 'a' });
      assert.deepEqual(waits, [400], header);
    }
  });

  it('spreads the attempts of many visitors', async () => {
    const { adapter, waits } = client([OFFLINE, json(CONFIG)], { random: () => 0 });
    await adapter.getConfig({ coachId: 'a' });
    assert.deepEqual(waits, [200]);
  });
});

describe('a write whose end is not known', () => {
  it('is called unknown when it was cut off, refused by a proxy or given up', async () => {
    const replies = [
      new TypeError('terminated'),
      problem('unavailable', 503),
      problem('unknown', 500),
      page(500),
      page(503),
    ];
    for (const reply of replies) {
      assert.equal((await errorOf(client([reply]).adapter.book(REQUEST, KEY))).outcome, 'unknown');
    }
  });

  it('stays unknown when later attempts do not settle it', async () => {
    const lost = new TypeError('terminated');
    for (const reply of [problem('rate_limited', 429), problem('idempotency_in_progress', 409), page(429)]) {
      const { adapter } = client([lost, reply]);
      const error = await errorOf(adapter.book(REQUEST, KEY));
      assert.equal(error.outcome, 'unknown', error.code);
    }
  });

  it('is settled by a decision', async () => {
    const { adapter } = client([new TypeError('terminated'), problem('slot_unavailable', 409)]);
    const error = await errorOf(adapter.book(REQUEST, KEY));
    assert.equal(error.code, 'slot_unavailable');
    assert.equal(error.outcome, 'not_applied');
  });
});

describe('a slow server', () => {
  it('is given up after the timeout, also when fetch does not heed the signal', async () => {
    for (const fetch of [never, deaf]) {
      const { adapter } = client([], { fetch, timeoutMs: 5, retries: 1 });
      const error = await errorOf(adapter.book(REQUEST, KEY));
      assert.equal(error.code, 'timeout');
      assert.equal(error.outcome, 'unknown');
      assert.equal((await errorOf(adapter.getConfig({ coachId: 'a' }))).outcome, 'not_applied');
    }
  });

  it('is given up also when only the body never comes', async () => {
    const body = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const { adapter } = client([body], { timeoutMs: 5, retries: 0 });
    assert.equal((await errorOf(adapter.getConfig({ coachId: 'a' }))).code, 'timeout');
  });

  it('may answer after the first attempt was given up', async () => {
    let calls = 0;
    const { adapter } = client([], {
      timeoutMs: 20,
      fetch: () => (++calls === 1 ? deaf() : Promise.resolve(json(BOOKING, 201)())),
    });
    assert.equal((await adapter.book(REQUEST, KEY)).id, 'b1');
    assert.equal(calls, 2);
  });
});

describe('giving up', () => {
  it('before a call sends nothing', async () => {
    const { adapter, sent } = client([json(CONFIG)]);
    const error = await errorOf(adapter.book(REQUEST, { ...KEY, signal: AbortSignal.abort() }));
    assert.equal(error.code, 'aborted');
    assert.equal(error.outcome, 'not_applied');
    assert.equal(sent.length, 0);
  });

  it('during a call ends it at once, and a write may have happened', async () => {
    for (const fetch of [never, deaf]) {
      let calls = 0;
      const counted = (url: unknown, init?: RequestInit): Promise<Response> => (calls++, fetch(url, init));
      const { adapter } = client([], { fetch: counted });
      const controller = new AbortController();
      const write = errorOf(adapter.book(REQUEST, { ...KEY, signal: controller.signal }));
      const read = errorOf(adapter.getConfig({ coachId: 'a' }, { signal: controller.signal }));
      while (calls < 2) await setImmediate();
      controller.abort();
      assert.deepEqual([(await write).code, (await write).outcome], ['aborted', 'unknown']);
      assert.deepEqual([(await read).code, (await read).outcome], ['aborted', 'not_applied']);
      assert.equal((await read).retryable, false);
    }
  });

  it('between two attempts ends the wait', async () => {
    const controller = new AbortController();
    const fetch = (): Promise<Response> => {
      setTimeout(() => controller.abort(), 5);
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const adapter = createRestAdapter({ baseUrl: '/api', fetch, random: () => 1 });
    const begun = performance.now();
    const error = await errorOf(adapter.book(REQUEST, { ...KEY, signal: controller.signal }));
    assert.equal(error.code, 'aborted');
    assert.equal(error.outcome, 'unknown', 'the first attempt may have arrived');
    assert.ok(performance.now() - begun < 390);
  });

  it('leaves no listener on a signal that lives on', async () => {
    const { adapter } = client([new TypeError('Failed to fetch'), json(CONFIG)], { sleep: undefined as never });
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    await adapter.getConfig({ coachId: 'a' }, { signal });
    assert.equal(listeners, 0);
  });
});
