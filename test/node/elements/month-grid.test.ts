import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, isPlainDate } from '../../../src/domain/plain-date.js';
import {
  availability,
  dateOr,
  isShown,
  monthGrid,
  moveByKey,
  pageOf,
  shownMonths,
  turnPage,
  type GridInput,
} from '../../../src/elements/booking-calendar/month-grid.js';

const MONDAY = 0;
const SUNDAY = 6;
const input = (overrides: Partial<GridInput> = {}): GridInput => ({
  page: '2026-11-22',
  weeks: 6,
  firstDay: MONDAY,
  min: '2026-11-22',
  max: '',
  ...overrides,
});
const dates = (grid: GridInput) => monthGrid(grid, {}).map((day) => day.date);
const press = (key: string, date: string, grid: GridInput, { shiftKey = false, rtl = false } = {}) =>
  moveByKey(grid, date, { key, shiftKey }, rtl);

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));
const anyGrid = fc.record({
  page: anyDate,
  weeks: fc.constantFrom(1, 2, 3, 6),
  firstDay: fc.integer({ min: 0, max: 6 }),
  min: fc.constantFrom('', '2026-11-22'),
  max: fc.constantFrom('', '2027-05-31'),
});

describe('arrows with Shift', () => {
  const days = { '2026-11-24': 3, '2026-11-25': 0, '2026-11-26': 0, '2026-11-27': 2, '2026-12-01': 0, '2026-12-08': 4 };
  const skip = (key: string, date: string, rtl = false) => moveByKey(input(), date, { key, shiftKey: true }, rtl, days);

  it('pass over days without times, in the direction of the key', () => {
    assert.equal(skip('ArrowRight', '2026-11-24'), '2026-11-27');
    assert.equal(skip('ArrowLeft', '2026-11-27'), '2026-11-24');
    assert.equal(skip('ArrowLeft', '2026-11-24', true), '2026-11-27');
    assert.equal(skip('ArrowDown', '2026-11-24'), '2026-12-08');
    assert.equal(skip('ArrowUp', '2026-12-08'), '2026-11-24');
  });

  it('stop at days that are not known yet, and at the first that can be booked', () => {
    assert.equal(skip('ArrowRight', '2026-11-27'), '2026-11-28');
    const none = { '2026-11-22': 0, '2026-11-23': 0 };
    assert.equal(moveByKey(input(), '2026-11-24', { key: 'ArrowLeft', shiftKey: true }, false, none), '2026-11-22');
  });

  it('without Shift reach them all', () => {
    assert.equal(moveByKey(input(), '2026-11-24', { key: 'ArrowRight', shiftKey: false }, false, days), '2026-11-25');
  });
});

describe('the weeks shown', () => {
  it('start on the first weekday of the locale and drop the past weeks of a month', () => {
    const monday = dates(input());
    assert.equal(monday.length, 42);
    assert.equal(monday[0], '2026-11-16');
    assert.equal(monday.at(-1), '2026-12-27');
    assert.equal(dates(input({ firstDay: SUNDAY }))[0], '2026-11-22');
  });

  it('are consecutive days whatever is asked for', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const shown = dates(grid);
        assert.equal(shown.length, grid.weeks * 7);
        assert.ok(shown.every((date, index) => isPlainDate(date) && date === addDays(shown[0] ?? '', index)));
        assert.ok(shown.slice(0, 7).includes(grid.page));
        assert.ok(isShown(grid, grid.page));
        assert.ok(!isShown(grid, addDays(shown[0] ?? '', -1)));
        assert.ok(!isShown(grid, addDays(shown.at(-1) ?? '', 1)));
      }),
    );
  });
});

describe('what is known of a day', () => {
  it('tells free, full, loading and outside apart', () => {
    const days = monthGrid(input({ max: '2026-11-28' }), { '2026-11-23': 0, '2026-11-24': 3, '2026-11-29': 9 });
    const stateOf = (date: string) => days.find((day) => day.date === date)?.state;
    assert.equal(stateOf('2026-11-21'), 'outside');
    assert.equal(stateOf('2026-11-22'), 'loading');
    assert.equal(stateOf('2026-11-23'), 'full');
    assert.equal(stateOf('2026-11-24'), 'free');
    assert.equal(stateOf('2026-11-29'), 'outside');
  });

  it('hints at few, some and many times', () => {
    assert.deepEqual([0, 1, 3, 4, 7, 8, 500].map(availability), ['', '', '', 'some', 'some', 'many', 'many']);
  });
});

