import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBookingError } from '../../../src/domain/booking-error.js';
import type { FieldErrors } from '../../../src/domain/booking-field.js';
import type { Schedule, ScheduleRule, WallInterval, Weekday } from '../../../src/domain/schedule.js';
import type { SessionConfig } from '../../../src/domain/session-config.js';
import { computeSlots, type SlotsInput } from '../../../src/domain/slots.js';

const CONFIG: SessionConfig = {
  durations: [60],
  rates: { 60: 90 },
  currency: 'USD',
  defaultDuration: 60,
  allowCustomDuration: false,
  minimumDuration: 30,
  maximumDuration: 120,
  isActive: true,
};

const on = (wday: Weekday, ...intervals: WallInterval[]): ScheduleRule => ({ type: 'wday', wday, intervals });
const onDate = (date: string, ...intervals: WallInterval[]): ScheduleRule => ({ type: 'date', date, intervals });
const span = (from: string, to: string): WallInterval => ({ from, to });

function input(
  zone: string,
  rules: ScheduleRule[],
  start: string,
  end: string,
  more: Partial<SlotsInput> = {},
): SlotsInput {
  const schedule: Schedule = { timezone: zone, rules };
  return { schedule, config: CONFIG, busy: [], range: { start, end }, now: '1990-01-01T00:00:00Z', ...more };
}

const startsOf = (given: SlotsInput): string[] => computeSlots(given).map((slot) => slot.startTime);

/** 2026-03-02 is a Monday. */
const MONDAY = (config: Partial<SessionConfig> = {}, more: Partial<SlotsInput> = {}): SlotsInput =>
  input('UTC', [on('monday', span('09:00', '12:00'))], '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', {
    config: { ...CONFIG, ...config },
    ...more,
  });
const times = (given: SlotsInput): string[] => startsOf(given).map((start) => start.slice(11, 16));

function refused(given: unknown): FieldErrors | undefined {
  try {
    computeSlots(given as SlotsInput);
  } catch (error) {
    assert.ok(isBookingError(error), String(error));
    assert.equal(error.code, 'validation_failed');
    return error.fields;
  }
  return assert.fail('was not refused');
}

