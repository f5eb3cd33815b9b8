import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BookingError } from '../../../src/domain/booking-error.js';
import { createTokenBucket } from '../../../src/server/index.js';
import type { BookingService } from '../../../src/service/booking-service.js';
import { asRecord, backend, BOOK, TOKEN, type Ask, type Backend } from './backend.js';

const COACH = { Authorization: `Bearer ${TOKEN}` };
const AVAILABLE = '/coaching/sessions/available?coachId=grace&start=2026-11-26&end=2026-11-26';
const book = (body: unknown = BOOK, headers: Record<string, string> = { 'Idempotency-Key': 'k1' }): Ask => ({
  method: 'POST',
  headers,
  body,
});

function withoutHolds(service: BookingService): BookingService {
  const less = { ...service };
  delete less.hold;
  delete less.release;
  return less;
}

async function assertProblem(response: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const problem = await asRecord(response);
  assert.equal(response.status, status);
  assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
  assert.equal(problem.code, code);
  assert.equal(problem.status, status);
  assert.equal(problem.type, 'about:blank');
  assert.equal(problem.requestId, response.headers.get('X-Request-Id'));
  return problem;
}

describe('every endpoint', () => {
  it('shows the coach, the config, the schedule and the free times', async () => {
    const { ask } = backend();
    const profile = await asRecord(await ask('/coach/profile?coachId=grace'));
    assert.equal(profile.name, 'Grace Adeyemi');
    assert.deepEqual(profile.sessionLengths, [
      { duration: 30, rate: 50, currency: 'USD' },
      { duration: 60, rate: 90.5, currency: 'USD' },
    ]);
    assert.deepEqual((await asRecord(await ask('/coach/config?coachId=grace'))).durations, [30, 60]);
    assert.equal((await asRecord(await ask('/coach/schedule?coachId=grace'))).timezone, 'Europe/Berlin');
    const available = await asRecord(await ask(`${AVAILABLE}&duration=60`));
    assert.equal(available.timezone, 'Europe/Berlin');
    assert.ok(Array.isArray(available.availableSlots));
    assert.deepEqual(available.availableSlots[0], {
      startTime: '2026-11-26T08:00:00.000Z',
      endTime: '2026-11-26T09:00:00.000Z',
      duration: 60,
      rate: 90.5,
      currency: 'USD',
    });
    assert.ok(available.sessionConfig);
  });

  it('books, and shows the booking to who holds its token', async () => {
    const { ask } = backend();
    const answer = await ask('/coaching/sessions/book', book());
    assert.equal(answer.status, 201);
    const booking = await asRecord(answer);
    assert.equal(booking.rateAtBooking, 90.5);
    assert.equal(booking.currencyCode, 'USD');
    assert.equal(booking.durationMinutes, 60);
    assert.equal('rate' in booking, false);
    const path = `/coaching/sessions/${String(booking.id)}`;
    const shown = await ask(path, { headers: { Authorization: `Bearer ${String(booking.manageToken)}` } });
    assert.equal((await asRecord(shown)).id, booking.id);
    await assertProblem(await ask(path), 401, 'unauthorized');
    await assertProblem(await ask(path, { headers: { Authorization: 'Bearer other' } }), 401, 'unauthorized');
    const gone = await asRecord(await ask(AVAILABLE));
    assert.ok(!JSON.stringify(gone.availableSlots).includes('2026-11-26T09:00:00.000Z","endTime'));
  });

  it('answers the same key, bare or quoted, with the same booking', async () => {
    const { ask } = backend();
    const first = await asRecord(await ask('/coaching/sessions/book', book()));
    const again = await ask('/coaching/sessions/book', book(BOOK, { 'Idempotency-Key': '"k1"' }));
    assert.equal(again.status, 201);
    assert.deepEqual(await asRecord(again), first);
  });

  it('refuses a taken time with others near it, and another price with the right one', async () => {
    const { ask } = backend();
    await ask('/coaching/sessions/book', book());
    const taken = await ask('/coaching/sessions/book', book(BOOK, { 'Idempotency-Key': 'k2' }));
    const { alternatives } = await assertProblem(taken, 409, 'slot_unavailable');
    assert.ok(Array.isArray(alternatives) && alternatives.length > 0);
    const body = { ...BOOK, startTime: '2026-11-27T09:00:00Z', endTime: '2026-11-27T10:00:00Z', rate: 1 };
    const cheap = await ask('/coaching/sessions/book', book(body, { 'Idempotency-Key': 'k3' }));
    assert.deepEqual((await assertProblem(cheap, 409, 'price_changed')).current, { rate: 90.5, currency: 'USD' });
  });

  it('holds and releases where the service can', async () => {
    const { ask, service } = backend();
    assert.ok('hold' in service && 'release' in service);
    const body = { coachId: 'grace', startTime: BOOK.startTime, durationMinutes: 60 };
    const hold = await asRecord(await ask('/coaching/sessions/hold', { method: 'POST', body }));
    assert.deepEqual(Object.keys(hold).sort(), ['expiresAt', 'holdId', 'serverNow']);
    // `sendBeacon` sends what it likes.
    const released = await ask(`/coaching/sessions/hold/${String(hold.holdId)}/release`, { method: 'POST', body: '{' });
    assert.equal(released.status, 204);
    assert.equal(await released.text(), '');
    assert.equal((await ask('/coaching/sessions/book', book())).status, 201);
  });

  it('says unsupported where the service cannot, and for what is reserved', async () => {
    const { ask } = backend({}, withoutHolds);
    const post = { method: 'POST', body: BOOK };
    for (const path of [
      '/coaching/sessions/hold',
      '/coaching/sessions/hold/h1/release',
      '/coaching/sessions/b1/cancel',
      '/coaching/sessions/b1/reschedule',
      '/coaching/quote',
      '/coaching/waitlist',
      '/coaching/events',
    ]) {
      await assertProblem(await ask(path, post), 501, 'unsupported');
    }
    await assertProblem(await ask('/coach/metrics'), 501, 'unsupported');
  });
});

