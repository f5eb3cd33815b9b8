import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CorsOptions } from '../../../src/server/index.js';
import { backend } from './backend.js';

const HOST = 'https://coach.example';
const CONFIG = '/coach/config?coachId=grace';

async function ask(cors: CorsOptions | undefined, origin: string | null, preflight?: string): Promise<Response> {
  const headers: Record<string, string> = {};
  if (origin !== null) headers.Origin = origin;
  if (preflight !== undefined) headers['Access-Control-Request-Method'] = preflight;
  const { ask: send } = backend(cors ? { cors } : {});
  return send(CONFIG, { method: preflight === undefined ? 'GET' : 'OPTIONS', headers });
}

const corsHeaders = (response: Response): string[] =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('pages of other origins', () => {
  const list: CorsOptions = { origins: [HOST] };

  it('on the list may read answers, with the headers that the adapter needs', async () => {
    const answer = await ask(list, HOST);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), HOST);
    assert.equal(
      answer.headers.get('Access-Control-Expose-Headers'),
      'Booking-Protocol, ETag, Retry-After, X-Request-Id',
    );
    assert.equal(answer.headers.get('Vary'), 'Origin');
  });

  it('may also read errors, so that a visitor is told what is wrong', async () => {
    const { ask: send } = backend({ cors: list });
    const answer = await send('/coach/config?coachId=no', { headers: { Origin: HOST } });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), HOST);
  });

  it('not on the list get no header at all', async () => {
    for (const origin of ['https://evil.example', 'null', `${HOST}.evil.example`, 'http://coach.example', '']) {
      const answer = await ask(list, origin);
      assert.deepEqual(corsHeaders(answer), [], origin);
      assert.equal(answer.headers.get('Vary'), 'Origin', 'a cache must not mix answers');
      assert.deepEqual(corsHeaders(await ask(list, origin, 'POST')), [], origin);
    }
    assert.equal((await ask(list, null)).headers.get('Vary'), 'Origin');
  });

  it('may be all, or chosen by a function', async () => {
    const all = await ask({ origins: '*' }, HOST);
    assert.equal(all.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(all.headers.get('Vary'), null);
    const ours = { origins: (origin: string): boolean => origin.endsWith('.example') };
    assert.equal((await ask(ours, HOST)).headers.get('Access-Control-Allow-Origin'), HOST);
    assert.deepEqual(corsHeaders(await ask(ours, 'https://example.org')), []);
  });

  it('are refused by default', async () => {
    assert.deepEqual(corsHeaders(await ask(undefined, HOST)), []);
    assert.deepEqual(corsHeaders(await ask(undefined, HOST, 'POST')), []);
  });

  it('are never allowed credentials', async () => {
    for (const answer of [await ask(list, HOST), await ask(list, HOST, 'POST'), await ask({ origins: '*' }, HOST)]) {
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
    }
  });

  it('ask before they send', async () => {
    const answer = await ask({ ...list, maxAgeSeconds: 60 }, HOST, 'POST');
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), HOST);
    assert.equal(answer.headers.get('Access-Control-Allow-Methods'), 'GET, POST, HEAD, OPTIONS');
    assert.match(answer.headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/);
    assert.equal(answer.headers.get('Access-Control-Max-Age'), '60');
    assert.equal(answer.headers.get('Vary'), 'Origin');
  });
});
