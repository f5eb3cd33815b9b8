// Bad input for every endpoint: what each field may not be, and junk of all kinds. For any backend behind the handler.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { coachSeed } from '../../../src/kit/fixtures.js';
import type { CoachSeed } from '../../../src/ports/booking-store.js';
import { asRecord, BOOK, TOKEN, type Ask } from './backend.js';

export interface FuzzedBackend {
  /** The path under the base path. */
  readonly ask: (path: string, ask?: Ask) => Promise<Response>;
  /** All that is kept, as one text. */
  readonly stored: () => Promise<string>;
}

/** Who the backend has to know. */
export const coaches = (): CoachSeed[] => [coachSeed({ config: { fields: FIELDS } }), coachSeed({ id: 'ida' })];

const FIELDS = [
  { name: 'goal', label: 'Goal', type: 'select', required: false, options: ['a'], maxLength: 10, hint: 'x' },
];

const CONFIG = {
  durations: [30, 60],
  rates: { 30: 50, 60: 90.5 },
  currency: 'USD',
  defaultDuration: 60,
  allowCustomDuration: false,
  minimumDuration: 30,
  maximumDuration: 120,
  isActive: true,
  slotIntervalMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  bookingWindowDays: 60,
  maximumPerDay: 8,
  descriptions: { 30: 'Short' },
  location: { kind: 'video', label: 'Video call' },
  fields: FIELDS,
  features: { holds: true },
};
const SCHEDULE = {
  timezone: 'Europe/Berlin',
  isDefault: true,
  active: true,
  rules: [
    { type: 'wday', wday: 'monday', intervals: [{ from: '09:00', to: '12:00' }] },
    { type: 'date', date: '2026-12-25', intervals: [] },
  ],
};
const FULL_BOOK = {
  ...BOOK,
  answers: { goal: 'a', notes: 'Hi' },
  metadata: { campaign: { source: 'x', list: [1] } },
};
const HOLD = { coachId: 'grace', startTime: BOOK.startTime, durationMinutes: 60 };

/** `undefined` leaves the field out. */
type Wrong = Readonly<Record<string, readonly unknown[]>>;

const NUL = 'a\0b';
const HALF = 'a\ud800';
const LONG = 'x'.repeat(300);
const notText = [null, 5, true, {}, [], NUL, HALF];
const notNumber = [null, '60', NUL, true, {}, [], [60], '1e3', 'NaN'];
const id = [undefined, ...notText, '', '   ', LONG];
const laterId = [5, true, {}, [], NUL, HALF, '', LONG];
const instant = [
  undefined,
  ...notText,
  '',
  'tomorrow',
  'NaN',
  '2026-11-26',
  '2026-11-26T09:00:00',
  '2026-02-30T09:00:00Z',
  '2026-11-26T25:00:00Z',
  '2026-11-26T09:00:00+99:99',
  '0000-01-01T00:00:00Z',
  '0001-06-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  `2026-11-26T09:00:00.${'9'.repeat(400)}`,
  '2026-11-26T09:00:00Z\'; drop table "Session"; --',
];
const minutes = [undefined, ...notNumber, 0, -60, 1.5, 1441, 2 ** 53, 1e308, 7];
const zone = [undefined, ...notText, '', 'Mars/Base', '+02:00', 'Europe/Berlin ', '../../etc/passwd', LONG];
const rule = ['1', {}, -1, 1.5, 2 ** 53, 1e308, 9_999_999];
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