describe('the coach’s writes', () => {
  const config = { durations: [45], rates: { 45: 70 }, currency: 'EUR', ownField: { kept: true } };
  const schedule = { timezone: 'Asia/Kolkata', rules: [{ type: 'moon', phase: 'full' }] };
  const writes = [
    ['/coach/config?coachId=grace', 'POST', config],
    ['/coach/schedule?coachId=grace', 'PUT', schedule],
  ] as const;

  it('replace the whole and answer what is stored', async () => {
    const { ask } = backend();
    for (const [path, method, body] of writes) {
      const answer = await ask(path, { method, headers: COACH, body });
      assert.equal(answer.status, 200);
      const stored = await asRecord(answer);
      const read = await ask(path);
      assert.deepEqual(await asRecord(read), stored);
      assert.equal(read.headers.get('ETag'), answer.headers.get('ETag'));
    }
    const read = await asRecord(await ask('/coach/config?coachId=grace'));
    assert.deepEqual(read.ownField, { kept: true });
    assert.equal(read.defaultDuration, 45);
    assert.deepEqual((await asRecord(await ask('/coach/schedule?coachId=grace'))).rules, schedule.rules);
  });

  it('are for those whom authorize lets', async () => {
    const calls: unknown[] = [];
    const authorize = (_: Request, call: unknown): boolean => calls.push(call) < 0;
    for (const { ask } of [backend(), backend({ authorize }), backend({ authorize: () => Promise.resolve(false) })]) {
      for (const [path, method, body] of writes) {
        const anonymous = await ask(path, { method, body });
        await assertProblem(anonymous, 401, 'unauthorized');
        assert.equal(anonymous.headers.get('WWW-Authenticate'), 'Bearer');
        await assertProblem(
          await ask(path, { method, body, headers: { Authorization: 'Bearer no' } }),
          403,
          'forbidden',
        );
      }
    }
    assert.deepEqual(calls[0], { action: 'config.write', coachId: 'grace' });
  });

  it('are for nobody without an authorize', async () => {
    const { ask } = backend({ authorize: undefined as never });
    await assertProblem(await ask(writes[0][0], { method: 'POST', headers: COACH, body: config }), 403, 'forbidden');
  });

  it('name what they refuse, and change nothing', async () => {
    const { ask } = backend();
    const body = { durations: [30], rates: {}, currency: 'XXX0' };
    const problem = await assertProblem(
      await ask(writes[0][0], { method: 'POST', headers: COACH, body }),
      422,
      'validation_failed',
    );
    assert.ok(JSON.stringify(problem.fields).includes('currency'));
    const twice = { timezone: 'UTC', rules: [1, 2].map(() => ({ type: 'wday', wday: 'monday', intervals: [] })) };
    await assertProblem(
      await ask(writes[1][0], { method: 'PUT', headers: COACH, body: twice }),
      422,
      'validation_failed',
    );
    assert.deepEqual((await asRecord(await ask('/coach/config?coachId=grace'))).durations, [30, 60]);
  });

  it('lose when the document was changed meanwhile', async () => {
    const { ask } = backend();
    for (const [path, method, body] of writes) {
      const etag = (await ask(path)).headers.get('ETag') ?? '';
      assert.match(etag, /^"[^"]+"$/);
      const write = (ifMatch: string): Promise<Response> =>
        ask(path, { method, body, headers: { ...COACH, 'If-Match': ifMatch } });
      const won = await write(etag);
      assert.equal(won.status, 200);
      await assertProblem(await write(etag), 412, 'version_conflict');
      await assertProblem(await write('"no", "such"'), 412, 'version_conflict');
      assert.equal((await write('*')).status, 200);
      const now = (await ask(path)).headers.get('ETag') ?? '';
      await assertProblem(await write(`W/${now}`), 412, 'version_conflict');
      assert.equal((await write(`"old", ${now}`)).status, 200);
    }
  });

  it('are not sent again to who has them', async () => {
    const { ask } = backend();
    for (const [path] of writes) {
      const etag = (await ask(path)).headers.get('ETag') ?? '';
      const again = await ask(path, { headers: { 'If-None-Match': `"x", ${etag}` } });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get('ETag'), etag);
      assert.equal(again.headers.get('Content-Type'), null);
      assert.equal((await ask(path, { headers: { 'If-None-Match': '"x"' } })).status, 200);
    }
  });
});

