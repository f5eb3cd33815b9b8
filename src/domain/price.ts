import { BookingError } from './booking-error.js';
import { divideHalfUp } from './exchange.js';
import { toMinor, type Money } from './money.js';
import type { SessionConfig } from './session-config.js';

/** Whether a session may have a length: a configured one, or a custom one within the coach's limits. */
export function isAllowedDuration(config: SessionConfig, minutes: number): boolean {
  return (
    config.durations.includes(minutes) ||
    (config.allowCustomDuration &&
      Number.isInteger(minutes) &&
      minutes > 0 &&
      minutes >= config.minimumDuration &&
      minutes <= config.maximumDuration)
  );
}

/**
 * What a session of a length costs. A custom length costs linearly between its two configured neighbours, beyond the
 * ends pro rata to the nearest, rounded half up to the minor unit.
 * Throws `validation_failed` for a length that is not allowed, or whose rate is missing or wrong.
 */
export function priceOf(config: SessionConfig, minutes: number): Money {
  if (config.durations.includes(minutes)) return rateOf(config, minutes);
  if (!isAllowedDuration(config, minutes)) {
    throw new BookingError('validation_failed', { fields: { durationMinutes: 'invalid' } });
  }
  const below = Math.max(0, ...config.durations.filter((length) => length < minutes));
  const above = Math.min(Infinity, ...config.durations.filter((length) => length > minutes));
  // Pro rata is the line through no minutes at no cost.
  const [left, right] = below > 0 && above < Infinity ? [below, above] : [0, below > 0 ? below : above];
  if (right === Infinity) throw new BookingError('validation_failed', { fields: { durations: 'required' } });
  const atLeft = left === 0 ? 0n : BigInt(rateOf(config, left).amountMinor);
  const rise = BigInt(rateOf(config, right).amountMinor) - atLeft;
  const span = BigInt(right - left);
  const exact = atLeft * span + rise * BigInt(minutes - left);
  return { amountMinor: Number(divideHalfUp(exact, span)), currency: config.currency };
}

function rateOf({ rates, currency }: SessionConfig, minutes: number): Money {
  const rate = Object.hasOwn(rates, minutes) ? rates[minutes] : undefined;
  const path = `rates.${minutes}`;
  if (rate === undefined) throw new BookingError('validation_failed', { fields: { [path]: 'required' } });
  return toMinor(rate, currency, path);
}
