/** What the elements read off a state. Each is cheap enough to be asked on every render. */
import type { BookingError } from '../domain/booking-error.js';
import { listedPrice } from '../domain/listed-price.js';
import type { Money } from '../domain/money.js';
import { addDays } from '../domain/plain-date.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { Slot } from '../domain/slot.js';
import { localDate } from '../domain/time-zone.js';
import { firstKnown, nextFreeFrom } from './next-free.js';
import { slotsByDay } from './slots.js';
import { daysSpan, missingIn, PAGE_DAYS, pageSpan } from './spans.js';
import type { FlowContext, FlowState, NextFree, Times } from './state.js';

/** A length to choose, as `<booking-duration-selector>` takes it. */
export interface DurationChoice {
  readonly durationMinutes: number;
  readonly rate: Money;
  readonly description?: string;
  /** Its first free time; null: none as far ahead as can be booked; undefined: not known yet. */
  readonly nextFree?: string | null;
}

/** The configured lengths, with price and first free time. Empty until the config is there. */
export function listedChoices(state: FlowState): readonly DurationChoice[] {
  if (state.config.status !== 'ready') return [];
  const config = state.config.value;
  return config.durations.map((minutes) => choiceOf(state, config, minutes, listedPrice(config, minutes)));
}

/** What is shown of a length. */
export function choiceOf(
  state: FlowState,
  { descriptions }: SessionConfig,
  durationMinutes: number,
  rate: Money,
): DurationChoice {
  const next = nextFreeOf(state, durationMinutes);
  const description = descriptions?.[durationMinutes];
  return {
    durationMinutes,
    rate,
    ...(description !== undefined && { description }),
    ...(next.status === 'found' && { nextFree: next.slot.startTime }),
    ...(next.status === 'none' && { nextFree: null }),
  };
}

const counted = new WeakMap<Times, { readonly key: string; readonly counts: Readonly<Record<string, number>> }>();

/**
 * Free times of each date of the shown page, of the chosen length (null: of any). A date that is missing is not known yet.
 * The same object as long as nothing of it changes.
 */
export function dayCounts(
  { times, timeZone, pageStart, durationMinutes: chosen }: FlowContext,
  durationMinutes: number | null = chosen,
): Readonly<Record<string, number>> {
  const key = `${timeZone}|${pageStart}|${durationMinutes}`;
  const known = counted.get(times);
  if (known?.key === key) return known.counts;
  const days = slotsByDay(times.slots, timeZone, durationMinutes);
  const counts: Record<string, number> = {};
  for (let index = 0; index < PAGE_DAYS; index++) {
    const date = addDays(pageStart, index);
    if (isKnown(times, date)) counts[date] = days.get(date)?.length ?? 0;
  }
  counted.set(times, { key, counts });
  return counts;
}

/** The free times of a date (default: the chosen one) and length; null while they are not known. */
export function slotsOf(
  state: FlowContext,
  day: string | null = state.day,
  durationMinutes: number | null = state.durationMinutes,
): readonly Slot[] | null {
  if (day === null || !isKnown(state.times, day)) return null;
  return slotsByDay(state.times.slots, state.timeZone, durationMinutes).get(day) ?? [];
}

/** The first free time of a length (default: the chosen one) from an instant on (default: at all). */
export function nextFreeOf(
  state: FlowContext,
  durationMinutes: number | null = state.durationMinutes,
  from: number = firstKnown(state),
): NextFree {
  return durationMinutes === null ? { status: 'idle' } : nextFreeFrom(state, durationMinutes, from);
}

/** `empty`: the shown weeks are known and have no free time of the chosen length. */
export function pageStatus(state: FlowContext): 'loading' | 'failed' | 'empty' | 'ready' {
  const { times } = state;
  if (Object.values(dayCounts(state)).some((count) => count > 0)) return 'ready';
  if (times.error) return 'failed';
  return missingIn(times, pageSpan(state)) ? 'loading' : 'empty';
}

/** The first and the last date that can be booked, in the visitor's zone; both included. */
export function bookableDates(
  { timeZone, times }: FlowContext,
  now: number,
): { readonly min: string; readonly max: string } {
  return { min: localDate(timeZone, now), max: localDate(timeZone, times.until - 1) };
}

/** Why nothing can be booked at all: the config can't be had, or the coach takes no bookings. Null when all is well. */
export function obstacle({ config }: FlowContext): BookingError | 'inactive' | null {
  if (config.status === 'failed') return config.error;
  return config.status === 'ready' && !config.value.isActive ? 'inactive' : null;
}

/** The coach's zone, as soon as any answer tells it. */
export function coachTimeZoneOf({ coach, times }: FlowContext): string | null {
  return times.coachTimeZone ?? (coach.status === 'ready' ? coach.value.timezone : null);
}

/** Not at the start or the end, nor while a booking is on its way or looked for: another one could be the second. */
export function canGoBack(state: FlowState): boolean {
  return state.step === 'datetime' || (state.step === 'confirmation' && !('tries' in state.submission));
}

function isKnown(times: Times, day: string): boolean {
  return missingIn(times, daysSpan(day, 1)) === null;
}
