/** What is read off a state besides the picker, or after it. */
import type { BookingField } from '../domain/booking-field.js';
import type { Money } from '../domain/money.js';
import { addDays } from '../domain/plain-date.js';
import { isAllowedDuration, priceOf } from '../domain/price.js';
import { startOfDay } from './next-free.js';
import { choiceOf, listedChoices, nextFreeOf, type DurationChoice } from './selectors.js';
import { dayOfSlot } from './slots.js';
import type { FlowContext, FlowState, FlowStep } from './state.js';

/** From when on the next free day is looked for: after the chosen day, else from the shown page on. */
export function afterDay(state: FlowContext): number {
  return startOfDay(state, state.day === null ? state.pageStart : addDays(state.day, 1));
}

/** The day that `go-to-next-free` shows; null: there is none; undefined: not known yet. */
export function nextFreeDay(state: FlowContext): string | null | undefined {
  const next = nextFreeOf(state, state.durationMinutes, afterDay(state));
  if (next.status === 'found') return dayOfSlot(next.slot, state.timeZone);
  return next.status === 'none' ? null : undefined;
}

/** The steps to go, in order. `booked` is none of them: it is the end. */
export function stepsOf(
  state: FlowState,
): readonly { readonly step: FlowStep; readonly status: 'done' | 'current' | 'open' }[] {
  const steps = ['duration', 'datetime', 'confirmation'] as const;
  const at = state.step === 'booked' ? steps.length : steps.indexOf(state.step);
  return steps.map((step, index) => ({ step, status: index < at ? 'done' : index === at ? 'current' : 'open' }));
}

/** The coach's own questions. */
export function fieldsOf({ config }: FlowContext): readonly BookingField[] {
  return config.status === 'ready' ? (config.value.fields ?? []) : [];
}

/** The lengths that the coach offers, and the custom one that was asked for, with price and first free time. */
export function durationChoices(state: FlowState): readonly DurationChoice[] {
  const { config, times } = state;
  const listed = listedChoices(state);
  const custom = times.customDuration;
  if (config.status !== 'ready' || custom === null || !isAllowedDuration(config.value, custom)) return listed;
  const choice = choiceOf(state, config.value, custom, priceOf(config.value, custom));
  return [...listed, choice].sort((a, b) => a.durationMinutes - b.durationMinutes);
}

/** The price of the chosen time, else of the chosen length. */
export function rateOf({ config, durationMinutes, slot }: FlowContext): Money | null {
  if (slot) return slot.rate;
  if (config.status !== 'ready' || durationMinutes === null) return null;
  return isAllowedDuration(config.value, durationMinutes) ? priceOf(config.value, durationMinutes) : null;
}
