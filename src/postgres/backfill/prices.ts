import { exponentOf } from '../../domain/money.js';

/** Whole numbers over a power of ten: `digits / 10 ** decimals`. */
interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** A decimal as Postgres writes it, `120.5` say; null for anything else, `NaN` and `Infinity` included. */
function readDecimal(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return null;
  return { digits: BigInt(`${sign}${whole}${fraction}`), decimals: fraction.length };
}

/**
 * What sessions of some lengths cost by an hourly rate: pro rata, rounded half up to the currency's minor unit. Counted in
 * whole numbers throughout. The rates are in major units, keyed by the length, as a config has them.
 *
 * Null when the rate is no decimal, is negative, or makes a price too large to be counted exactly.
 */
export function ratesFrom(
  hourlyRate: string,
  lengths: readonly number[],
  currency: string,
): Readonly<Record<string, number>> | null {
  const rate = readDecimal(hourlyRate);
  if (!rate || rate.digits < 0n) return null;
  const exponent = exponentOf(currency);
  const rates: Record<string, number> = {};
  for (const minutes of lengths) {
    const above = rate.digits * BigInt(minutes) * 10n ** BigInt(exponent);
    const below = 60n * 10n ** BigInt(rate.decimals);
    const minor = (2n * above + below) / (2n * below);
    if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return null;
    // One division of two exact numbers: the nearest double, which is what a decimal in JSON is read as.
    rates[minutes] = Number(minor) / 10 ** exponent;
  }
  return rates;
}
