import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exponentOf, isExact } from '../../../src/domain/money.js';
import { parseSchedule } from '../../../src/domain/parse-schedule.js';
import { parseSessionConfig } from '../../../src/domain/parse-config.js';
import { WEEKDAYS, type WeekdayRule } from '../../../src/domain/schedule.js';
import { readWeeklyHours } from '../../../src/postgres/backfill/availability.js';
import { readSessionLengths } from '../../../src/postgres/backfill/lengths.js';
import { planCoach, type LegacyCoach } from '../../../src/postgres/backfill/plan.js';
import { ratesFrom } from '../../../src/postgres/backfill/prices.js';

const numRuns = 1000;

describe('prices from an hourly rate', () => {
  it('are half, one and one and a half times the rate, in the minor unit of the currency, half up', () => {
    assert.deepEqual(ratesFrom('120.50', [30, 60, 90], 'USD'), { 30: 60.25, 60: 120.5, 90: 180.75 });
    assert.deepEqual(ratesFrom('100.01', [30, 60, 90], 'USD'), { 30: 50.01, 60: 100.01, 90: 150.02 });
    assert.deepEqual(ratesFrom('9999', [30, 60, 90], 'JPY'), { 30: 5000, 60: 9999, 90: 14999 });
    assert.deepEqual(ratesFrom('9999.5', [60], 'JPY'), { 60: 10000 });
    assert.deepEqual(ratesFrom('10.0005', [30, 60, 90], 'KWD'), { 30: 5, 60: 10.001, 90: 15.001 });
    assert.deepEqual(ratesFrom('0', [30, 60, 90], 'EUR'), { 30: 0, 60: 0, 90: 0 });
  });

  it('are right where floating point is not', () => {
    // 1.005 * 100 is 100.49999999999999, and 0.145 * 100 is 14.499999999999998.
    assert.deepEqual(ratesFrom('1.005', [60], 'USD'), { 60: 1.01 });
    assert.deepEqual(ratesFrom('0.29', [30], 'USD'), { 30: 0.15 });
    assert.deepEqual(ratesFrom('90071992547409.91', [60], 'USD'), { 60: 90071992547409.91 });
  });

  it('differ from the true price by at most half a minor unit, and never downwards from the middle', () => {
    const rate = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.integer({ min: 0, max: 6 }));
    const minutes = fc.integer({ min: 5, max: 1440 });
    fc.assert(
      fc.property(rate, minutes, fc.constantFrom('USD', 'JPY', 'KWD'), ([digits, decimals], length, currency) => {
        const padded = String(digits).padStart(decimals + 1, '0');
        const text = decimals ? `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}` : padded;
        const price = ratesFrom(text, [length], currency)?.[length];
        assert.ok(price !== undefined && isExact(price, currency), `${price}`);
        const scale = 10 ** exponentOf(currency);
        // All in units of 1 / (60 * 10 ** decimals) of a minor unit.
        const whole = 60n * 10n ** BigInt(decimals);
        const error = BigInt(Math.round(price * scale)) * whole - digits * BigInt(length) * BigInt(scale);
        assert.ok(2n * error <= whole && 2n * error > -whole, `${text} for ${length} min: ${price}`);
      }),
      { numRuns },
    );
  });

  it('are none where the rate is no amount', () => {
    for (const text of ['NaN', 'Infinity', '-1', '-0.01', '', '1e3', '12,50', '99999999999999999999']) {
      assert.equal(ratesFrom(text, [60], 'USD'), null, text);
    }
  });
});

