import { BookingError } from './booking-error.js';

/** An amount in the currency's own minor unit (JPY has none, KWD has three decimals). */
export interface Money {
  /** Whole number of minor units: 9000 for $90, 90 for ¥90. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

export interface MoneyFormatOptions {
  /** `symbol` ($), `code` (USD) or `name` (US dollars). Default `symbol`. */
  readonly display?: 'symbol' | 'narrowSymbol' | 'code' | 'name';
}

const exponents = new Map<string, number>();
const formats = new Map<string, Intl.NumberFormat>();
let currencies: ReadonlySet<string> | undefined;

/** Currencies known without `Intl`, whose first use takes long, with their signs in English. They have two decimals. */
export const SIGNS: Readonly<Partial<Record<string, string>>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  INR: '₹',
};

const isCommon = (currency: string): boolean => Object.hasOwn(SIGNS, currency);

/** Whether `Intl` knows a currency, in upper case. */
export function isCurrency(currency: string): boolean {
  return isCommon(currency) || (currencies ??= new Set(Intl.supportedValuesOf('currency'))).has(currency);
}

/** Decimals of a currency by `Intl`: 2 for USD, 0 for JPY, 3 for KWD. Throws `RangeError` for what is no currency code. */
export function exponentOf(currency: string): number {
  if (isCommon(currency)) return 2;
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    exponents.set(currency, (exponent = options.maximumFractionDigits ?? 2));
  }
  return exponent;
}

/** Whether something is an amount of a currency, as far as its shape tells. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || !('amountMinor' in value && 'currency' in value)) return false;
  const { amountMinor, currency } = value;
  return Number.isSafeInteger(amountMinor) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
}

/** Whether an amount in major units is a whole number of minor units, and small enough to be counted exactly. */
export function isExact(major: number, currency: string): boolean {
  const scale = 10 ** exponentOf(currency);
  const minor = Math.round(major * scale);
  // Both sides are the double nearest to one decimal number.
  return Number.isSafeInteger(minor) && minor / scale === major;
}

/**
 * Money of an amount in major units. Throws `validation_failed` at `path` when it is negative, has more decimals than
 * the currency or is too large to be counted exactly, and at `currencyPath` when `Intl` does not know it.
 */
export function toMinor(major: number, currency: string, path = 'rate', currencyPath = 'currency'): Money {
  if (!isCurrency(currency)) throw refused(currencyPath);
  if (!(major >= 0) || !isExact(major, currency)) throw refused(path);
  return { amountMinor: Math.round(major * 10 ** exponentOf(currency)), currency };
}

/** The amount in major units, as the wire has it. */
export function toMajor(money: Money): number {
  return money.amountMinor / 10 ** exponentOf(money.currency);
}

/** A price as a visitor reads it. Whole amounts have no decimals: `$90`, `$89.50`. */
export function formatMoney(money: Money, locale: string, { display = 'symbol' }: MoneyFormatOptions = {}): string {
  const { amountMinor, currency } = money;
  const exponent = exponentOf(currency);
  const minimumFractionDigits = amountMinor % 10 ** exponent === 0 ? 0 : exponent;
  const key = `${locale}|${currency}|${display}|${minimumFractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: display,
      minimumFractionDigits,
      maximumFractionDigits: exponent,
    });
    formats.set(key, format);
  }
  return format.format(toMajor(money));
}

function refused(path: string): BookingError {
  return new BookingError('validation_failed', { fields: { [path]: 'invalid' } });
}
