import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isBookingError } from '../../../src/domain/booking-error.js';
import { parseAnswers, parseAttendee } from '../../../src/domain/parse-attendee.js';
import { parseCoach } from '../../../src/domain/parse-coach.js';
import { parseSessionConfig } from '../../../src/domain/parse-config.js';
import { oneOf, parseSchedule, readSchedule } from '../../../src/domain/parse-schedule.js';
import { listOf, objectOf, optional, readInstant, readJson, readString, text } from '../../../src/domain/read.js';

function refused(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (isBookingError(error) && error.code === 'validation_failed') return error.fields;
    throw error;
  }
  return 'was not refused';
}

const CONFIG = { durations: [30, 60], rates: { 30: 50, 60: 90 }, currency: 'USD' };
const INTERVALS = [{ from: '09:00', to: '17:00' }];
const SCHEDULE = { timezone: 'Europe/Berlin', rules: [{ type: 'wday', wday: 'monday', intervals: INTERVALS }] };

describe('a session config', () => {
  const wrong = (more: object): unknown => refused(() => parseSessionConfig({ ...CONFIG, ...more }));

  it('gets the defaults for what is left out or null', () => {
    const filled = {
      ...CONFIG,
      defaultDuration: 60,
      allowCustomDuration: false,
      minimumDuration: 30,
      maximumDuration: 120,
      isActive: true,
      slotIntervalMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      minimumNoticeMinutes: 0,
    };
    assert.deepEqual(parseSessionConfig(CONFIG), filled);
    assert.deepEqual(parseSessionConfig({ ...CONFIG, maximumPerDay: null, location: null, isActive: null }), filled);
    assert.equal(parseSessionConfig({ ...CONFIG, durations: [45, 30], rates: { 45: 1, 30: 1 } }).defaultDuration, 45);
    assert.equal(parseSessionConfig({ ...CONFIG, minimumDuration: 180 }).maximumDuration, 180);
    assert.equal(parseSessionConfig({ ...CONFIG, maximumDuration: 20 }).minimumDuration, 20);
  });

  it('keeps unknown fields and words, and what it was given', () => {
    const more = {
      colour: { deep: [1, 'a', null] },
      location: { kind: 'hologram', label: 'Room 1', floor: 3 },
      features: { waitlist: true, later: false },
      descriptions: { 30: 'Short' },
    };
    const read = parseSessionConfig({
      ...CONFIG,
      ...more,
      fields: [{ name: 'goal', label: 'Goal', type: 'stars', scale: 5 }],
    });
    assert.deepEqual(
      { ...read },
      { ...parseSessionConfig(CONFIG), ...more, fields: [{ name: 'goal', label: 'Goal', type: 'stars', scale: 5 }] },
    );
    assert.deepEqual(parseSessionConfig(read), read);
  });

  it('names every field that is wrong', () => {
    assert.deepEqual(
      refused(() => parseSessionConfig({})),
      { durations: 'required', rates: 'required', currency: 'required' },
    );
    assert.deepEqual(wrong({ durations: [30, 60, 4, 30.5, 1441, '60'] }), {
      'durations.2': 'too_small',
      'durations.3': 'invalid',
      'durations.4': 'too_large',
      'durations.5': 'invalid',
    });
    assert.deepEqual(wrong({ durations: [30, 60, 30] }), { 'durations.2': 'duplicate' });
    assert.deepEqual(wrong({ durations: [] }), { durations: 'required' });
    assert.deepEqual(wrong({ durations: Array.from({ length: 21 }, (_, index) => 5 + index) }), {
      durations: 'too_long',
    });
    assert.deepEqual(wrong({ rates: { 30: 50, 45: 70, '060': 90 } }), {
      'rates.60': 'required',
      'rates.45': 'unknown',
      'rates.060': 'unknown',
    });
    assert.deepEqual(wrong({ rates: { 30: -1, 60: 0.001 } }), { 'rates.30': 'too_small', 'rates.60': 'invalid' });
    assert.deepEqual(wrong({ currency: 'JPY', rates: { 30: 50, 60: 90.5 } }), { 'rates.60': 'invalid' });
    assert.deepEqual(wrong({ currency: 'usd' }), { currency: 'invalid' });
    assert.deepEqual(wrong({ defaultDuration: 45 }), { defaultDuration: 'unknown' });
    assert.deepEqual(wrong({ minimumDuration: 90, maximumDuration: 60 }), { minimumDuration: 'too_large' });
    assert.deepEqual(wrong({ slotIntervalMinutes: 4, bufferAfterMinutes: -1, maximumPerDay: 1.5, isActive: 'yes' }), {
      isActive: 'invalid',
      slotIntervalMinutes: 'too_small',
      bufferAfterMinutes: 'too_small',
      maximumPerDay: 'invalid',
    });
  });

  it('asks no question twice, and none that cannot be answered', () => {
    const fields = [
      { name: 'goal', label: 'Goal', type: 'text' },
      { name: 'goal', label: 'Again', type: 'text' },
      { name: 'level', label: 'Level', type: 'select' },
      { name: '__proto__', label: 'Trick', type: 'text' },
    ];
    assert.deepEqual(wrong({ fields }), {
      'fields.1.name': 'duplicate',
      'fields.2.options': 'required',
      'fields.3.name': 'invalid',
    });
  });

  it('is read or refused, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ durations: fc.anything(), rates: fc.anything(), currency: fc.anything(), fields: fc.anything() }),
        ),
        (value) => {
          assert.notEqual(
            refused(() => parseSessionConfig(value)),
            'was not refused',
          );
        },
      ),
    );
  });
});