describe('a request that is wrong', () => {
  it('is told where nothing is, and which methods a path has', async () => {
    const { ask } = backend();
    for (const path of [
      '',
      '/',
      '/coach',
      '/coach/configs',
      '/coaching/sessions',
      '/coaching/sessions/a/b',
      '/coaching/sessions/%ff',
    ]) {
      await assertProblem(await ask(path), 404, 'not_found');
    }
    const wrong = await ask('/coaching/sessions/book');
    await assertProblem(wrong, 405, 'not_found');
    assert.equal(wrong.headers.get('Allow'), 'POST, OPTIONS');
    const deleted = await ask('/coach/config?coachId=grace', { method: 'DELETE' });
    assert.equal(deleted.status, 405);
    assert.equal(deleted.headers.get('Allow'), 'GET, POST, HEAD, OPTIONS');
  });

  it('for an unknown coach is not_found', async () => {
    const { ask } = backend();
    for (const path of [
      '/coach/profile?coachId=no',
      '/coach/config?coachId=no',
      '/coach/schedule?coachId=no',
      AVAILABLE.replace('grace', 'no'),
    ]) {
      await assertProblem(await ask(path), 404, 'not_found');
    }
    const unnamed = await assertProblem(await ask('/coach/profile'), 422, 'validation_failed');
    assert.deepEqual(unnamed.fields, { coachId: 'required' });
  });

  it('without a key, or unparsable, is 400', async () => {
    const { ask } = backend();
    const keyless = await assertProblem(await ask('/coaching/sessions/book', book(BOOK, {})), 400, 'validation_failed');
    assert.deepEqual(keyless.fields, { idempotencyKey: 'required' });
    for (const body of ['', '{', 'null,', '<xml/>', '\u0000', '['.repeat(30_000)]) {
      await assertProblem(await ask('/coaching/sessions/book', book(body)), 400, 'validation_failed');
    }
  });

  it('is told every wrong field in the words of the wire', async () => {
    const { ask } = backend();
    const body = { ...BOOK, attendee: { name: ' ', email: 'nobody', timezone: 'Mars/Base' }, endTime: BOOK.startTime };
    const { fields } = await assertProblem(await ask('/coaching/sessions/book', book(body)), 422, 'validation_failed');
    assert.deepEqual(fields, {
      'attendee.name': 'required',
      'attendee.email': 'invalid',
      'attendee.timezone': 'invalid',
    });
    const { fields: end } = await assertProblem(
      await ask('/coaching/sessions/book', book({ ...BOOK, endTime: BOOK.startTime })),
      422,
      'validation_failed',
    );
    assert.match(JSON.stringify(end), /^\{"endTime":"\w+"\}$/);
  });

  it('names the body where it is no object', async () => {
    const { ask } = backend();
    for (const [body, code] of [
      ['null', 'required'],
      ['[]', 'invalid'],
    ] as const) {
      const { fields } = await assertProblem(
        await ask('/coaching/sessions/book', book(body)),
        422,
        'validation_failed',
      );
      assert.deepEqual(fields, { body: code });
    }
  });

  it('for a range that ends before it starts is told so', async () => {
    const { ask } = backend();
    for (const [start, end] of [
      ['2026-11-27', '2026-11-26'],
      ['2026-11-27', '2026-11-20'],
      ['2026-11-27T00:00:00Z', '2026-11-26T23:59:00Z'],
    ]) {
      const path = `/coaching/sessions/available?coachId=grace&start=${start}&end=${end}`;
      assert.deepEqual((await assertProblem(await ask(path), 422, 'validation_failed')).fields, { end: 'too_small' });
    }
  });

  it('may not set rules beyond all sense', async () => {
    const { ask } = backend();
    const config = await asRecord(await ask('/coach/config?coachId=grace'));
    const write = (rules: object) =>
      ask('/coach/config?coachId=grace', { method: 'POST', headers: COACH, body: { ...config, ...rules } });
    const rules = { bufferBeforeMinutes: 525_600, bufferAfterMinutes: 525_600, minimumNoticeMinutes: 525_600 };
    assert.equal((await write({ ...rules, bookingWindowDays: 3660 })).status, 200);
    const beyond = Object.fromEntries(Object.entries(rules).map(([name, most]) => [name, most + 1]));
    const answer = await write({ ...beyond, bookingWindowDays: 3661 });
    assert.deepEqual((await assertProblem(answer, 422, 'validation_failed')).fields, {
      bookingWindowDays: 'too_large',
      bufferBeforeMinutes: 'too_large',
      bufferAfterMinutes: 'too_large',
      minimumNoticeMinutes: 'too_large',
    });
  });

  it('may not be too large, whatever it says of its length', async () => {
    const { ask } = backend({ maxBodyBytes: 1000 });
    const body = { ...BOOK, metadata: { text: 'é'.repeat(500) } };
    await assertProblem(await ask('/coaching/sessions/book', book(body)), 413, 'validation_failed');
    const claims = { 'Idempotency-Key': 'k', 'Content-Length': '5000' };
    await assertProblem(await ask('/coaching/sessions/book', book(BOOK, claims)), 413, 'validation_failed');
    assert.equal((await ask('/coaching/sessions/book', book())).status, 201);
  });

  it('cannot bring a prototype along', async () => {
    const { ask } = backend();
    const text = JSON.stringify(BOOK).replace(
      /}$/,
      ',"__proto__":{"polluted":1},"metadata":{"__proto__":{"polluted":1}}}',
    );
    const answer = await ask('/coaching/sessions/book', book(text));
    assert.equal(answer.status, 201);
    assert.ok(!(await answer.text()).includes('polluted'));
    assert.equal('polluted' in {}, false);
  });
});