/** With the name of the field that has to be said, as the wire has it. */
const WRONG_BOOK: Wrong = {
  coachId: id,
  startTime: instant,
  endTime: [...instant, '2026-11-26T09:30:00.000Z', '2026-11-26T08:00:00Z', '2026-11-27T10:00:00Z'],
  durationMinutes: minutes,
  rate: [undefined, ...notNumber, -1, 0.001, 90.505, 1e308, 2 ** 53],
  currency: [undefined, ...notText, '', 'usd', 'US', 'XXX0', "USD'; --"],
  attendee: [undefined, null, 5, 'Jordan', [], true],
  'attendee.name': [undefined, ...notText, '', '  ', 'a\nb', LONG],
  'attendee.email': [undefined, ...notText, '', 'nobody', 'a@b', 'a b@example.com', '<a@example.com>', `${LONG}@b.co`],
  'attendee.timezone': zone,
  'attendee.more': [NUL, HALF, deep(40), { [NUL]: 1 }],
  answers: [5, 'x', [], true, { [NUL]: 1 }],
  'answers.goal': [{}, [], NUL, HALF, 'LONGER THAN TEN', 'none of them'],
  'answers.notes': [{}, NUL, 'x'.repeat(2001)],
  metadata: [5, 'x', [], { [NUL]: 1 }, { [HALF]: 1 }],
  'metadata.a': [NUL, HALF, deep(40), { [NUL]: 1 }],
  holdId: laterId,
  quoteId: laterId,
  more: [NUL, { [HALF]: 1 }, deep(40)],
};
const WRONG_HOLD: Wrong = { coachId: id, startTime: instant, durationMinutes: minutes, holdId: laterId };
const WRONG_CONFIG: Wrong = {
  durations: [undefined, null, 5, 'x', {}, [], [4], [1441], [30.5], ['30'], [30, 30], Array(21).fill(30)],
  rates: [
    undefined,
    null,
    5,
    [],
    {},
    { 30: '50', 60: 1 },
    { 30: -1, 60: 1 },
    { 30: 0.001, 60: 1 },
    { 30: 1, 60: 1, 61: 1 },
  ],
  'rates.60': [undefined, null, '1', -1, 0.001, 1e308, NUL],
  currency: [undefined, ...notText, '', 'usd', 'XXX0', LONG],
  defaultDuration: ['60', 1, 45, {}, 1e308],
  allowCustomDuration: ['yes', 1, {}],
  minimumDuration: ['30', 1, 121, 1e308],
  maximumDuration: ['30', 1, 1441, {}],
  isActive: ['yes', 1, []],
  slotIntervalMinutes: ['30', 0, 4, 1441, 1.5],
  bufferBeforeMinutes: rule,
  bufferAfterMinutes: rule,
  minimumNoticeMinutes: rule,
  bookingWindowDays: rule,
  maximumPerDay: rule,
  descriptions: [5, [], { 30: 5 }, { 30: NUL }, { [NUL]: 'x' }],
  location: [5, [], 'x', { kind: 'video' }, { kind: '', label: 'x' }, { kind: NUL, label: 'x' }],
  fields: [
    5,
    {},
    [5],
    [{}],
    [{ name: 'a', label: 'A', type: 'select' }],
    [{ name: '__proto__x\0', label: 'A', type: 'text' }],
  ],
  features: [5, [], { holds: 'yes' }, { [NUL]: true }],
  own: [NUL, deep(40), { [NUL]: 1 }],
};
const WRONG_SCHEDULE: Wrong = {
  timezone: zone,
  rules: [
    undefined,
    null,
    5,
    {},
    [5],
    [{}],
    [{ type: 'wday' }],
    [{ type: 'wday', wday: 'funday', intervals: [] }],
    [{ type: 'date', date: '2026-02-30', intervals: [] }],
    [{ type: 'date', date: '26-2-3', intervals: [] }],
    [{ type: 'wday', wday: 'monday', intervals: [{ from: '9', to: '10:00' }] }],
    [{ type: 'wday', wday: 'monday', intervals: [{ from: '10:00', to: '09:00' }] }],
    [{ type: 'wday', wday: 'monday', intervals: [{ from: '24:00', to: '24:00' }] }],
    [{ type: 'wday', wday: 'monday', intervals: 'all day' }],
    [{ type: 'moon', phase: NUL }],
    [{ type: 'moon', [NUL]: 1 }],
    [1, 2].map(() => ({ type: 'wday', wday: 'monday', intervals: [] })),
    Array(2001).fill({ type: 'moon' }),
  ],
  isDefault: ['yes', 1],
  active: ['yes', 1],
  own: [HALF, deep(40)],
};
const QUERY = { coachId: 'grace', start: '2026-11-26', end: '2026-11-27', duration: '60', timezone: 'UTC' };
const queryInstant = [
  '',
  ' ',
  NUL,
  'now',
  '2026-02-30',
  '0000-01-01',
  '0001-06-01',
  '2026-11-26T09:00:00',
  LONG,
  "1' or 1=1",
];
const WRONG_QUERY: Readonly<Record<string, readonly string[]>> = {
  coachId: ['', ' ', NUL, LONG],
  start: queryInstant,
  end: [...queryInstant, '2026-11-20', '2028-11-26', '9999-12-31', '9999-12-31T23:59:59Z'],
  duration: ['0', '-60', '1.5', 'NaN', '1e3', '60 ', '1441', '999999', '45', NUL],
  timezone: ['Mars/Base', '+02:00', NUL, LONG],
  holdId: [' ', NUL, LONG],
};