describe('a schedule', () => {
  it('keeps rules of types that are not known', () => {
    const rules = [
      ...SCHEDULE.rules,
      { type: 'rrule', rrule: 'FREQ=WEEKLY' },
      { type: 'date', date: '2026-12-25', intervals: [], why: 'Christmas' },
    ];
    assert.deepEqual(parseSchedule({ ...SCHEDULE, rules }), { ...SCHEDULE, rules, isDefault: true, active: true });
  });

  it('with two rules for a day, or an interval that ends before it starts, is refused on write, and read as it is', () => {
    const rules = [...SCHEDULE.rules, { type: 'wday', wday: 'monday', intervals: [{ from: '17:00', to: '09:00' }] }];
    assert.deepEqual(
      refused(() => parseSchedule({ ...SCHEDULE, rules })),
      { 'rules.1.wday': 'duplicate', 'rules.1.intervals.0.to': 'too_small' },
    );
    assert.deepEqual(readSchedule({ ...SCHEDULE, rules }).rules, rules);
  });

  it('names what is wrong', () => {
    const wrong = (rule: unknown): unknown =>
      refused(() => parseSchedule({ timezone: 'Mars/Base', rules: [rule] }, 'schedule'));
    const zone = { 'schedule.timezone': 'invalid' };
    assert.deepEqual(wrong({ type: 'wday', wday: 'funday', intervals: [{ from: '24:00', to: '25:00' }] }), {
      ...zone,
      'schedule.rules.0.wday': 'unknown',
      'schedule.rules.0.intervals.0.from': 'invalid',
      'schedule.rules.0.intervals.0.to': 'invalid',
    });
    assert.deepEqual(wrong({ type: 'date', date: '2026-02-30' }), {
      ...zone,
      'schedule.rules.0.date': 'invalid',
      'schedule.rules.0.intervals': 'required',
    });
    assert.deepEqual(wrong({}), { ...zone, 'schedule.rules.0.type': 'required' });
    assert.deepEqual(wrong(null), { ...zone, 'schedule.rules.0': 'required' });
  });
});

describe('a coach', () => {
  it('is read with what else is said of them', () => {
    const coach = {
      id: 'ada',
      name: '<b>Ada</b>'.repeat(40),
      timezone: 'Europe/Berlin',
      sessionLengths: [{ duration: 30, rate: 50, currency: 'USD' }],
      pronouns: 'she',
    };
    assert.deepEqual(parseCoach({ ...coach, bio: null }), coach);
    assert.deepEqual(
      refused(() => parseCoach({ id: '', name: ' ', timezone: 'UTC', sessionLengths: [{}] })),
      {
        id: 'required',
        name: 'required',
        'sessionLengths.0.duration': 'required',
        'sessionLengths.0.rate': 'required',
        'sessionLengths.0.currency': 'required',
      },
    );
  });
});

