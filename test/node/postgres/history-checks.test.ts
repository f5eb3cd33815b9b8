// Each check of a run finds what it is for: one thing is wrong in a record and in rows that are otherwise right.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookingRequest } from '../../../src/domain/booking.js';
import { openEveryDay, sessionConfig } from '../../../src/kit/fixtures.js';
import { CHECKS, type CheckName, findingsOf } from './history/checks.js';
import type { BookAttempt, Exchange, History, HistoryEntry } from './history/history.js';
import type { Rows } from './history/rows.js';

const HOUR = 60 * 60_000;
const NINE = Date.parse('2026-11-26T09:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();

const config = sessionConfig({ bufferAfterMinutes: 15 });
const saved = sessionConfig({ rates: { 30: 60, 60: 100 } });

const request: BookingRequest = {
  coachId: 'grace',
  startTime: iso(NINE),
  endTime: iso(NINE + HOUR),
  durationMinutes: 60,
  rate: { amountMinor: 9050, currency: 'USD' },
  attendee: { name: 'Jordan', email: 'jordan@example.com', timeZone: 'UTC' },
};

const wireBooking = {
  id: 'b1',
  sessionId: '1',
  coachId: 'grace',
  status: 'confirmed',
  startTime: request.startTime,
  endTime: request.endTime,
  durationMinutes: 60,
  rateAtBooking: 90.5,
  currencyCode: 'USD',
  attendee: { name: 'Jordan', email: 'jordan@example.com', timezone: 'UTC' },
};

/** An exchange in the given second. */
const during = (second: number, status: number, body: unknown = {}, code?: string): Exchange => ({
  startedAt: second * 1000,
  endedAt: second * 1000 + 500,
  reply: { status, body: JSON.stringify(body), ...(code !== undefined && { code }) },
});

const book = (exchange: Exchange, overrides: Partial<BookAttempt> = {}): BookAttempt => ({
  kind: 'book',
  client: 1,
  coachId: 'grace',
  key: 'k1',
  request,
  ...exchange,
  ...overrides,
});

const grace = { client: 2, coachId: 'grace' };
const slot = { startTime: iso(NINE + 2 * HOUR), endTime: iso(NINE + 3 * HOUR) };
const hold: HistoryEntry = {
  ...grace,
  kind: 'hold',
  ...slot,
  ...during(4, 200, { holdId: 'h1', expiresAt: iso(60_000), serverNow: iso(4000) }),
};

const GOOD_HISTORY: History = {
  seed: 1,
  terminated: 0,
  entries: [
    book({ startedAt: 1000, endedAt: 1500, reply: null, fault: 'answer lost' }),
    book(during(2, 201, wireBooking)),
    book(during(3, 201, wireBooking), { kind: 'book again' }),
    hold,
    { ...grace, kind: 'config', document: saved, ...during(5, 200, saved) },
    { ...grace, kind: 'read', slots: [], ...during(6, 200) },
  ],
};

const GOOD_ROWS: Rows = {
  now: 30_000,
  claims: [
    {
      id: 'c1',
      coachId: 'grace',
      kind: 'session',
      reference: '1',
      start: NINE,
      end: NINE + HOUR,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 15,
    },
    {
      id: 'c2',
      coachId: 'grace',
      kind: 'hold',
      reference: 'h1',
      start: NINE + 2 * HOUR,
      end: NINE + 3 * HOUR,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 15,
      expiresAt: 60_000,
    },
  ],
  sessions: [
    {
      id: '1',
      coachId: 'grace',
      start: NINE,
      end: NINE + HOUR,
      durationMinutes: 60,
      status: 'confirmed',
      rateMinor: 9050,
      currency: 'USD',
      unclaimed: false,
      order: 2,
    },
  ],
  bookings: [{ id: 'b1', sessionId: '1', name: 'Jordan', email: 'jordan@example.com', timeZone: 'UTC', order: 2 }],
  keys: [{ coachId: 'grace', key: 'k1', outcome: 'booked', bookingId: 'b1' }],
  documents: [
    { coachId: 'grace', kind: 'config', document: config, order: 1 },
    { coachId: 'grace', kind: 'schedule', document: openEveryDay('UTC', []), order: 1 },
    { coachId: 'grace', kind: 'config', document: saved, order: 5 },
  ],
  events: [{ id: 'e1', bookingId: 'b1' }],
};

const more = (...entries: HistoryEntry[]): History => ({
  ...GOOD_HISTORY,
  entries: [...GOOD_HISTORY.entries, ...entries],
});
const [claim, holdClaim] = GOOD_ROWS.claims;
const [session] = GOOD_ROWS.sessions;
const [guest] = GOOD_ROWS.bookings;
assert.ok(claim && holdClaim && session && guest);

/** Check → what it must find, in words, each with the record or the rows in which it is. */
const WRONG: Readonly<Record<CheckName, Readonly<Record<string, Partial<Rows> | History>>>> = {
  'no two live claims of a coach overlap, buffers included': {
    'a hold within the buffer of a session': {
      claims: [claim, { ...holdClaim, start: NINE + HOUR + 10 * 60_000, end: NINE + 2 * HOUR }],
    },
    'a hold that ends after the next begins': { claims: [claim, { ...holdClaim, start: NINE - HOUR, end: NINE + 1 }] },
  },
  'no two live sessions of a coach overlap': {
    'a second session, without any claim': {
      sessions: [session, { ...session, id: '2', start: NINE + HOUR / 2, rateMinor: undefined }],
    },
  },
  'claims are in step with sessions': {
    'a live session without one': { claims: [holdClaim] },
    'a cancelled session that still has one': { sessions: [{ ...session, status: 'Cancelled' }] },
    'one of a session that is gone': { claims: [claim, { ...claim, reference: '9', coachId: 'ida' }] },
    'one for another time': { claims: [{ ...claim, start: NINE - HOUR }] },
    'two of one session': { claims: [claim, { ...claim, coachId: 'ida' }] },
  },
  'a key has at most one booking': {
    'a second one': { keys: [...GOOD_ROWS.keys, { coachId: 'grace', key: 'k1', outcome: 'booked', bookingId: 'b2' }] },
  },
  'every price is what the config said when it was decided': {
    'the price of later': { sessions: [{ ...session, rateMinor: 10_000 }] },
    'another currency': { sessions: [{ ...session, currency: 'EUR' }] },
    'the distance of another version': { claims: [{ ...claim, bufferAfterMinutes: 0 }] },
    'no config at all': { documents: [] },
  },
  'no day has more sessions than it may': {
    'a second booking on a day for one': {
      documents: [
        { coachId: 'grace', kind: 'config', document: { ...config, maximumPerDay: 1 }, order: 1 },
        ...GOOD_ROWS.documents.slice(2),
      ],
      sessions: [session, { ...session, id: '2', start: NINE + 4 * HOUR, end: NINE + 5 * HOUR, order: 3 }],
      bookings: [...GOOD_ROWS.bookings, { ...guest, id: 'b2', sessionId: '2', order: 3 }],
    },
  },
  'nothing is half-done': {
    'a session without its attendee': { bookings: [] },
    'an attendee without a session': { sessions: [] },
    'a booking without its key': { keys: [] },
    'a booking without its event': { events: [] },
    'an event without its booking': { events: [...GOOD_ROWS.events, { id: 'e2', bookingId: 'b9' }] },
    'a key without its booking': {
      keys: [...GOOD_ROWS.keys, { coachId: 'grace', key: 'k9', outcome: 'booked', bookingId: 'b9' }],
    },
    'a claim without its session': { claims: [claim, { ...claim, reference: '9', coachId: 'ida' }] },
  },
  'every booking that was answered is there, and the same': {
    'one that is gone': { bookings: [] },
    'one at another time': { sessions: [{ ...session, start: NINE - HOUR }] },
    'one for somebody else': { bookings: GOOD_ROWS.bookings.map((row) => ({ ...row, name: 'Kim' })) },
    'one that its key forgot': { keys: [] },
  },
  'every replay has the same bytes': {
    'another booking under the key': more(book(during(7, 201, { ...wireBooking, id: 'b2' }), { kind: 'book again' })),
    'a refusal of what was booked': more(book(during(7, 409, {}, 'slot_unavailable'), { kind: 'book again' })),
    'the booking for another body': more(
      book(during(7, 201, wireBooking), { kind: 'other body', request: { ...request, durationMinutes: 30 } }),
    ),
    'a refusal of another body that is no mismatch': more(
      book(during(7, 409, {}, 'slot_unavailable'), {
        kind: 'other body',
        request: { ...request, durationMinutes: 30 },
      }),
    ),
  },
  'every lost answer was found again': {
    'a booking that nobody heard of': { ...GOOD_HISTORY, entries: GOOD_HISTORY.entries.slice(0, 1) },
    'a booking that was answered as taken': {
      ...GOOD_HISTORY,
      entries: [...GOOD_HISTORY.entries.slice(0, 1), book(during(2, 409, {}, 'slot_unavailable'))],
    },
  },
  'every confirmed change of a coach is kept': {
    'a config that is not': { documents: GOOD_ROWS.documents.slice(0, 2) },
  },
  'nothing fails that was not made to': {
    'an error of the server': more(book(during(7, 500, {}, 'unknown'), { key: 'k2' })),
    'a server that is unavailable by itself': more(book(during(7, 503, {}, 'unavailable'), { key: 'k2' })),
    'an answer that nobody took': more(book({ startedAt: 7000, endedAt: 7500, reply: null }, { key: 'k2' })),
  },
  'nothing is offered that is certainly gone': {
    'the time of a session': more({
      ...grace,
      kind: 'read',
      slots: [{ ...request }],
      ...during(7, 200),
    }),
    'the time of a hold, to others': more({
      ...grace,
      kind: 'read',
      slots: [{ ...request, ...slot }],
      ...during(7, 200),
    }),
  },
  'a hold keeps its time': {
    'a booking of another visitor in it': more(
      book(during(7, 201, { ...wireBooking, ...slot }), {
        key: 'k2',
        request: { ...request, ...slot },
      }),
    ),
    'a second hold': more({
      ...grace,
      kind: 'hold',
      ...slot,
      ...during(7, 200, { holdId: 'h2', expiresAt: iso(60_000), serverNow: iso(7000) }),
    }),
    'a session of the host': more({
      ...grace,
      kind: 'host inserts',
      ...slot,
      sessionId: '7',
      startedAt: 7000,
      endedAt: 7500,
    }),
  },
};

describe('the checks of a run', () => {
  it('find nothing where all is well', () => {
    assert.deepEqual(findingsOf(GOOD_HISTORY, GOOD_ROWS), {});
    // Neither the reader's own hold nor a hold that is over is anybody else's.
    const own = more(
      { ...grace, kind: 'read', slots: [{ ...request, ...slot }], exceptHoldId: 'h1', ...during(7, 200) },
      { ...grace, kind: 'read', slots: [{ ...request, ...slot }], ...during(70, 200) },
    );
    assert.deepEqual(findingsOf(own, GOOD_ROWS), {});
  });

  for (const [name, cases] of Object.entries(WRONG)) {
    for (const [words, wrong] of Object.entries(cases)) {
      it(`“${name}” sees ${words}`, () => {
        const found =
          'seed' in wrong ? findingsOf(wrong, GOOD_ROWS) : findingsOf(GOOD_HISTORY, { ...GOOD_ROWS, ...wrong });
        assert.ok(Object.keys(found).includes(name), `seen: ${Object.keys(found).join('; ')}`);
      });
    }
  }

  it('are all shown to find something', () => {
    assert.deepEqual(Object.keys(WRONG), Object.keys(CHECKS));
  });
});