interface Write {
  readonly name: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly valid: object;
  readonly wrong: Wrong;
}

const WRITES: readonly Write[] = [
  { name: 'a booking', method: 'POST', path: '/coaching/sessions/book', valid: FULL_BOOK, wrong: WRONG_BOOK },
  { name: 'a hold', method: 'POST', path: '/coaching/sessions/hold', valid: HOLD, wrong: WRONG_HOLD },
  { name: 'a config', method: 'POST', path: '/coach/config?coachId=grace', valid: CONFIG, wrong: WRONG_CONFIG },
  { name: 'a schedule', method: 'PUT', path: '/coach/schedule?coachId=grace', valid: SCHEDULE, wrong: WRONG_SCHEDULE },
];

/** Junk of every kind, among it texts that databases, headers and objects choke on. */
const junkText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    NUL,
    HALF,
    '__proto__',
    'constructor',
    '../',
    '%00',
    '9'.repeat(400),
    "'; drop table x; --",
    '\\u0000',
  ),
);
const junk = fc.oneof(
  fc.jsonValue(),
  junkText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e308, -0, 2 ** 53, -1, 5e-324),
);

function pathsOf(tree: unknown, path: string[] = []): string[][] {
  if (typeof tree !== 'object' || tree === null) return [path];
  const inner = Object.entries(tree).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

/** A copy with another value at a path; `undefined` takes the field away. */
function spoil(valid: object, path: readonly string[], value: unknown): object {
  const copy: object = structuredClone(valid);
  let at: object = copy;
  for (const key of path.slice(0, -1)) {
    const next: unknown = Reflect.get(at, key);
    const inner: object = typeof next === 'object' && next !== null ? next : {};
    Reflect.set(at, key, inner);
    at = inner;
  }
  const key = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(at, key);
  else Reflect.set(at, key, value);
  return copy;
}

async function assertCivil(response: Response): Promise<void> {
  const { status } = response;
  if (status < 400) return;
  const problem = await asRecord(response);
  assert.ok(status < 500 || status === 501, `${String(status)} ${JSON.stringify(problem)}`);
  assert.equal(problem.status, status);
  assert.equal(typeof problem.code, 'string');
  if (problem.code === 'validation_failed' && status === 422) {
    assert.ok(typeof problem.fields === 'object' && Object.keys(problem.fields ?? {}).length > 0, 'no field is named');
  }
}

const shown = (value: unknown): string => (value === undefined ? 'left out' : JSON.stringify(value).slice(0, 80));

/** The field itself, one inside it, or the one that it is inside of. */
function names(fields: unknown, path: string): boolean {
  const said = Object.keys(typeof fields === 'object' && fields !== null ? fields : {});
  return said.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`));
}

export interface FuzzOptions {
  /** Runs of each property. */
  readonly runs: number;
  readonly skip?: string | false;
}

/** Runs against a backend with the coaches below. */
export function describeBadInput(
  title: string,
  backend: () => FuzzedBackend,
  { runs, skip = false }: FuzzOptions,
): void {
  const headers = { Authorization: `Bearer ${TOKEN}`, 'Idempotency-Key': 'bad-input' };

  describe(`bad input: ${title}`, { skip }, () => {
    for (const { name, method, path, valid, wrong } of WRITES) {
      it(`${name}: each wrong field is named, and nothing is stored`, async () => {
        const { ask, stored } = backend();
        const before = await stored();
        for (const [field, values] of Object.entries(wrong)) {
          for (const value of values) {
            const body = spoil(valid, field.split('.'), value);
            const response = await ask(path, { method, headers, body });
            const problem = await asRecord(response);
            const said = `${field} = ${shown(value)}: ${JSON.stringify(problem)}`;
            assert.equal(response.status, 422, said);
            assert.equal(problem.code, 'validation_failed', said);
            assert.ok(names(problem.fields, field), said);
          }
        }
        assert.equal(await stored(), before);
      });

      it(`${name}: a body that is none is refused`, async () => {
        const { ask, stored } = backend();
        const before = await stored();
        for (const body of [
          '',
          '{',
          'null',
          '5',
          '"x"',
          '[]',
          'NaN',
          '{"rate":NaN}',
          '\0',
          '['.repeat(30_000),
          '<x/>',
        ]) {
          const response = await ask(path, { method, headers, body });
          assert.ok([400, 422].includes(response.status), `${body.slice(0, 20)}: ${String(response.status)}`);
          await assertCivil(response);
        }
        const huge = await ask(path, { method, headers, body: JSON.stringify({ ...valid, own: 'x'.repeat(70_000) }) });
        assert.equal(huge.status, 413);
        assert.equal(await stored(), before);
      });
    }

    it('a query: each wrong field is named', async () => {
      const { ask } = backend();
      for (const [field, values] of Object.entries(WRONG_QUERY)) {
        for (const value of values) {
          const query = new URLSearchParams({ ...QUERY, [field]: value });
          const response = await ask(`/coaching/sessions/available?${query.toString()}`);
          const problem = await asRecord(response);
          const said = `${field} = ${JSON.stringify(value.slice(0, 80))}: ${JSON.stringify(problem)}`;
          assert.equal(response.status, 422, said);
          const inCode = { duration: 'durationMinutes' }[field];
          assert.ok(names(problem.fields, field) || (inCode && names(problem.fields, inCode)), said);
        }
      }
      for (const path of ['/coach/profile', '/coach/config', '/coach/schedule']) {
        for (const value of WRONG_QUERY.coachId ?? []) {
          const response = await ask(`${path}?${new URLSearchParams({ coachId: value }).toString()}`);
          assert.ok(names((await asRecord(response)).fields, 'coachId'), `${path} ${value}`);
          assert.equal(response.status, 422);
        }
      }
    });

    it('an id or a key that no database could keep is refused', async () => {
      const { ask, stored } = backend();
      const before = await stored();
      for (const key of ['', 'x'.repeat(256), 'é', '""']) {
        const response = await ask('/coaching/sessions/book', {
          method: 'POST',
          headers: { 'Idempotency-Key': key },
          body: BOOK,
        });
        assert.ok([400, 422].includes(response.status));
        assert.ok(names((await asRecord(response)).fields, 'idempotencyKey'));
      }
      for (const bad of ['%00', '%ED%A0%80', '%20', 'x'.repeat(300), "'%3B--", '..%2F', '__proto__']) {
        for (const [method, path] of [
          ['POST', `/coaching/sessions/hold/${bad}/release`],
          ['GET', `/coaching/sessions/${bad}`],
        ] as const) {
          await assertCivil(await ask(path, { method, headers: { Authorization: 'Bearer \u00ff' } }));
        }
      }
      assert.equal(await stored(), before);
    });

    it('what is well said but wrong is refused: the past, the far future, an end, a price, a currency', async () => {
      const { ask, stored } = backend();
      const before = await stored();
      const at = (start: string, minutes = 60): object => ({
        startTime: start,
        endTime: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
      });
      const refused: [object, number, string][] = [
        [at('2020-11-26T09:00:00Z'), 422, 'out_of_policy'],
        [at('1970-01-01T09:00:00Z'), 422, 'out_of_policy'],
        [at('2999-11-26T09:00:00Z'), 422, 'out_of_policy'],
        [at('9990-11-26T09:00:00Z'), 422, 'out_of_policy'],
        [at('2026-11-26T02:00:00Z'), 409, 'slot_unavailable'],
        [at('2026-11-26T09:00:01Z'), 409, 'slot_unavailable'],
        [{ endTime: '2026-11-26T11:00:00Z' }, 422, 'validation_failed'],
        [{ durationMinutes: 30 }, 422, 'validation_failed'],
        [{ rate: 0.01 }, 409, 'price_changed'],
        [{ rate: 0 }, 409, 'price_changed'],
        [{ rate: 1e9 }, 409, 'price_changed'],
        [{ currency: 'EUR' }, 409, 'price_changed'],
        [{ coachId: '\'; drop table "Session"; --' }, 404, 'not_found'],
        [{ coachId: '__proto__' }, 404, 'not_found'],
        [{ coachId: '2147483648' }, 404, 'not_found'],
        [{ coachId: '-1' }, 404, 'not_found'],
        [{ coachId: '1e3' }, 404, 'not_found'],
      ];
      for (const [index, [change, status, code]] of refused.entries()) {
        const response = await ask('/coaching/sessions/book', {
          method: 'POST',
          headers: { 'Idempotency-Key': `refused-${String(index)}` },
          body: { ...BOOK, ...change },
        });
        const problem = await asRecord(response);
        assert.equal(problem.code, code, `${JSON.stringify(change)} ${JSON.stringify(problem)}`);
        assert.equal(response.status, status);
      }
      assert.equal(await stored(), before);
    });

    it('a hold of another coach gives no right', async () => {
      const { ask } = backend();
      const held = await ask('/coaching/sessions/hold', { method: 'POST', body: { ...HOLD, coachId: 'ida' } });
      const { holdId } = await asRecord(held);
      assert.equal(held.status, 200);
      for (const [path, body] of [
        ['/coaching/sessions/book', { ...BOOK, holdId }],
        ['/coaching/sessions/hold', { ...HOLD, holdId }],
      ] as const) {
        const response = await ask(path, { method: 'POST', headers: { 'Idempotency-Key': 'thief' }, body });
        assert.equal(response.status, 409);
        assert.equal((await asRecord(response)).code, 'hold_expired');
      }
      const { status } = await ask(`/coaching/sessions/hold/${String(holdId)}/release`, { method: 'POST' });
      assert.equal(status, 204);
    });

    it('what is extreme but allowed works to the end', async () => {
      const { ask } = backend();
      const year = 525_600;
      const extremes: [object, number, string][] = [
        [{ rates: { 60: 90_071_992_547_409.9 } }, 90_071_992_547_409.9, 'USD'],
        [{ rates: { 60: 0 } }, 0, 'USD'],
        [{ rates: { 60: 12_345_678.123 }, currency: 'KWD' }, 12_345_678.123, 'KWD'],
        [{ rates: { 60: 9_007_199_254_740_991 }, currency: 'JPY' }, 9_007_199_254_740_991, 'JPY'],
        [{ maximumPerDay: 288, bookingWindowDays: 3660, fields: [] }, 5, 'USD'],
        [{ own: { deep: deep(20), text: '😀'.repeat(5000) }, descriptions: { 60: "'; --" } }, 5, 'USD'],
      ];
      const slots = ['08:00', '09:00', '10:00'].flatMap((time) => [`2026-12-09T${time}:00Z`, `2026-12-10T${time}:00Z`]);
      for (const [index, [change, rate, currency]] of extremes.entries()) {
        const config = { durations: [60], rates: { 60: 5 }, currency: 'USD', ...change };
        const saved = await ask('/coach/config?coachId=ida', { method: 'POST', headers, body: config });
        assert.equal(saved.status, 200, JSON.stringify([change, await asRecord(saved)]).slice(0, 500));
        const startTime = slots[index] ?? '';
        const endTime = new Date(Date.parse(startTime) + 3_600_000).toISOString();
        const answers = { notes: "Robert'); DROP TABLE x;--" };
        const body = { ...BOOK, coachId: 'ida', startTime, endTime, rate, currency, answers };
        const key = { 'Idempotency-Key': `extreme-${String(index)}` };
        const booked = await asRecord(await ask('/coaching/sessions/book', { method: 'POST', headers: key, body }));
        assert.equal(booked.rateAtBooking, rate, JSON.stringify([change, booked]).slice(0, 500));
        assert.equal(booked.currencyCode, currency);
      }
      const rules = { bufferBeforeMinutes: year, bufferAfterMinutes: year, minimumNoticeMinutes: year };
      const config = { durations: [60], rates: { 60: 5 }, currency: 'USD', ...rules };
      assert.equal((await ask('/coach/config?coachId=ida', { method: 'POST', headers, body: config })).status, 200);
      for (const [start, end] of [
        ['1900-01-02', '1900-12-31'],
        ['9997-01-01', '9997-12-31'],
        ['2026-01-01T00:00:00-23:59', '2026-12-31T00:00:00+23:59'],
      ] as const) {
        const query = new URLSearchParams({ coachId: 'ida', start, end });
        const { status } = await ask(`/coaching/sessions/available?${query.toString()}`);
        assert.equal(status, 200, start);
      }
    });

    it('junk anywhere in a body is refused or harmless', async () => {
      const { ask, stored } = backend();
      let count = 0;
      const sample = fc.constantFrom(...WRITES).chain(({ method, path, valid }) =>
        fc
          .oneof(
            {
              weight: 4,
              arbitrary: fc
                .tuple(fc.constantFrom(...pathsOf(valid)), junk)
                .map(([at, value]) => JSON.stringify(spoil(valid, at, value))),
            },
            { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
            { weight: 1, arbitrary: fc.string() },
          )
          .map((body) => ({ method, path, body })),
      );
      await fc.assert(
        fc.asyncProperty(sample, async ({ method, path, body }) => {
          const before = await stored();
          const key = `junk-${String((count += 1))}`;
          const response = await ask(path, { method, headers: { ...headers, 'Idempotency-Key': key }, body });
          await assertCivil(response);
          // A lost race is kept under its key, so that it is answered alike; nothing else is kept of what was refused.
          if (response.status >= 400 && response.status !== 409) assert.equal(await stored(), before);
        }),
        { numRuns: runs },
      );
      // Configs and schedules that were taken must still be ones that can be worked with.
      await assertCivil(await ask('/coaching/sessions/available?coachId=grace&start=2026-11-26&end=2026-11-27'));
    });

    it('junk in a query is refused or harmless', async () => {
      const { ask } = backend();
      const word = fc.oneof(
        junkText,
        fc.constantFrom('grace', '2026-11-26', '2026-11-26T00:00:00Z', '9998-12-31', '0002-01-01', '60', 'UTC'),
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
        { numRuns: runs },
      );
    });
  });
}