describe('who books', () => {
  const ATTENDEE = {
    name: ' Jordan Reyes ',
    email: ' jordan@northwind.co',
    timeZone: 'Asia/Kolkata',
    company: 'Northwind',
  };

  it('is read without the spaces around', () => {
    assert.deepEqual(parseAttendee(ATTENDEE), { ...ATTENDEE, name: 'Jordan Reyes', email: 'jordan@northwind.co' });
  });

  it('cannot bring a second header line, half a character or a NUL', () => {
    for (const name of ['a\r\nBcc: x@y.z', 'a\u0000b', 'a\ud800b'])
      assert.deepEqual(
        refused(() => parseAttendee({ ...ATTENDEE, name })),
        { 'attendee.name': 'invalid' },
      );
    assert.deepEqual(
      refused(() => parseAttendee({ name: 'x'.repeat(201), email: 'x', timeZone: 'x' })),
      {
        'attendee.name': 'too_long',
        'attendee.email': 'invalid',
        'attendee.timeZone': 'invalid',
      },
    );
  });

  it('answers what the coach asks', () => {
    const fields = [
      { name: 'goal', label: 'Goal', type: 'text', required: true },
      { name: 'team', label: 'Team', type: 'number' },
    ];
    assert.deepEqual(parseAnswers({ goal: ' Lead ', team: '9', notes: ' Hi ', own: true }, fields), {
      goal: 'Lead',
      team: 9,
      own: true,
      notes: 'Hi',
    });
    assert.deepEqual(parseAnswers(undefined), {});
    assert.deepEqual(
      refused(() => parseAnswers({ team: 'nine' }, fields)),
      { 'answers.goal': 'required', 'answers.team': 'invalid' },
    );
    assert.deepEqual(
      refused(() => parseAnswers({ goal: { $ne: 1 } }, fields)),
      { 'answers.goal': 'invalid' },
    );
    assert.deepEqual(
      refused(() => parseAnswers([], fields)),
      { answers: 'invalid' },
    );
  });
});

describe('readers of foreign data', () => {
  it('never let a key change the prototype', () => {
    const read = objectOf<{ name: string }>({ name: readString })(
      JSON.parse('{"name":"a","__proto__":{"isAdmin":true}}'),
    );
    assert.ok(!('isAdmin' in read));
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
  });

  it('stop at what no database keeps: too deep, too strange', () => {
    const deep = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown;
    assert.deepEqual(Object.values(refused(() => readJson(deep, 'metadata')) as object), ['too_long']);
    for (const value of [NaN, 10n, Symbol('a'), () => 1])
      assert.deepEqual(
        refused(() => readJson({ a: value }, 'metadata')),
        { 'metadata.a': 'invalid' },
      );
    assert.deepEqual(
      refused(() => readJson({ 'a\u0000': 1 }, 'metadata')),
      { metadata: 'invalid' },
    );
  });

  it('say at most some fifty mistakes', () => {
    const fields = refused(() =>
      listOf(readString)(
        Array.from({ length: 5000 }, () => 1),
        'list',
      ),
    ) as object;
    assert.equal(Object.keys(fields).length, 50);
  });

  it('give instants back as toISOString writes them', () => {
    assert.equal(readInstant('2026-03-02T09:00:00+01:00', 'at'), '2026-03-02T08:00:00.000Z');
    assert.deepEqual(
      refused(() => readInstant('2026-03-02', 'at')),
      { at: 'invalid' },
    );
  });

  it('let errors through that are not about the data', () => {
    const broken = objectOf<{ a?: string }>({
      a: optional(() => {
        throw new RangeError('a bug');
      }),
    });
    assert.throws(() => broken({ a: 1 }), RangeError);
  });

  it('check words and lengths', () => {
    assert.equal(oneOf('a', 'b')('b', 'x'), 'b');
    assert.deepEqual(
      refused(() => oneOf('a', 'b')('c', 'x')),
      { x: 'unknown' },
    );
    assert.deepEqual(
      refused(() => oneOf('a', 'b')(null, 'x')),
      { x: 'required' },
    );
    assert.deepEqual(
      refused(() => text(0, 3)('abcd', 'x')),
      { x: 'too_long' },
    );
    assert.equal(text(0)('', 'x'), '');
  });
});