describe('the months named', () => {
  const named = (grid: GridInput) => {
    const { from, to } = shownMonths(grid);
    return [from.slice(0, 7), to.slice(0, 7)];
  };

  it('are one where all of it shows, else the two that most of the weeks belong to', () => {
    assert.deepEqual(named(input()), ['2026-11', '2026-12']);
    assert.deepEqual(named(input({ firstDay: SUNDAY })), ['2026-11', '2026-12']);
    assert.deepEqual(named(input({ page: '2026-12-28' })), ['2027-01', '2027-01']);
    assert.deepEqual(named(input({ page: '2027-02-01' })), ['2027-02', '2027-02']);
    assert.deepEqual(named(input({ weeks: 3 })), ['2026-11', '2026-11']);
    assert.deepEqual(named(input({ weeks: 1, page: '2026-11-30' })), ['2026-12', '2026-12']);
  });
});

describe('turning the page', () => {
  it('goes from month to month and back to today', () => {
    const december = turnPage(input(), 1);
    assert.equal(december, '2026-11-30');
    const january = turnPage(input({ page: december }), 1);
    assert.equal(january, '2026-12-28');
    assert.equal(turnPage(input({ page: january }), -1), december);
    assert.equal(turnPage(input({ page: december }), -1), '2026-11-16');
  });

  it('ends at the first and the last day that can be booked', () => {
    assert.equal(turnPage(input(), -1), '');
    assert.equal(turnPage(input({ max: '2026-11-29' }), 1), '');
    assert.equal(turnPage(input({ max: '2026-12-31' }), 1), '2026-11-30');
    assert.equal(turnPage(input({ min: '', page: '2026-11-22' }), -1), '2026-10-26');
  });

  it('goes by the weeks shown when these are fewer than a month', () => {
    assert.equal(turnPage(input({ weeks: 3 }), 1), '2026-12-07');
    assert.equal(turnPage(input({ weeks: 3, page: '2026-12-07' }), -1), '2026-11-16');
  });

  it('always shows other weeks, and skips none', () => {
    fc.assert(
      fc.property(anyGrid, fc.constantFrom(1 as const, -1 as const), (grid, step) => {
        const page = turnPage(grid, step);
        // Before `min`, the next page is the first one that can be booked.
        if (!page || grid.page < grid.min) return;
        const distance = daysBetween(dates(grid)[0] ?? '', page) * step;
        assert.ok(distance > 0 && distance <= grid.weeks * 7, `${page} is ${distance} days away`);
      }),
    );
  });

  it('shows the date that it is asked for', () => {
    fc.assert(
      fc.property(anyGrid, anyDate, (grid, date) => {
        if (grid.min && date < grid.min) return;
        assert.ok(isShown({ ...grid, page: pageOf(grid, date) }, date));
      }),
    );
  });
});

describe('the keyboard', () => {
  const free = input({ min: '' });

  it('moves by days, weeks, months and years', () => {
    const moves: [string, string][] = [
      ['ArrowRight', '2026-11-26'],
      ['ArrowLeft', '2026-11-24'],
      ['ArrowDown', '2026-12-02'],
      ['ArrowUp', '2026-11-18'],
      ['Home', '2026-11-23'],
      ['End', '2026-11-29'],
      ['PageDown', '2026-12-25'],
      ['PageUp', '2026-10-25'],
    ];
    for (const [key, expected] of moves) assert.equal(press(key, '2026-11-25', free), expected, key);
    assert.equal(press('PageDown', '2026-11-25', free, { shiftKey: true }), '2027-11-25');
    assert.equal(press('PageUp', '2028-02-29', free, { shiftKey: true }), '2027-02-28');
    assert.equal(press('PageDown', '2027-01-31', free), '2027-02-28');
  });

  it('turns left and right round where text runs from right to left', () => {
    assert.equal(press('ArrowRight', '2026-11-25', free, { rtl: true }), '2026-11-24');
    assert.equal(press('ArrowLeft', '2026-11-25', free, { rtl: true }), '2026-11-26');
    assert.equal(press('Home', '2026-11-25', free, { rtl: true }), '2026-11-23');
  });

  it('starts the week where the locale does', () => {
    assert.equal(press('Home', '2026-11-25', { ...free, firstDay: SUNDAY }), '2026-11-22');
    assert.equal(press('End', '2026-11-22', { ...free, firstDay: SUNDAY }), '2026-11-28');
  });

  it('stays between the first and the last day that can be booked', () => {
    assert.equal(press('ArrowUp', '2026-11-25', input()), '2026-11-22');
    assert.equal(press('PageDown', '2026-11-25', input({ max: '2026-12-01' })), '2026-12-01');
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', 'a', 'constructor', 'toString']) {
      assert.equal(press(key, '2026-11-25', free), null, key);
    }
  });
});

describe('a bad date', () => {
  it('means no value', () => {
    for (const value of ['', 'x', '2026-02-30', '2026-1-1', '20261122', null, undefined, 7]) {
      assert.equal(dateOr(value), '', String(value));
    }
    assert.equal(dateOr('nonsense', '2026-11-22'), '2026-11-22');
    assert.equal(dateOr('2026-11-24'), '2026-11-24');
  });
});