describe('the times that can be booked', () => {
  it('are whole slots with end, length and price', () => {
    assert.deepEqual(computeSlots(MONDAY())[0], {
      startTime: '2026-03-02T09:00:00.000Z',
      endTime: '2026-03-02T10:00:00.000Z',
      durationMinutes: 60,
      rate: { amountMinor: 9000, currency: 'USD' },
    });
    assert.deepEqual(times(MONDAY()), ['09:00', '09:30', '10:00', '10:30', '11:00']);
  });

  it('step by the interval from the start of each window, even where the range begins later', () => {
    const range = { start: '2026-03-02T09:50:00Z', end: '2026-03-02T11:00:00Z' };
    assert.deepEqual(times(MONDAY({ slotIntervalMinutes: 20 }, { range })), ['10:00', '10:20', '10:40']);
  });

  it('are of every length, shortest first, unless one is asked for', () => {
    const config = { durations: [90, 30], rates: { 30: 50, 90: 120 } };
    const range = { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z' };
    const found = computeSlots(MONDAY(config, { range })).map(
      (slot) => `${slot.startTime.slice(11, 16)}/${slot.durationMinutes}`,
    );
    assert.deepEqual(found, ['10:00/30', '10:00/90', '10:30/30', '10:30/90']);
    assert.deepEqual(times(MONDAY(config, { range, durationMinutes: 90 })), ['10:00', '10:30']);
  });

  it('may run over midnight into the next day, but not into a closed one', () => {
    const rules = [on('monday', span('22:00', '24:00')), on('tuesday', span('00:00', '00:30'))];
    const given = input('UTC', rules, '2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z');
    assert.deepEqual(
      startsOf(given).map((start) => start.slice(8, 16)),
      ['02T22:00', '02T22:30', '02T23:00', '02T23:30'],
    );
  });

  it('keep both buffers of the config and those of what is busy clear', () => {
    const busy = [{ start: '2026-03-02T10:00:00Z', end: '2026-03-02T10:10:00Z', bufferAfterMinutes: 20 }];
    assert.deepEqual(times(MONDAY({ slotIntervalMinutes: 10 }, { busy })), [
      '09:00',
      '10:30',
      '10:40',
      '10:50',
      '11:00',
    ]);
    assert.deepEqual(
      times(MONDAY({ slotIntervalMinutes: 10, bufferBeforeMinutes: 15, bufferAfterMinutes: 1 }, { busy })),
      ['10:50', '11:00'],
    );
  });

  it('are judged to the millisecond', () => {
    const busy = [{ start: '2026-03-02T10:00:00.001Z', end: '2026-03-02T10:59:59.999Z' }];
    assert.deepEqual(times(MONDAY({}, { busy })), ['09:00', '11:00']);
    assert.deepEqual(times(MONDAY({}, { now: '2026-03-02T10:00:00.001Z' })), ['10:30', '11:00']);
    const range = { start: '2026-03-02T09:00:00Z', end: '2026-03-02T09:30:00.001Z' };
    assert.deepEqual(times(MONDAY({}, { range })), ['09:00', '09:30']);
  });

  it('are not taken by an entry without length, unless it has buffers', () => {
    const empty = { start: '2026-03-02T10:30:00Z', end: '2026-03-02T10:30:00Z' };
    assert.equal(times(MONDAY({ bufferAfterMinutes: 10 }, { busy: [empty] })).length, 5);
    assert.deepEqual(times(MONDAY({}, { busy: [{ ...empty, bufferBeforeMinutes: 5 }] })), ['09:00', '10:30', '11:00']);
  });

  it('respect notice, booking window and limit a day', () => {
    const rules = (['monday', 'tuesday', 'wednesday'] as const).map((day) => on(day, span('09:00', '10:00')));
    const given = (config: Partial<SessionConfig>, more: Partial<SlotsInput> = {}): string[] =>
      startsOf(
        input('Asia/Kolkata', rules, '2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', {
          config: { ...CONFIG, ...config },
          now: '2026-03-01T20:00:00Z',
          ...more,
        }),
      ).map((start) => start.slice(8, 10));
    assert.deepEqual(given({}), ['02', '03', '04']);
    assert.deepEqual(given({ minimumNoticeMinutes: 450 }), ['02', '03', '04']);
    assert.deepEqual(given({ minimumNoticeMinutes: 451 }), ['03', '04']);
    // It is Monday in Kolkata already, though Sunday in UTC.
    assert.deepEqual(given({ bookingWindowDays: 0 }), ['02']);
    assert.deepEqual(given({ bookingWindowDays: 1 }), ['02', '03']);
    // 23:00 on Monday in UTC is Tuesday in Kolkata.
    const busy = [{ start: '2026-03-02T23:00:00Z', end: '2026-03-02T23:30:00Z', isSession: true }];
    assert.deepEqual(given({ maximumPerDay: 1 }, { busy }), ['02', '04']);
    assert.deepEqual(given({ maximumPerDay: 2 }, { busy }), ['02', '03', '04']);
    assert.deepEqual(given({ maximumPerDay: 1 }, { busy: busy.map((item) => ({ ...item, isSession: false })) }), [
      '02',
      '03',
      '04',
    ]);
    assert.deepEqual(given({ maximumPerDay: 0 }), []);
  });

  it('follow the rule of the date before that of the weekday, and the last of two', () => {
    const rules = [
      onDate('2026-03-02', span('07:00', '08:00')),
      on('monday', span('09:00', '10:00')),
      on('monday', span('15:00', '16:00')),
      { type: 'moon', phase: 'full' },
      onDate('2026-03-09'),
    ];
    const given = input('UTC', rules, '2026-03-01T00:00:00Z', '2026-03-20T00:00:00Z');
    assert.deepEqual(
      startsOf(given).map((start) => start.slice(5, 16)),
      ['03-02T07:00', '03-16T15:00'],
    );
  });

  it('come from touching and overlapping intervals as from one', () => {
    const rules = [
      on('monday', span('10:00', '10:40'), span('09:00', '09:45'), span('09:30', '10:00'), span('11:00', '10:30')),
    ];
    const given = input('UTC', rules, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');
    assert.deepEqual(times(given), ['09:00', '09:30']);
  });

  it('are none when the coach or the schedule is off, or the range is empty', () => {
    assert.deepEqual(computeSlots(MONDAY({ isActive: false })), []);
    const off = MONDAY();
    assert.deepEqual(computeSlots({ ...off, schedule: { ...off.schedule, active: false } }), []);
    assert.deepEqual(computeSlots(MONDAY({ durations: [], rates: {} })), []);
    assert.deepEqual(computeSlots({ ...off, range: { start: off.range.end, end: off.range.start } }), []);
  });
});

describe('when the clocks change', () => {
  const always = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const).map((day) =>
    on(day, span('00:00', '24:00')),
  );

  it('a window from midnight starts where the day does: Cairo, Beirut, Santiago skip that hour', () => {
    for (const [zone, date, first] of [
      ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
      ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
      ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ] as const) {
      const found = startsOf(
        input(zone, [onDate(date, span('00:00', '03:00'))], '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      );
      assert.equal(found[0], first, zone);
      assert.equal(found.length, 3, `${zone}: two hours are left of three`);
    }
  });

  it('an interval in the hour that is skipped moves with the clocks, or is dropped when its end does not', () => {
    const given = (...intervals: WallInterval[]): string[] =>
      startsOf(
        input('Europe/Berlin', [onDate('2026-03-29', ...intervals)], '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z'),
      );
    assert.deepEqual(given(span('02:00', '03:00')), []);
    assert.deepEqual(given(span('02:30', '03:15')), []);
    assert.deepEqual(given(span('02:30', '04:30')), ['2026-03-29T01:30:00.000Z']);
    // 02:00–02:45 is 03:00–03:45 then, which touches nothing and overlaps the other.
    assert.deepEqual(given(span('02:00', '02:45'), span('03:30', '04:00')), ['2026-03-29T01:00:00.000Z']);
  });

  it('an hour that comes twice counts once from its start, and in full inside a window', () => {
    const given = (from: string, to: string): number =>
      startsOf(
        input('Europe/Berlin', [onDate('2026-10-25', span(from, to))], '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z'),
      ).length;
    assert.equal(given('02:00', '03:00'), 3);
    assert.equal(given('01:00', '02:00'), 1);
  });

  it('Lord Howe shifts by half an hour, Troll by two', () => {
    const lordHowe = input(
      'Australia/Lord_Howe',
      [onDate('2026-10-04', span('01:00', '03:00'))],
      '2026-10-01T00:00:00Z',
      '2026-10-10T00:00:00Z',
    );
    assert.equal(startsOf(lordHowe).length, 2);
    const troll = input(
      'Antarctica/Troll',
      [onDate('2026-03-29', span('00:00', '04:00'))],
      '2026-03-27T00:00:00Z',
      '2026-04-01T00:00:00Z',
    );
    assert.deepEqual(
      startsOf(troll).map((start) => start.slice(11, 16)),
      ['00:00', '00:30', '01:00'],
    );
  });

  it('a date that was skipped has no times, and its neighbours join', () => {
    for (const [zone, date] of [
      ['Pacific/Apia', '2011-12-30'],
      ['Pacific/Kwajalein', '1993-08-21'],
      ['Pacific/Kiritimati', '1994-12-31'],
    ] as const) {
      const range = {
        start: new Date(Date.parse(date) - 4 * 864e5).toISOString(),
        end: new Date(Date.parse(date) + 4 * 864e5).toISOString(),
      };
      const skipped = input(zone, [onDate(date, span('00:00', '24:00'))], range.start, range.end);
      assert.deepEqual(startsOf(skipped), [], zone);
      const found = startsOf(input(zone, always, range.start, range.end));
      assert.equal(found.length, 8 * 48, zone);
    }
  });

  it('no time is offered twice where one day runs into the next: Nuuk skips the hour before midnight', () => {
    const rules = [onDate('2027-03-27', span('20:00', '23:30')), onDate('2027-03-28', span('00:00', '02:00'))];
    const found = startsOf(input('America/Nuuk', rules, '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z'));
    assert.deepEqual(found, [...new Set(found)].sort());
    assert.deepEqual(found.slice(-3), [
      '2027-03-28T01:00:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-28T02:00:00.000Z',
    ]);
  });
});

describe('input that makes no sense is refused with its path', () => {
  const good = MONDAY();
  const withRule = (rule: unknown): unknown => ({ ...good, schedule: { ...good.schedule, rules: [rule] } });

  it('in the schedule', () => {
    assert.deepEqual(refused({ ...good, schedule: { ...good.schedule, timezone: 'Mars/Base' } }), {
      'schedule.timezone': 'invalid',
    });
    assert.deepEqual(refused({ ...good, schedule: { ...good.schedule, timezone: '+02:00' } }), {
      'schedule.timezone': 'invalid',
    });
    assert.deepEqual(refused(withRule({ type: 'wday', wday: 'monday', intervals: [span('9:00', '10:00')] })), {
      'schedule.rules.0.intervals.0.from': 'invalid',
    });
    assert.deepEqual(refused(withRule({ type: 'wday', wday: 'monday', intervals: [span('09:00', '24:01')] })), {
      'schedule.rules.0.intervals.0.to': 'invalid',
    });
    assert.deepEqual(refused(withRule({ type: 'wday', wday: 'monday' })), { 'schedule.rules.0.intervals': 'invalid' });
    assert.deepEqual(refused(withRule({ type: 'date', date: '2026-02-30', intervals: [] })), {
      'schedule.rules.0.date': 'invalid',
    });
  });

  it('in instants, busy times and lengths', () => {
    assert.deepEqual(refused({ ...good, now: '2026-03-02T09:00:00' }), { now: 'invalid' });
    assert.deepEqual(refused({ ...good, range: { ...good.range, start: '2026-03-02' } }), { 'range.start': 'invalid' });
    assert.deepEqual(refused({ ...good, range: { start: good.range.start, end: 5 } }), { 'range.end': 'invalid' });
    const at = { start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00Z' };
    assert.deepEqual(refused({ ...good, busy: [at, { ...at, end: '2026-03-02T10:00:00' }] }), {
      'busy.1.end': 'invalid',
    });
    assert.deepEqual(refused({ ...good, busy: [{ start: at.end, end: at.start }] }), { 'busy.0.end': 'too_small' });
    assert.deepEqual(refused({ ...good, busy: [{ ...at, bufferAfterMinutes: -1 }] }), {
      'busy.0.bufferAfterMinutes': 'too_small',
    });
    assert.deepEqual(refused({ ...good, busy: [{ ...at, bufferBeforeMinutes: NaN }] }), {
      'busy.0.bufferBeforeMinutes': 'invalid',
    });
    assert.deepEqual(refused({ ...good, durationMinutes: 45 }), { durationMinutes: 'invalid' });
  });

  it('in the config', () => {
    assert.deepEqual(refused(MONDAY({ rates: {} })), { 'config.rates.60': 'required' });
    assert.deepEqual(refused(MONDAY({ rates: { 60: 9.999 } })), { 'config.rates.60': 'invalid' });
    assert.deepEqual(refused(MONDAY({ currency: 'XYZ' })), { 'config.currency': 'invalid' });
    assert.deepEqual(refused(MONDAY({ slotIntervalMinutes: 0 })), { 'config.slotIntervalMinutes': 'invalid' });
    assert.deepEqual(refused(MONDAY({ bufferBeforeMinutes: -5 })), { 'config.bufferBeforeMinutes': 'too_small' });
    assert.deepEqual(refused(MONDAY({ maximumPerDay: 1.5 })), { 'config.maximumPerDay': 'invalid' });
    assert.deepEqual(refused(MONDAY({ bookingWindowDays: -1 })), { 'config.bookingWindowDays': 'too_small' });
  });
});
