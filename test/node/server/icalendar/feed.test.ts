import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBookingError } from '../../../../src/domain/booking-error.js';
import { coachSeed, FIXED_NOW } from '../../../../src/kit/fixtures.js';
import { createICalendarSource, type ICalendarSourceOptions } from '../../../../src/server/index.js';
import { createBookingService } from '../../../../src/service/booking-service.js';
import { createMemoryStore } from '../../../../src/service/memory-store.js';

const URL = 'https://calendar.example/private-0123456789/basic.ics';
const MINUTE = 60_000;
const DAY = { start: '2026-11-26T00:00:00Z', end: '2026-11-27T00:00:00Z' };

const feedOf = (start: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART:${start}`,
    'DURATION:PT1H',
    'SUMMARY:Secret',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const FEED = feedOf('20261126T080000Z');

type Answer = (request: Request, asked: number) => Response | Promise<Response>;

/** A source over a server of our own, with a clock. */
function setUp(answer: Answer, options: Partial<ICalendarSourceOptions> = {}) {
  let now = FIXED_NOW;
  const requests: Request[] = [];
  const source = createICalendarSource({
    url: URL,
    now: () => now,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push(request);
      return answer(request, requests.length);
    },
    ...options,
  });
  const busy = async (coachId = 'grace'): Promise<number> => (await source.busy({ coachId, ...DAY })).length;
  return { source, busy, requests, pass: (ms: number) => (now += ms) };
}

const ok: Answer = () => new Response(FEED);

describe('a feed', () => {
  it('is fetched once for many, and again after five minutes', async () => {
    const { busy, requests, pass } = setUp(ok);
    await Promise.all([busy(), busy(), busy()]);
    assert.equal(requests.length, 1);
    pass(4 * MINUTE);
    await busy();
    assert.equal(requests.length, 1);
    pass(MINUTE);
    assert.equal(await busy(), 1);
    assert.equal(requests.length, 2);
    assert.equal(requests[0]?.headers.get('Cookie'), null);
    assert.equal(requests[0].credentials, 'omit');
  });

  it('that has not changed is not sent again', async () => {
    const headers = { ETag: '"v1"', 'Last-Modified': 'Sun, 22 Nov 2026 10:00:00 GMT' };
    const { busy, requests, pass } = setUp((_, asked) =>
      asked === 1 ? new Response(FEED, { headers }) : new Response(null, { status: 304 }),
    );
    await busy();
    for (const _ of [1, 2]) {
      pass(6 * MINUTE);
      assert.equal(await busy(), 1);
    }
    assert.equal(requests.length, 3);
    assert.equal(requests[2]?.headers.get('If-None-Match'), '"v1"');
    assert.equal(requests[2].headers.get('If-Modified-Since'), headers['Last-Modified']);
  });

  it('that has changed is read anew', async () => {
    const { busy, pass } = setUp((_, asked) => new Response(asked === 1 ? FEED : feedOf('20261227T080000Z')));
    assert.equal(await busy(), 1);
    pass(6 * MINUTE);
    assert.equal(await busy(), 0);
  });

  it('that fails is taken as it last was, for an hour and no longer', async () => {
    const { busy, requests, pass } = setUp((_, asked) =>
      asked === 1 ? new Response(FEED) : new Response('', { status: 503 }),
    );
    await busy();
    pass(10 * MINUTE);
    assert.equal(await busy(), 1);
    await busy();
    assert.equal(requests.length, 2, 'and is left alone for a moment');
    pass(MINUTE);
    await busy();
    assert.equal(requests.length, 3);
    pass(60 * MINUTE);
    await assert.rejects(busy(), /503/);
  });

  it('that broke is not taken for an empty calendar', async () => {
    const { busy, pass } = setUp((_, asked) => new Response(asked === 1 ? FEED : 'BEGIN:VCALENDAR'));
    await busy();
    pass(6 * MINUTE);
    assert.equal(await busy(), 1);
    pass(120 * MINUTE);
    await assert.rejects(busy());
  });

  it('that never worked is an error at once for those who ask again', async () => {
    const { busy, requests } = setUp(() => new Response('', { status: 404 }));
    await assert.rejects(busy(), /404/);
    await assert.rejects(busy(), /404/);
    assert.equal(requests.length, 1);
  });

  it('may not be too large or too slow, in its body either', async () => {
    const large = setUp(() => new Response(FEED + ' '.repeat(10_000)), { maxBytes: 5000 });
    await assert.rejects(large.busy(), /5000 bytes/);
    const silent = setUp(() => new Promise(() => undefined), { timeoutMs: 20 });
    await assert.rejects(silent.busy(), /20 ms/);
    const dripping = setUp(() => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })), {
      timeoutMs: 20,
    });
    await assert.rejects(dripping.busy(), /20 ms/);
  });

  it('keeps its address to itself: who knows it can read the calendar', async () => {
    const failing: Answer[] = [
      () => Promise.reject(new TypeError(`fetch failed for ${URL}`)),
      () => new Response('', { status: 500 }),
      () => new Response('no calendar'),
    ];
    for (const answer of failing) {
      await assert.rejects(setUp(answer).busy(), (error) => {
        assert.ok(error instanceof Error);
        assert.ok(!JSON.stringify([error.message, error.stack, error.cause]).includes('private-0123456789'));
        return true;
      });
    }
    assert.throws(
      () => createICalendarSource({ url: 'not a private-0123456789 url' }),
      (error) => {
        assert.ok(error instanceof TypeError);
        assert.ok(!error.message.includes('private'));
        return true;
      },
    );
  });

  it('may be subscribed to by webcal, and by nothing that is no web address', async () => {
    const { requests, busy } = setUp(ok, { url: 'webcal://calendar.example/a.ics' });
    await busy();
    assert.equal(requests[0]?.url, 'https://calendar.example/a.ics');
    for (const url of ['file:///etc/passwd', 'ftp://calendar.example/a.ics', 'data:text/calendar,x']) {
      assert.throws(() => createICalendarSource({ url }), TypeError);
    }
  });

  it('may be another for each coach, several, or none', async () => {
    const asked: string[] = [];
    const feeds: Record<string, string | string[] | null> = {
      grace: 'https://calendar.example/grace.ics',
      ada: ['https://calendar.example/a.ics', 'webcal://calendar.example/b.ics'],
      ida: null,
    };
    const source = createICalendarSource({
      urlOf: (coachId) => Promise.resolve(feeds[coachId]),
      now: () => FIXED_NOW,
      fetch: (url) => {
        asked.push(url instanceof Request ? url.url : String(url));
        return Promise.resolve(new Response(FEED));
      },
    });
    const count = async (coachId: string): Promise<number> => (await source.busy({ coachId, ...DAY })).length;
    assert.deepEqual([await count('grace'), await count('ada'), await count('ida')], [1, 2, 0]);
    assert.equal(asked.length, 3);
  });
});

describe('a coach’s own calendar', () => {
  const serve = (answer: Answer, options: Partial<ICalendarSourceOptions> = {}) =>
    createBookingService({
      store: createMemoryStore({ coaches: [coachSeed()] }),
      now: () => FIXED_NOW,
      busySources: [setUp(answer, options).source],
    });
  const starts = async (service: ReturnType<typeof serve>): Promise<string[]> => {
    const { slots } = await service.getAvailability({
      coachId: 'grace',
      start: '2026-11-26',
      end: '2026-11-26',
      durationMinutes: 60,
    });
    return slots.map((slot) => slot.startTime.slice(11, 16));
  };

  it('blocks slots', async () => {
    assert.deepEqual(await starts(serve(ok)), ['09:00', '09:30', '10:00']);
  });

  it('blocks a whole day as the coach’s clocks have it', async () => {
    const text = FEED.replace('DTSTART:20261126T080000Z\r\nDURATION:PT1H', 'DTSTART;VALUE=DATE:20261126');
    assert.deepEqual(await starts(serve(() => new Response(text))), []);
    const before = text.replace('20261126', '20261125');
    assert.equal((await starts(serve(() => new Response(before)))).length, 5);
  });

  it('that cannot be read makes the answer unavailable, unless it is optional', async () => {
    const broken: Answer = () => new Response('<html>');
    await assert.rejects(starts(serve(broken)), (error) => isBookingError(error) && error.code === 'unavailable');
    assert.equal((await starts(serve(broken, { optional: true }))).length, 5);
  });
});
