import { NO_PRICES } from '../domain/listed-price.js';
import type { Money } from '../domain/money.js';
import type { Slot } from '../domain/slot.js';
import { slotsByDay } from './slots.js';
import type { FlowContext } from './state.js';

/** Lowest prices by date `YYYY-MM-DD` in the visitor's zone. */
export type DayPrices = Readonly<Record<string, Money>>;

const made = new WeakMap<ReadonlyMap<string, readonly Slot[]>, DayPrices>();

/**
 * The lowest price of each known day with free times of the chosen length; empty where all days cost the same, as a price
 * on each day would say nothing then. A day whose times are in different currencies has none. The same object as long as
 * nothing of it changes.
 */
export function dayPrices({ times, timeZone, durationMinutes }: FlowContext): DayPrices {
  if (durationMinutes === null) return NO_PRICES;
  const days = slotsByDay(times.slots, timeZone, durationMinutes);
  let prices = made.get(days);
  if (!prices) made.set(days, (prices = pricesOf(days)));
  return prices;
}

function pricesOf(days: ReadonlyMap<string, readonly Slot[]>): DayPrices {
  const lowest = [...days].flatMap(([day, slots]) => {
    const rate = lowestOf(slots);
    return rate ? [[day, rate] as const] : [];
  });
  const [first] = lowest;
  return lowest.some(([, rate]) => !isSame(rate, first?.[1])) ? Object.fromEntries(lowest) : NO_PRICES;
}

function lowestOf(slots: readonly Slot[]): Money | null {
  const rates = slots.map(({ rate }) => rate);
  const lowest = rates.reduce((low, rate) => (rate.amountMinor < low.amountMinor ? rate : low));
  return rates.every(({ currency }) => currency === lowest.currency) ? lowest : null;
}

function isSame(a: Money, b: Money | undefined): boolean {
  return a.amountMinor === b?.amountMinor && a.currency === b.currency;
}