describe('session lengths as people typed them', () => {
  const read: [string, number[]][] = [
    ['60 minutes', [60]],
    ['1 hour', [60]],
    ['30/60', [30, 60]],
    ['90 min', [90]],
    ['1h30', [90]],
    ['45, 60', [45, 60]],
    ['1.5 hours', [90]],
    ['1:30', [90]],
    ['1 hour and 30 minutes', [90]],
    ['30 min and 1 hour', [30, 60]],
    ['1, 2 hours', [60, 120]],
    ['60, 30 and 60 mins.', [60, 30]],
    ['50-minute sessions', [50]],
    ['60 min per session', [60]],
    ['One hour', [60]],
    ['Half an hour', [30]],
    ['an hour and a half', [90]],
    [' 30\n60 ', [30, 60]],
  ];
  for (const [text, lengths] of read) {
    it(`${JSON.stringify(text)} is ${lengths.join(' and ')} min`, () => {
      assert.deepEqual(readSessionLengths(text), lengths);
    });
  }

  it('are not guessed', () => {
    const doubtful = ['', 'varies', '1,5 hours', '30-60 min', '60+', '15, 1 hour', '1 hour, 30 min', '1 hour / 30 min'];
    for (const text of [...doubtful, '0', '3', '2000', '60 minutes (or more)', '1.1 min', '1h75', '60 60', '-60']) {
      assert.equal(readSessionLengths(text), null, text);
    }
  });

  it('are read in every notation of any list', () => {
    const notations: ((minutes: number) => string)[] = [
      (minutes) => `${minutes} minutes`,
      (minutes) => `${minutes}min`,
      (minutes) => (minutes < 60 ? `${minutes} Min.` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`),
      (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    ];
    const lengths = fc.uniqueArray(fc.integer({ min: 5, max: 1440 }), { minLength: 1, maxLength: 17 });
    fc.assert(
      fc.property(
        lengths,
        fc.constantFrom(...notations),
        fc.constantFrom(', ', '/', ' or ', '; '),
        (list, write, gap) => assert.deepEqual(readSessionLengths(list.map(write).join(gap)), list),
      ),
      { numRuns },
    );
  });

  it('whatever is typed, what is read can be offered', () => {
    const scraps = fc.constantFrom('1', '30', '60', 'h', 'hour', 'min', ',', '/', ' ', '.', ':', 'and', '-', 'a');
    const texts = fc.oneof(
      fc.string(),
      fc.array(scraps, { maxLength: 8 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const lengths = readSessionLengths(text);
        assert.ok(lengths === null || (lengths.length > 0 && new Set(lengths).size === lengths.length));
        for (const minutes of lengths ?? []) assert.ok(Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440);
      }),
      { numRuns: 5 * numRuns },
    );
  });
});

describe('weekly hours as people typed them', () => {
  const short = (text: string): string | null => {
    const hours = readWeeklyHours(text);
    if (!hours) return null;
    const days = (hours.rules as readonly WeekdayRule[]).map(
      ({ wday, intervals }) => `${wday.slice(0, 3)} ${intervals.map(({ from, to }) => `${from}-${to}`).join(' ')}`,
    );
    return [...days, ...(hours.timeZone === undefined ? [] : [hours.timeZone])].join(', ');
  };
  const on = (days: string, hours: string): string =>
    days
      .split(' ')
      .map((day) => `${day} ${hours}`)
      .join(', ');
  const weekdays = 'mon tue wed thu fri';
  const read: [string, string][] = [
    ['Mon-Fri 9am-5pm', on(weekdays, '09:00-17:00')],
    ['weekdays 9:00–17:00', on(weekdays, '09:00-17:00')],
    ['Sat 10-14, Sun 10-12', 'sat 10:00-14:00, sun 10:00-12:00'],
    ['Monday to Friday, 09:00 - 17:00', on(weekdays, '09:00-17:00')],
    ['Mon - Fri: 9:00 AM to 5:30 p.m.', on(weekdays, '09:00-17:30')],
    ['9am-5pm Mon-Fri', on(weekdays, '09:00-17:00')],
    ['9am–5pm, Monday–Tuesday; 10am-2pm Sat', `${on('mon tue', '09:00-17:00')}, sat 10:00-14:00`],
    ['Mon, Wed & Fri 9:00-12:00, 13:00-17:30', on('mon wed fri', '09:00-12:00 13:00-17:30')],
    ['Mondays from 9 a.m. to noon', 'mon 09:00-12:00'],
    ['Tue 6pm-midnight', 'tue 18:00-24:00'],
    ['Tue 18:00-24:00', 'tue 18:00-24:00'],
    ['Mon 9-5pm', 'mon 09:00-17:00'],
    ['Mon 1-5pm', 'mon 13:00-17:00'],
    ['Mon 11am-1', 'mon 11:00-13:00'],
    ['Sat-Mon 10h-14h', on('mon sat sun', '10:00-14:00')],
    ['Mon 10-14, Mon 13-15, Mon 8:00-9:00', 'mon 08:00-09:00 10:00-15:00'],
    ['daily 08:00-20:00 (America/New_York)', on(`${weekdays} sat sun`, '08:00-20:00') + ', America/New_York'],
    ['weekends 10.30-12.00, 14.00-15.00 UTC', on('sat sun', '10:30-12:00 14:00-15:00') + ', UTC'],
  ];
  for (const [text, hours] of read) {
    it(JSON.stringify(text), () => assert.equal(short(text), hours));
  }

  it('are not guessed', () => {
    const doubtful = ['', 'Mon-Fri', '9am-5pm', 'Mon-Fri 9-5', 'Mon-Fri 10pm-2am', 'Mon-Fri 17:00-09:00'];
    const otherWords = ['by appointment', 'Mon-Fri 9am-5pm EST', 'Mon-Fri after 17:00', 'not Mon 9am-5pm', 'Mon 9am'];
    const clocks = ['Mon-Fri 09:00-5pm', 'Mon 13pm-15pm', 'Mon 25:00-26:00', 'Mon 9:75-17:00', 'Mon 9am-9am'];
    for (const text of [
      ...doubtful,
      ...otherWords,
      ...clocks,
      'Mon 9am-5pm Mars/Olympus_Mons',
      'Mon 09:00-12:00-17:00',
    ]) {
      assert.equal(short(text), null, text);
    }
  });

  it('are read from rules that were kept as text', () => {
    const rules = [{ type: 'wday', wday: 'monday', intervals: [{ from: '10:00', to: '14:00' }] }];
    assert.deepEqual(readWeeklyHours(JSON.stringify(rules)), { rules });
    for (const text of ['[', '[]', '[1]', JSON.stringify([...rules, ...rules])]) assert.equal(short(text), null, text);
  });

  it('are read in any common notation of any week', () => {
    const clock = (minutes: number, is24: boolean): string => {
      const minute = String(minutes % 60).padStart(2, '0');
      const hour = Math.floor(minutes / 60);
      return is24
        ? `${String(hour).padStart(2, '0')}:${minute}`
        : `${hour % 12 || 12}:${minute}${hour % 24 < 12 ? 'am' : 'pm'}`;
    };
    const span = fc
      .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 })
      .map((pair) => pair.sort((a, b) => a - b).map((quarter) => quarter * 15) as [number, number]);
    const week = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), span), {
      selector: ([day]) => day,
      minLength: 1,
    });
    const letters = fc.constantFrom(2, 99);
    fc.assert(
      fc.property(week, fc.boolean(), letters, fc.constantFrom('-', ' – ', ' to '), (days, is24, most, dash) => {
        const text = days.map(([day, [from, to]]) => {
          const name = WEEKDAYS[day] ?? '';
          return `${most === 99 ? name : name.slice(0, 3)} ${clock(from, is24)}${dash}${clock(to, is24)}`;
        });
        const hours = readWeeklyHours(text.join(', '));
        const expected = [...days]
          .sort((a, b) => a[0] - b[0])
          .map(([day, [from, to]]) => ({
            type: 'wday',
            wday: WEEKDAYS[day],
            intervals: [{ from: clock(from, true), to: clock(to, true) }],
          }));
        // From 10:00 to 12:59 nothing says which clock it is, and then nothing is guessed.
        const tells = (minutes: number) => minutes < 600 || minutes >= 780;
        const isTold = !is24 || days.some(([, span]) => span.some(tells));
        assert.deepEqual(hours?.rules, isTold ? expected : undefined);
      }),
      { numRuns },
    );
  });

  it('whatever is typed, what is read is a schedule that may be written', () => {
    const scraps = fc.constantFrom('mon', 'Fri', ' ', '-', 'to', '9', '17', ':00', 'am', 'pm', ',', 'weekdays', 'UTC');
    const texts = fc.oneof(
      fc.string(),
      fc.array(scraps, { maxLength: 12 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const hours = readWeeklyHours(text);
        if (hours) parseSchedule({ timezone: hours.timeZone ?? 'UTC', rules: hours.rules });
      }),
      { numRuns: 5 * numRuns },
    );
  });
});

describe('what a coach gets from what the host knew', () => {
  const coach: LegacyCoach = {
    id: 7,
    hourlyRate: '80',
    sessionLength: null,
    availability: null,
    defaultDuration: 60,
    allowCustomDuration: false,
    minimumDuration: 30,
    maximumDuration: 120,
    hasConfig: false,
    hasSchedule: false,
    timeZone: null,
    currency: null,
  };
  const plan = (changes: Partial<LegacyCoach>, options = {}) =>
    planCoach({ ...coach, ...changes }, { currency: 'USD', ...options });

  it('is a config that the domain accepts, with 30, 60 and 90 minutes', () => {
    const { config, schedule, notes } = plan({});
    assert.deepEqual(config?.rates, { 30: 40, 60: 80, 90: 120 });
    assert.deepEqual([config.defaultDuration, config.currency, config.isActive], [60, 'USD', true]);
    assert.deepEqual(parseSessionConfig(config), config);
    assert.deepEqual([schedule, notes], [undefined, []]);
  });

  it('offers the lengths that the coach wrote besides, pro rata, and picks the first of them', () => {
    const { config } = plan({ sessionLength: '45, 60' });
    assert.deepEqual(config?.rates, { 30: 40, 45: 60, 60: 80, 90: 120 });
    assert.deepEqual([config.durations, config.defaultDuration], [[30, 45, 60, 90], 45]);
    assert.equal(plan({ sessionLength: '45', defaultDuration: 90 }).config?.defaultDuration, 90, 'a coach chose it');
  });

  it('has a schedule on the clock that the text, the host or the command names, in this order', () => {
    const availability = 'Mon 9am-5pm';
    const zones = { timeZone: 'Europe/Paris' };
    const zoneOf = (changes: Partial<LegacyCoach>, options = {}) => plan(changes, options).schedule?.timezone;
    assert.equal(zoneOf({ availability: `${availability} Asia/Tokyo`, ...zones }, { timeZone: 'UTC' }), 'Asia/Tokyo');
    assert.equal(zoneOf({ availability, ...zones }, { timeZone: 'UTC' }), 'Europe/Paris');
    assert.equal(zoneOf({ availability }, { timeZone: 'UTC' }), 'UTC');
    assert.deepEqual(
      plan({ availability, timeZone: 'Mars' }, { timeZone: 'UTC' }).notes[0],
      { coachId: 7, field: 'timezone', text: 'Mars', reason: 'not_understood' },
      'rather none than another',
    );
    const without = plan({ availability });
    assert.equal(without.schedule, undefined);
    assert.deepEqual(without.notes, [{ coachId: 7, field: 'timezone', text: availability, reason: 'no_time_zone' }]);
  });

  it('never touches a config or a schedule that is there', () => {
    const availability = 'Mon 9am-5pm UTC';
    assert.deepEqual(plan({ hasConfig: true, availability, sessionLength: '?' }), { coachId: 7, notes: [] });
    const both = { availability, hasConfig: true, hasSchedule: true };
    assert.deepEqual(plan(both, { schedules: true }), { coachId: 7, notes: [] });
    assert.ok(plan({ hasConfig: true, availability }, { schedules: true }).schedule, 'when it is asked for');
  });

  it('is a note for a person where it is not understood', () => {
    const { config, notes } = plan({ sessionLength: 'varies', availability: 'whenever', hourlyRate: '0' });
    assert.deepEqual(config?.defaultDuration, 60);
    assert.deepEqual(
      notes.map(({ field, text, reason }) => [field, text, reason]),
      [
        ['sessionLength', 'varies', 'not_understood'],
        ['hourlyRate', '0', 'free'],
        ['availability', 'whenever', 'not_understood'],
      ],
    );
  });

  it('is priced in the currency that the host names, else the one of the command', () => {
    assert.deepEqual(plan({ currency: 'KWD', hourlyRate: '20.125' }).config?.rates, {
      30: 10.063,
      60: 20.125,
      90: 30.188,
    });
    assert.equal(plan({ currency: ' ' }, { currency: 'EUR' }).config?.currency, 'EUR');
    for (const [currency, options] of [
      ['Dollars', {}],
      ['CHF', { currencies: ['USD', 'EUR'] }],
    ] as const) {
      const { config, notes } = plan({ currency }, options);
      assert.deepEqual([config, notes[0]?.field, notes[0]?.text], [undefined, 'currency', currency]);
    }
  });

  it('is no config without a price', () => {
    assert.deepEqual([plan({ hourlyRate: null }).config, plan({ hourlyRate: '-5' }).config], [undefined, undefined]);
    assert.deepEqual(plan({ hourlyRate: null }).notes[0]?.reason, 'missing');
    assert.deepEqual(plan({ hourlyRate: '-5' }).notes[0]?.reason, 'invalid');
    const { config, notes } = plan({ minimumDuration: 200 });
    assert.deepEqual([config, notes[0]?.field, notes[0]?.text], [undefined, 'config', 'minimumDuration: too_large']);
  });
});
