import { BookingError } from './booking-error.js';
import { exponentOf, isCurrency, type Money } from './money.js';

/** What one unit of `base` costs in each currency, in major units: `{ base: 'USD', rates: { EUR: 0.92, JPY: 151.2 } }`. */
export interface ExchangeRates {
  readonly base: string;
  readonly rates: Readonly<Record<string, number>>;
}

/**
 * The same value in another currency, rounded half up to its minor unit. Rates are taken as the decimal numbers that
 * they are written as, so no binary fraction creeps in. Throws `validation_failed` for a rate that is missing or no
 * positive number.
 */
export function convertMoney(money: Money, currency: string, exchange: ExchangeRates): Money {
  if (money.currency === currency) return money;
  const from = rateOf(exchange, money.currency);
  const to = rateOf(exchange, currency);
  const numerator = BigInt(money.amountMinor) * to.units * from.scale * 10n ** BigInt(exponentOf(currency));
  const denominator = from.units * to.scale * 10n ** BigInt(exponentOf(money.currency));
  const amountMinor = Number(divideHalfUp(numerator, denominator));
  if (!Number.isSafeInteger(amountMinor)) {
    throw new BookingError('validation_failed', { fields: { amountMinor: 'too_large' } });
  }
  return { amountMinor, currency };
}

/** Rounds `numerator / denominator` to a whole number, halves up. The denominator is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
}

function rateOf({ base, rates }: ExchangeRates, currency: string): { units: bigint; scale: bigint } {
  const rate = currency === base ? 1 : rates[currency];
  if (!isCurrency(currency) || rate === undefined || !(rate > 0 && rate < Infinity)) {
    throw new BookingError('validation_failed', {
      message: `No exchange rate for ${currency}`,
      fields: { [`rates.${currency}`]: rate === undefined ? 'required' : 'invalid' },
    });
  }
  // "1.5e-7" and "151.2" alike: digits and the number of decimals.
  const [mantissa = '', exponent = '0'] = String(rate).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const decimals = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return decimals < 0
    ? { units: units * 10n ** BigInt(-decimals), scale: 1n }
    : { units, scale: 10n ** BigInt(decimals) };
}
