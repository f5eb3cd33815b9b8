import { convertMoney } from './exchange.js';
import { exponentOf, isCurrency, type Money } from './money.js';

/** Units of each currency for one unit of any common base: `{ USD: 1, EUR: 0.92 }`. */
export type DisplayRates = Readonly<Record<string, number>>;

/**
 * What a price is about in another currency, for a visitor to compare: whole units from ten on, as more would look exact.
 * Null where there is nothing to say: the same currency, no price, no rate that is a positive number. Never throws. What is
 * charged is always the price itself.
 */
export function approximatePrice(money: Money, currency: string, rates: DisplayRates): Money | null {
  if (money.currency === currency || !money.amountMinor || !isRate(rates, currency) || !isRate(rates, money.currency)) {
    return null;
  }
  try {
    const { amountMinor } = convertMoney(money, currency, { base: '', rates });
    const unit = 10 ** exponentOf(currency);
    return { amountMinor: amountMinor < 10 * unit ? amountMinor : Math.round(amountMinor / unit) * unit, currency };
  } catch {
    return null;
  }
}

/** Why a currency to show can't be used with those rates; empty when it can. */
export function rateProblem(currency: string, rates: DisplayRates | null | undefined): string {
  if (!isCurrency(currency)) return `"${currency}" is no currency`;
  if (!rates || typeof rates !== 'object') return 'no exchange rates';
  return isRate(rates, currency) ? '' : `no exchange rate for ${currency}`;
}

function isRate(rates: DisplayRates, currency: string): boolean {
  const rate: unknown = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return isCurrency(currency) && typeof rate === 'number' && rate > 0 && rate < Infinity;
}
