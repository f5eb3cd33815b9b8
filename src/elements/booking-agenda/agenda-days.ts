import { addDays } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import type { DayState } from '../booking-calendar/month-grid.js';

/** A day with its times; of one that is `loading` nothing is known yet, so it is neither free nor full. */
export interface AgendaDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly state: DayState;
  /** Empty unless `free`. */
  readonly slots: readonly Slot[];
}

/** What the days follow from. All dates exist, or are empty for "none". */
export interface AgendaInput {
  /** Times by date. A date that is not in it is not known yet. */
  readonly days: Readonly<Record<string, readonly Slot[]>>;
  /** The first day shown. */
  readonly page: string;
  readonly min: string;
  readonly max: string;
}

/** The days of a list, and what comes after them. */
export interface AgendaList {
  /** Days with times; one that is `loading` stands for all that are not known there. */
  readonly days: readonly AgendaDay[];
  /** `known`: there are more times, which are not shown yet. `unknown`: further days have to be asked for. */
  readonly more: 'known' | 'unknown' | 'none';
  /** The last day that anything is known of. */
  readonly last: string;
}

/** No list looks further than what can be booked at most. */
const LONGEST_DAYS = 800;

function dayOf({ days, min, max }: AgendaInput, date: string): AgendaDay {
  const slots = days[date] ?? [];
  const isOutside = (min && date < min) || (max && date > max);
  const state = isOutside ? 'outside' : !(date in days) ? 'loading' : slots.length ? 'free' : 'full';
  return { date, state, slots: state === 'free' ? slots : [] };
}

/** Seven days from the first one on. */
export function weekOf(input: AgendaInput): AgendaDay[] {
  return Array.from({ length: 7 }, (_, index) => dayOf(input, addDays(input.page, index)));
}

/**
 * Whole days with times, until there are at least `wanted` times, and at least up to the date `until`. Days without times are
 * left out.
 */
export function listOf(input: AgendaInput, wanted: number, until = ''): AgendaList {
  const { page, min, max } = input;
  const known = Object.keys(input.days).sort().at(-1) ?? '';
  const last = max && max < known ? max : known;
  const days: AgendaDay[] = [];
  let count = 0;
  let date = page < min ? min : page;
  for (let steps = 0; date <= last && steps < LONGEST_DAYS; steps++, date = addDays(date, 1)) {
    const day = dayOf(input, date);
    if (day.state === 'loading' && days.at(-1)?.state !== 'loading') days.push(day);
    if (day.state !== 'free') continue;
    if (count >= wanted && date > until) return { days, more: 'known', last };
    days.push(day);
    count += day.slots.length;
  }
  return { days, more: max && known >= max ? 'none' : 'unknown', last: known };
}
