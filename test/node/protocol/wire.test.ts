import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BookingError, isBookingError } from '../../../src/domain/booking-error.js';
import type { Availability, Booking, BookingRequest } from '../../../src/domain/booking.js';
import type { Money } from '../../../src/domain/money.js';
import type { Slot } from '../../../src/domain/slot.js';
import {
  paths,
  readAvailability,
  readAvailabilityQuery,
  readBooking,
  readBookingRequest,
  readHold,
  readHoldRequest,
  readIdempotencyKey,
  readProblem,
  readSlot,
  readSlots,
  withId,
  writeAvailability,
  writeAvailabilityQuery,
  writeBooking,
  writeBookingRequest,
  writeProblem,
  writeSlot,
} from '../../../src/protocol/index.js';

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

/** As it comes out of a body. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const money = fc.record<Money>(
  {
    amountMinor: fc.nat(2 ** 40),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'TND', 'BHD', 'KRW'),
  },
  { noNullPrototype: true },
);
const instantMs = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });
const word = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((text) => text.trim() !== '' && !text.includes('\0'));
const times = fc.tuple(instantMs, fc.integer({ min: 1, max: 1440 })).map(([start, durationMinutes]) => ({
  startTime: new Date(start).toISOString(),
  endTime: new Date(start + durationMinutes * 60_000).toISOString(),
  durationMinutes,
}));
const slot: fc.Arbitrary<Slot> = fc
  .tuple(times, money, fc.option(fc.nat(50), { nil: undefined }))
  .map(([when, rate, seatsLeft]) => ({ ...when, rate, ...(seatsLeft !== undefined && { seatsLeft }) }));
const attendee = fc.record(
  {
    name: word,
    email: word,
    timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'UTC'),
    company: word,
  },
  { noNullPrototype: true },
);
const request: fc.Arbitrary<BookingRequest> = fc
  .tuple(
    times,
    money,
    attendee,
    fc.dictionary(word, fc.oneof(word, fc.boolean(), fc.integer()), { noNullPrototype: true }),
  )
  .map(([when, rate, person, answers]) => ({ coachId: 'ada', ...when, rate, attendee: person, answers }));
const booking: fc.Arbitrary<Booking> = fc
  .tuple(request, word, fc.constantFrom('confirmed', 'pending', 'a_word_of_later'))
  .map(([wanted, id, status]) => ({
    ...wanted,
    id,
    sessionId: `s-${id}`,
    status,
    manageToken: 'token',
    metadata: { id },
  }));

const refusedAt = (run: () => unknown): Record<string, string> => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof BookingError);
    assert.equal(error.code, 'validation_failed');
    return { ...error.fields };
  }
  throw new assert.AssertionError({ message: 'it was taken' });
};

describe('the wire', () => {
  it('carries every slot, request and booking there and back unchanged, to the last minor unit', () => {
    fc.assert(
      fc.property(slot, request, booking, (a, b, c) => {
        assert.deepEqual(readSlot(sent(writeSlot(a))), a);
        assert.deepEqual(readBookingRequest(sent(writeBookingRequest(b))), b);
        assert.deepEqual(readBooking(sent(writeBooking(c))), c);
      }),
    );
  });

  it('carries fields of a slot that it does not know', () => {
    const later = { ...SLOT, seatsLeft: 3, offset: '-05:00' };
    assert.deepEqual(sent(writeSlot(readSlot(later))), later);
  });

  it('has prices in major units, with the decimals of their own currency', () => {
    const rateOf = (rate: Money): number => writeSlot({ ...readSlot(SLOT), rate }).rate;
    assert.equal(rateOf({ amountMinor: 8950, currency: 'USD' }), 89.5);
    assert.equal(rateOf({ amountMinor: 90, currency: 'JPY' }), 90);
    assert.equal(rateOf({ amountMinor: 12_345, currency: 'KWD' }), 12.345);
    assert.deepEqual(readSlot({ ...SLOT, rate: 12.345, currency: 'KWD' }).rate, {
      amountMinor: 12_345,
      currency: 'KWD',
    });
    assert.deepEqual(
      refusedAt(() => readSlot({ ...SLOT, rate: 12.345 })),
      { rate: 'invalid' },
    );
    assert.deepEqual(
      refusedAt(() => readSlot({ ...SLOT, rate: -1 })),
      { rate: 'invalid' },
    );
    assert.deepEqual(
      refusedAt(() => readSlot({ ...SLOT, currency: 'DOLLARS' })),
      { currency: 'invalid' },
    );
  });

  it('maps the names that differ, and no others', () => {
    assert.deepEqual(
      writeBookingRequest({
        coachId: 'ada',
        startTime: SLOT.startTime,
        endTime: SLOT.endTime,
        durationMinutes: 60,
        rate: { amountMinor: 9000, currency: 'USD' },
        attendee: { name: 'Jo', email: 'jo@example.com', timeZone: 'Asia/Kathmandu', company: 'Acme' },
      }),
      {
        coachId: 'ada',
        startTime: SLOT.startTime,
        endTime: SLOT.endTime,
        durationMinutes: 60,
        rate: 90,
        currency: 'USD',
        attendee: { name: 'Jo', email: 'jo@example.com', timezone: 'Asia/Kathmandu', company: 'Acme' },
      },
    );
    assert.deepEqual(
      writeAvailabilityQuery({ coachId: 'ada', start: 'a', end: 'b', durationMinutes: 30, timeZone: 'UTC' }),
      {
        coachId: 'ada',
        start: 'a',
        end: 'b',
        duration: 30,
        timezone: 'UTC',
      },
    );
  });

  it('reads instants of any offset and writes them one way', () => {
    const read = readSlot({
      ...SLOT,
      startTime: '2026-11-24T20:45:00+05:45',
      endTime: '2026-11-24t11:00:00.000-05:00',
    });
    assert.equal(read.startTime, SLOT.startTime);
    assert.equal(read.endTime, SLOT.endTime);
    assert.deepEqual(
      refusedAt(() => readSlot({ ...SLOT, startTime: '2026-11-24T15:00:00' })),
      { startTime: 'invalid' },
    );
  });

  it('keeps fields and words that it does not know', () => {
    assert.equal(readBooking({ ...BOOKING, status: 'rescheduled' }).status, 'rescheduled');
    assert.deepEqual(readBooking({ ...BOOKING, meetingUrl: 'x' }), {
      ...readBooking(BOOKING),
      meetingUrl: 'x',
    });
    const read = readAvailability({
      availableSlots: [SLOT],
      timezone: 'Europe/Berlin',
      features: { waitlist: true, later: false },
    });
    assert.deepEqual(read.features, { waitlist: true, later: false });
  });

  it('takes null for what is left out', () => {
    assert.equal('manageToken' in readBooking({ ...BOOKING, manageToken: null, answers: null }), false);
    assert.equal('seatsLeft' in readSlot({ ...SLOT, seatsLeft: null }), false);
  });
});

describe('free times', () => {
  const read = (availableSlots: unknown): Availability =>
    readAvailability({ availableSlots, timezone: 'Europe/Berlin' });

  it('leave out a malformed one and keep the others', () => {
    const bad = [{ ...SLOT, duration: 30 }, { ...SLOT, rate: '90' }, null, 7, {}, { ...SLOT, endTime: 'later' }];
    assert.equal(read([...bad, SLOT]).slots.length, 1);
  });

  it('are refused when all are malformed: no times would be a lie', () => {
    assert.deepEqual(
      refusedAt(() => read([{}])),
      { availableSlots: 'invalid' },
    );
    assert.deepEqual(read([]).slots, []);
    assert.deepEqual(
      refusedAt(() => read({})),
      { availableSlots: 'invalid' },
    );
    assert.deepEqual(
      refusedAt(() => readAvailability({ timezone: 'Nowhere/Land' })),
      {
        availableSlots: 'invalid',
        timezone: 'invalid',
      },
    );
  });

  it('come sorted by start and then by length', () => {
    const long = { ...SLOT, endTime: '2026-11-24T16:30:00Z', duration: 90 };
    const early = { ...SLOT, startTime: '2026-11-24T15:30:00+01:00', endTime: '2026-11-24T15:30:00Z' };
    assert.deepEqual(
      read([long, SLOT, early]).slots.map((one) => [one.startTime.slice(11, 16), one.durationMinutes]),
      [
        ['14:30', 60],
        ['15:00', 60],
        ['15:00', 90],
      ],
    );
  });

  it('of a large calendar are read fast enough for a phone', () => {
    const many = Array.from({ length: 5000 }, (_, index) => {
      const start = Date.UTC(2026, 0) + index * 1_800_000;
      return { ...SLOT, startTime: new Date(start).toISOString(), endTime: new Date(start + 3_600_000).toISOString() };
    });
    readSlots(many, '');
    const begun = performance.now();
    assert.equal(readSlots(many, '').length, 5000);
    assert.ok(performance.now() - begun < 500);
  });

  it('are written as they were read', () => {
    const availability = readAvailability({ availableSlots: [SLOT], timezone: 'UTC', note: 'kept' });
    assert.deepEqual(sent(writeAvailability(availability)), { availableSlots: [SLOT], timezone: 'UTC', note: 'kept' });
  });
});

describe('a request to a server', () => {
  const query = (text: string): URLSearchParams => new URLSearchParams(text);

  it('for free times needs the coach and the two ends', () => {
    assert.deepEqual(
      refusedAt(() => readAvailabilityQuery(query('coachId=&start=tomorrow'))),
      {
        coachId: 'required',
        start: 'invalid',
        end: 'required',
      },
    );
    assert.deepEqual(
      readAvailabilityQuery(query('coachId=ada&start=2026-11-22&end=2026-12-22&duration=60&timezone=UTC')),
      {
        coachId: 'ada',
        start: '2026-11-22',
        end: '2026-12-22',
        durationMinutes: 60,
        timeZone: 'UTC',
      },
    );
  });

  it('may hold an instant whose plus was not escaped', () => {
    const { start } = readAvailabilityQuery(query('coachId=ada&start=2026-11-22T10:00:00+02:00&end=2026-11-23'));
    assert.equal(start, '2026-11-22T10:00:00+02:00');
  });

  it('with a length that is no whole number is refused', () => {
    for (const duration of ['0', '-30', '1.5', '1e1', 'abc', '123456']) {
      const refused = refusedAt(() =>
        readAvailabilityQuery(query(`coachId=a&start=2026-11-22&end=2026-11-22&duration=${duration}`)),
      );
      assert.deepEqual(Object.keys(refused), ['duration'], duration);
    }
  });

  it('names every field that is missing, with the names of the wire', () => {
    const refused = refusedAt(() => readBookingRequest({ attendee: {}, answers: { goal: [] } }));
    assert.deepEqual(refused, {
      coachId: 'required',
      startTime: 'required',
      endTime: 'required',
      durationMinutes: 'required',
      rate: 'required',
      currency: 'required',
      'attendee.name': 'required',
      'attendee.email': 'required',
      'attendee.timezone': 'required',
      'answers.goal': 'invalid',
    });
  });

  it('carries its key bare or quoted, and both are one key', () => {
    assert.equal(readIdempotencyKey('k-1'), 'k-1');
    assert.equal(readIdempotencyKey(' "k-1" '), 'k-1');
    assert.equal(readIdempotencyKey(String.raw`"a\"b\\c"`), String.raw`a"b\c`);
    for (const [header, code, status] of [
      [null, 'required', 400],
      ['  ', 'required', 400],
      ['""', 'required', 400],
      ['é', 'invalid', 422],
      ['k'.repeat(256), 'too_long', 422],
    ] as const) {
      assert.throws(
        () => readIdempotencyKey(header),
        (error) => isBookingError(error) && error.fields?.idempotencyKey === code && error.status === status,
        String(header),
      );
    }
  });

  it('has ids that cannot leave their place in the path', () => {
    assert.equal(withId(paths.booking, 'a/b?c#d$&'), '/coaching/sessions/a%2Fb%3Fc%23d%24%26');
    assert.equal(withId(paths.release, 'h 1'), '/coaching/sessions/hold/h%201/release');
  });
});

describe('junk', () => {
  const readers = {
    readAvailability,
    readBooking,
    readBookingRequest,
    readHold,
    readHoldRequest,
    readSlot,
    readProblem: (value: unknown) => readProblem(value, { status: 500, isWrite: true }),
  };
  const broken = (valid: object): fc.Arbitrary<unknown> =>
    fc.tuple(fc.constantFrom(...Object.keys(valid)), fc.jsonValue()).map(([key, junk]) => ({ ...valid, [key]: junk }));
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
    broken(SLOT),
    broken(BOOKING),
    broken({ availableSlots: [SLOT], timezone: 'UTC', sessionConfig: {}, features: {} }),
    broken({
      ...BOOKING,
      currency: 'USD',
      rate: 90,
      attendee: { name: 'Jo', email: 'jo@example.com', timezone: 'UTC' },
    }),
  );

  for (const [name, read] of Object.entries(readers)) {
    it(`never breaks ${name}: it is read or refused`, () => {
      fc.assert(
        fc.property(junk, (value) => {
          try {
            read(value);
          } catch (error) {
            assert.ok(isBookingError(error), String(error));
            assert.ok(Object.keys(error.fields ?? {}).length > 0);
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it('does not reach any prototype', () => {
    const hostile: unknown = JSON.parse(
      '{"id":"b","sessionId":"s","coachId":"c","status":"x","startTime":"2026-11-24T15:00:00Z","endTime":"2026-11-24T16:00:00Z",' +
        '"durationMinutes":60,"rateAtBooking":90,"currencyCode":"USD","__proto__":{"polluted":1},"answers":{"__proto__":"a"},' +
        '"metadata":{"constructor":{"prototype":{"polluted":1}}}}',
    );
    const read = readBooking(hostile);
    assert.equal('polluted' in {}, false);
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
    assert.equal('polluted' in read, false);
    writeBooking(read);
    readProblem(
      { code: 'x', fields: JSON.parse('{"__proto__":"required"}') as unknown },
      { status: 422, isWrite: false },
    );
    assert.equal('polluted' in {}, false);
  });
});

describe('an error on the wire', () => {
  const throughWire = (error: BookingError, isWrite = false): BookingError => {
    const problem = writeProblem(error, 'r-1');
    const read = readProblem(sent(problem), { status: problem.status, isWrite });
    assert.ok(read);
    return read;
  };

  it('has the status of its code', () => {
    const statuses = {
      validation_failed: 422,
      out_of_policy: 422,
      idempotency_mismatch: 422,
      slot_unavailable: 409,
      price_changed: 409,
      hold_expired: 409,
      idempotency_in_progress: 409,
      version_conflict: 412,
      not_found: 404,
      unauthorized: 401,
      forbidden: 403,
      rate_limited: 429,
      unsupported: 501,
      unavailable: 503,
      unknown: 500,
      network: 503,
      timeout: 503,
      code_of_our_own: 500,
      constructor: 500,
    };
    for (const [code, status] of Object.entries(statuses)) {
      const problem = writeProblem(new BookingError(code), 'r-1');
      assert.equal(problem.status, status, code);
      assert.equal(problem.requestId, 'r-1');
      assert.equal(problem.type, 'about:blank');
    }
    assert.equal(writeProblem(new BookingError('validation_failed', { status: 413 }), '').status, 413);
    assert.equal(writeProblem(new BookingError('not_found', { status: 200 }), '').status, 404);
    assert.equal(writeProblem(new BookingError('payment_required', { status: 402 }), '').status, 402);
  });

  it('keeps fields, alternatives, price and message', () => {
    const error = throughWire(
      new BookingError('price_changed', {
        message: 'It costs more now',
        fields: { 'attendee.timeZone': 'invalid', 'answers.goal': 'too_long' },
        alternatives: [readSlot(SLOT)],
        current: { amountMinor: 9550, currency: 'EUR' },
      }),
      true,
    );
    assert.equal(error.code, 'price_changed');
    assert.equal(error.message, 'It costs more now');
    assert.equal(error.outcome, 'not_applied');
    assert.equal(error.requestId, 'r-1');
    assert.deepEqual(error.fields, { 'attendee.timeZone': 'invalid', 'answers.goal': 'too_long' });
    assert.deepEqual(error.alternatives, [readSlot(SLOT)]);
    assert.deepEqual(error.current, { amountMinor: 9550, currency: 'EUR' });
    assert.deepEqual(writeProblem(error, '').current, { rate: 95.5, currency: 'EUR' });
  });

  it('says nothing of the inside when the server is at fault', () => {
    const problem = writeProblem(new BookingError('unavailable', { message: 'connect 10.0.0.3:5432 as admin' }), 'r-1');
    assert.deepEqual(problem, {
      type: 'about:blank',
      title: 'Unavailable',
      status: 503,
      code: 'unavailable',
      requestId: 'r-1',
    });
  });

  it('may have been applied when a write ends with 5xx, and has not otherwise', () => {
    const outcome = (code: string, status: number, isWrite = true): string | undefined =>
      readProblem({ code }, { status, isWrite })?.outcome;
    assert.equal(outcome('unknown', 500), 'unknown');
    assert.equal(outcome('unavailable', 503), 'unknown');
    assert.equal(outcome('of_later', 507), 'unknown');
    assert.equal(outcome('of_later', 418), 'not_applied');
    assert.equal(outcome('unsupported', 501), 'not_applied');
    assert.equal(outcome('slot_unavailable', 409), 'not_applied');
    assert.equal(outcome('unknown', 500, false), 'not_applied');
  });

  it('with a code of a later version counts by its status', () => {
    const read = (status: number): BookingError | null => readProblem({ code: 'of_later' }, { status, isWrite: false });
    assert.equal(read(429)?.retryable, true);
    assert.equal(read(503)?.retryable, true);
    assert.equal(read(422)?.retryable, false);
    assert.equal(read(422)?.code, 'of_later');
    const words = readProblem({ code: 'validation_failed', fields: { a: 'too_loud' } }, { status: 422, isWrite: true });
    assert.deepEqual(words?.fields, { a: 'invalid' });
  });

  it('loses only what is malformed in it', () => {
    const read = readProblem(
      { code: 'slot_unavailable', detail: 7, alternatives: [{}, SLOT], current: 'cheap', fields: [] },
      { status: 409, isWrite: true },
    );
    assert.equal(read?.alternatives?.length, 1);
    assert.equal(read.current, undefined);
    assert.equal(readProblem({ message: 'Bad gateway' }, { status: 502, isWrite: true }), null);
    assert.equal(readProblem('<html>', { status: 502, isWrite: true }), null);
  });
});
