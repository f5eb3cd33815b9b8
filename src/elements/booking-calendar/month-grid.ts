import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  daysBetween,
  isPlainDate,
  startOfMonth,
  startOfWeek,
} from '../../domain/plain-date.js';

/** `outside`: past or beyond what can be booked. `loading`: not known yet, which is neither free nor full. */
export type DayState = 'free' | 'full' | 'loading' | 'outside';

export interface GridDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly state: DayState;
  /** Free times; 0 unless `free`. */
  readonly count: number;
}

/** What the calendar's weeks follow from. All dates are `YYYY-MM-DD` and exist, or are empty for "none". */
export interface GridInput {
  /** Any day of the first week shown. */
  readonly page: string;
  readonly weeks: number;
  /** The first weekday: 0 = Monday … 6 = Sunday. */
  readonly firstDay: number;
  readonly min: string;
  readonly max: string;
}

/** The date, or empty for what is none: a bad attribute means "no value". */
export function dateOr(value: unknown, otherwise = ''): string {
  return typeof value === 'string' && isPlainDate(value) ? value : otherwise;
}

/** The weeks shown, with what is known of each day. A date that is not in `days` is not loaded yet. */
export function monthGrid(input: GridInput, days: Readonly<Record<string, number>>): GridDay[] {
  const first = dayOf(startOfWeek(input.page, input.firstDay));
  return Array.from({ length: input.weeks * 7 }, (_, index): GridDay => {
    const date = dateOf(first + index);
    const free = days[date];
    const state = isOutside(input, date) ? 'outside' : free === undefined ? 'loading' : free > 0 ? 'free' : 'full';
    return { date, state, count: state === 'free' ? Number(free) : 0 };
  });
}

function isOutside({ min, max }: GridInput, date: string): boolean {
  return (min !== '' && date < min) || (max !== '' && date > max);
}

/** How many times are free, as the width of the day's bar: of up to three it is the shortest. */
export function availability(count: number): '' | 'some' | 'many' {
  return count > 7 ? 'many' : count > 3 ? 'some' : '';
}

/**
 * What the heading names: one month when the weeks hold all of it, else from the month of the first row's end to that of
 * the last row's start, so that a month which only looks in is not named.
 */
export function shownMonths({ page, weeks, firstDay }: GridInput): { from: string; to: string } {
  const first = startOfWeek(page, firstDay);
  const lastRow = addDays(first, (weeks - 1) * 7);
  const from = addDays(first, 6);
  const month = monthOf(first);
  const holdsMonth = month >= first && addDays(addMonths(month, 1), -1) <= addDays(lastRow, 6);
  return { from, to: holdsMonth || lastRow < from ? from : lastRow };
}

/** A page belongs to the month of the last day in its first row. */
function monthOf(first: string): string {
  return startOfMonth(addDays(first, 6));
}

/**
 * The first day of the page that shows a date: its month from the first week on, without weeks before `min`.
 * With fewer than six weeks, the weeks from that date on.
 */
export function pageOf({ weeks, firstDay, min }: GridInput, date: string): string {
  const page = startOfWeek(weeks < 6 ? date : startOfMonth(date), firstDay);
  const earliest = min && startOfWeek(min, firstDay);
  return page < earliest ? earliest : page;
}

/** The first day of the next (`+1`) or the previous (`-1`) page, or empty where nothing can be booked any more. */
export function turnPage(input: GridInput, step: 1 | -1): string {
  const first = startOfWeek(input.page, input.firstDay);
  const month = monthOf(first);
  const date =
    input.weeks < 6
      ? addDays(first, step * 7 * input.weeks)
      : // From the middle of a month, back to its start.
        step < 0 && pageOf(input, month) < first
        ? month
        : addMonths(month, step);
  const page = pageOf(input, date);
  return (step < 0 ? page >= first : input.max !== '' && page > input.max) ? '' : page;
}

/**
 * Where a key moves the focus to, after the APG's date grid; null for other keys. Never beyond `min` and `max`. An arrow with Shift
 * passes over days that are known to have no times; `days` as `monthGrid` takes them.
 */
export function moveByKey(
  input: GridInput,
  date: string,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  rtl: boolean,
  days: Readonly<Record<string, number>> = {},
): string | null {
  const next = (from: string) => move(input, from, key, shiftKey ? 12 : 1, rtl ? -1 : 1);
  let moved = next(date);
  while (shiftKey && moved && days[moved] === 0 && key.startsWith('A')) moved = next(moved);
  return moved && clamp(moved, input);
}

function move({ firstDay }: GridInput, date: string, key: string, months: number, forward: 1 | -1): string | null {
  switch (key) {
    case 'ArrowRight':
      return addDays(date, forward);
    case 'ArrowLeft':
      return addDays(date, -forward);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'Home':
      return startOfWeek(date, firstDay);
    case 'End':
      return addDays(startOfWeek(date, firstDay), 6);
    case 'PageDown':
      return addMonths(date, months);
    case 'PageUp':
      return addMonths(date, -months);
    default:
      return null;
  }
}

function clamp(date: string, { min, max }: GridInput): string {
  return min && date < min ? min : max && date > max ? max : date;
}

/** Whether a date is among the days shown. */
export function isShown({ page, weeks, firstDay }: GridInput, date: string): boolean {
  const index = date ? daysBetween(startOfWeek(page, firstDay), date) : -1;
  return index >= 0 && index < weeks * 7;
}
