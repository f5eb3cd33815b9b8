import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asRecord, backend, BOOK, TOKEN } from './backend.js';

const POSTS = [
  ['POST', '/coaching/sessions/book'],
  ['POST', '/coaching/sessions/hold'],
  ['POST', '/coach/config?coachId=grace'],
  ['PUT', '/coach/schedule?coachId=grace'],
] as const;

const CONFIG = {
  durations: [30],
  rates: { 30: 5 },
  currency: 'USD',
  fields: [{ name: 'a', label: 'A', type: 'text' }],
};
const SCHEDULE = {
  timezone: 'UTC',
  rules: [{ type: 'wday', wday: 'monday', intervals: [{ from: '09:00', to: '10:00' }] }],
};

/** Junk of every kind, among it texts that databases and headers choke on. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\0', '\ud800', '__proto__', 'constructor', '../', '%00', '9'.repeat(400)),
);
const value = fc.oneof(fc.jsonValue(), text, fc.double(), fc.constantFrom(1e308, -0, 2 ** 53, -1));

/** A valid body with one thing replaced somewhere. */
const spoiled = (valid: object): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...pathsOf(valid)), value).map(([path, junk]) => {
    const copy: unknown = structuredClone(valid);
    let at: unknown = copy;
    for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
    Reflect.set(Object(at), path.at(-1) ?? '', junk);
    return copy;
  });

function pathsOf(tree: unknown, path: string[] = []): string[][] {
  if (typeof tree !== 'object' || tree === null) return [path];
  const inner = Object.entries(tree).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

const body = fc.oneof(
  fc.string(),
  fc.json({ maxDepth: 5 }),
  fc
    .oneof(spoiled({ ...BOOK, answers: { notes: 'Hi' }, metadata: { a: [1] } }), spoiled(CONFIG), spoiled(SCHEDULE))
    .map((junk) => JSON.stringify(junk)),
);

async function assertCivil(response: Response): Promise<void> {
  assert.ok(response.status < 500 || response.status === 501, `status ${String(response.status)}`);
  if (response.status < 400) return;
  const problem = await asRecord(response);
  assert.equal(typeof problem.code, 'string');
  assert.equal(problem.status, response.status);
}

describe('junk', () => {
  it('in a body is refused by every endpoint, and breaks none', async () => {
    const { ask } = backend();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...POSTS), body, async ([method, path], junk) => {
        const headers = { 'Idempotency-Key': 'k', Authorization: `Bearer ${TOKEN}` };
        await assertCivil(await ask(path, { method, headers, body: junk }));
      }),
      { numRuns: 800 },
    );
    // Configs and schedules that were taken must still be ones that can be worked with.
    await assertCivil(await ask('/coaching/sessions/available?coachId=grace&start=2026-11-26&end=2026-11-27'));
  });

  it('in a query is refused', async () => {
    const { ask } = backend();
    const word = fc.oneof(
      text,
      fc.constantFrom('grace', '2026-11-26', '2026-11-26T00:00:00Z', '9999-12-31', '0000-01-01', '60', 'UTC'),
    );
    const query = fc.record(
      { coachId: word, start: word, end: word, duration: word, timezone: word, holdId: word },
      { requiredKeys: [], noNullPrototype: true },
    );
    const paths = ['/coach/profile', '/coach/config', '/coach/schedule', '/coaching/sessions/available'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, fields) => {
        await assertCivil(await ask(`${path}?${new URLSearchParams(fields).toString()}`));
      }),
      { numRuns: 500 },
    );
  });

  it('in a path, a method or a header is refused', async () => {
    const { ask } = backend();
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'BREW');
    const path = fc
      .array(
        fc.oneof(
          fc.webSegment(),
          fc.constantFrom('coach', 'coaching', 'sessions', 'hold', 'book', 'release', '%00', '%ff', '..', '__proto__'),
        ),
        { maxLength: 5 },
      )
      .map((segments) => `/${segments.join('/')}`);
    const header = fc.string({ unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)) });
    await fc.assert(
      fc.asyncProperty(method, path, header, async (verb, where, junk) => {
        const headers = {
          'Idempotency-Key': junk,
          Authorization: `Bearer ${junk}`,
          'If-Match': junk,
          'If-None-Match': junk,
          'X-Request-Id': junk,
          Origin: junk,
        };
        const response = await ask(where, { method: verb, headers });
        assert.ok(response.status < 500 || response.status === 501, `status ${String(response.status)}`);
      }),
      { numRuns: 500 },
    );
  });
});