describe('HEAD and OPTIONS', () => {
  it('HEAD is GET without the body', async () => {
    const { ask } = backend();
    const head = await ask('/coach/config?coachId=grace', { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    assert.ok(head.headers.get('ETag'));
    assert.equal((await ask('/coach/config?coachId=no', { method: 'HEAD' })).status, 404);
    assert.equal((await ask('/coaching/sessions/book', { method: 'HEAD' })).status, 405);
  });

  it('OPTIONS names the methods', async () => {
    const { ask } = backend();
    const options = await ask('/coach/schedule', { method: 'OPTIONS' });
    assert.equal(options.status, 204);
    assert.equal(options.headers.get('Allow'), 'GET, PUT, HEAD, OPTIONS');
  });
});

describe('every answer', () => {
  it('says the protocol and the id of the request', async () => {
    const { ask } = backend();
    const { ask: askWithIds } = backend({ randomId: () => 'made-here' });
    for (const path of ['/coach/config?coachId=grace', '/nowhere']) {
      const answer = await ask(path, { headers: { 'X-Request-Id': 'trace-1:a.b' } });
      assert.equal(answer.headers.get('Booking-Protocol'), '1');
      assert.equal(answer.headers.get('X-Request-Id'), 'trace-1:a.b');
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal((await askWithIds(path)).headers.get('X-Request-Id'), 'made-here');
    }
    assert.match((await ask('/x')).headers.get('X-Request-Id') ?? '', /^[\da-f-]{36}$/);
  });

  it('takes no id that could forge a log line', async () => {
    const { ask } = backend({ randomId: () => 'made-here' });
    for (const id of ['a b', 'é', 'x'.repeat(129), '<script>', 'a"b']) {
      assert.equal((await ask('/x', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id'), 'made-here');
    }
  });

  it('is not kept by caches, but for documents that can be asked about', async () => {
    const { ask } = backend();
    assert.equal((await ask(AVAILABLE)).headers.get('Cache-Control'), 'no-store');
    assert.equal((await ask('/nowhere')).headers.get('Cache-Control'), 'no-store');
    assert.equal((await ask('/coach/config?coachId=grace')).headers.get('Cache-Control'), 'no-cache');
  });
});

describe('a fault inside', () => {
  const SECRET = 'password authentication failed for user "admin"';

  it('is an opaque 500 outside and told whole to the log', async () => {
    const fault = new Error(SECRET);
    const { ask, log } = backend({}, (service) => ({ ...service, getCoach: () => Promise.reject(fault) }));
    const answer = await ask('/coach/profile?coachId=grace');
    const problem = await assertProblem(answer, 500, 'unknown');
    assert.deepEqual(Object.keys(problem).sort(), ['code', 'requestId', 'status', 'title', 'type']);
    assert.equal(log[0]?.error, fault);
    assert.deepEqual(
      { ...log[0], error: undefined },
      {
        requestId: problem.requestId,
        method: 'GET',
        action: 'profile.read',
        status: 500,
        durationMs: 0,
        code: 'unknown',
        error: undefined,
      },
    );
  });

  it('stays opaque whatever is thrown or answered', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const faults: (() => unknown)[] = [
      () => Promise.reject(new BookingError('unavailable', { message: SECRET })),
      () => Promise.reject(new BookingError('unknown', { message: SECRET })),
      () => Promise.reject(new BookingError('network', { message: SECRET, cause: new Error(SECRET) })),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- others' code does.
      () => Promise.reject(SECRET),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- others' code does.
      () => Promise.reject(undefined),
      () => {
        throw new TypeError(SECRET);
      },
      () => circular,
      () => ({ big: 1n, SECRET }),
      () => Promise.reject(new BookingError('price_changed', { current: { amountMinor: 1, currency: SECRET } })),
    ];
    for (const fault of faults) {
      const { ask } = backend({}, (service) => ({ ...service, getCoach: fault as typeof service.getCoach }));
      const answer = await ask('/coach/profile?coachId=grace');
      assert.ok(answer.status === 500 || answer.status === 503, String(answer.status));
      assert.ok(!(await answer.text()).includes('admin'));
    }
  });

  it('in the log does not cost the answer', async () => {
    const { ask } = backend({
      log: () => {
        throw new Error('disk full');
      },
    });
    assert.equal((await ask('/coach/config?coachId=grace')).status, 200);
  });

  it('in a hook is a fault like any other', async () => {
    const fail = (): never => {
      throw new Error(SECRET);
    };
    const { ask } = backend({ rateLimiter: fail, cors: { origins: fail } });
    await assertProblem(
      await ask('/coach/config?coachId=grace', { headers: { Origin: 'https://a.example' } }),
      500,
      'unknown',
    );
  });
});

describe('limits', () => {
  const clientOf = (request: Request): string | undefined => request.headers.get('X-Client') ?? undefined;
  const from = (client: string): Ask => ({ headers: { 'X-Client': client } });

  it('send a client away for a while, and no other one', async () => {
    let now = 0;
    const { ask } = backend({
      rateLimiter: createTokenBucket({ clientOf, capacity: 2, perMinute: 30, now: () => now }),
    });
    const status = async (client: string): Promise<number> =>
      (await ask('/coach/config?coachId=grace', from(client))).status;
    assert.deepEqual(
      [await status('a'), await status('a'), await status('a'), await status('b')],
      [200, 200, 429, 200],
    );
    const limited = await ask('/coach/config?coachId=grace', from('a'));
    await assertProblem(limited, 429, 'rate_limited');
    assert.equal(limited.headers.get('Retry-After'), '2');
    now = 2000;
    assert.deepEqual([await status('a'), await status('a')], [200, 429]);
    assert.equal((await ask('/coach/config?coachId=grace')).status, 200, 'who is not known is not limited');
  });

  it('do not hinder a preflight', async () => {
    const { ask } = backend({ rateLimiter: () => 1000 });
    assert.equal((await ask('/coach/config', { method: 'OPTIONS' })).status, 204);
    assert.equal((await ask('/coach/config?coachId=grace')).status, 429);
  });

  it('forget clients, so that memory has an end', async () => {
    const limiter = createTokenBucket({ clientOf, capacity: 1, perMinute: 1, now: () => 0 });
    const take = (client: string): number | Promise<number> =>
      limiter(new Request('https://x.example', { headers: { 'X-Client': client } }), { action: '' });
    await take('first');
    assert.notEqual(await take('first'), 0);
    for (let index = 0; index < 10_000; index++) await take(`client-${String(index)}`);
    assert.equal(await take('first'), 0);
  });
});

describe('where it is mounted', () => {
  const status = async ({ ask }: Backend, path: string): Promise<number> => (await ask(path)).status;

  it('may be anywhere', async () => {
    const path = '/coach/config?coachId=grace';
    assert.equal(await status(backend({ basePath: '/api/' }), path), 200);
    assert.equal(await status(backend({ basePath: '/api/v2' }), `/v2${path}`), 200);
    assert.equal(await status(backend({ basePath: '/other' }), path), 404);
    assert.equal(await status(backend({ basePath: '/ap' }), path), 404);
    assert.equal(await status(backend({ basePath: '' }), path), 404);
    assert.equal(await status(backend(), '/coach/config/?coachId=grace'), 200);
  });
});
