import { isAllowedDuration, listedPrice } from './listed-price.js';
import type { Money } from './money.js';
import { join, refuse } from './read.js';
import type { SessionConfig } from './session-config.js';

export { isAllowedDuration };

/**
 * What a session of a length costs. A custom length costs linearly between its two configured neighbours, beyond the
 * ends pro rata to the nearest, rounded half up to the minor unit.
 * Throws `validation_failed` for a length that is not allowed, or whose rate is missing or wrong; `path` is the config's.
 */
export function priceOf(config: SessionConfig, minutes: number, path = ''): Money {
  const rateOf = (length: number): Money => listedPrice(config, length, path);
  if (config.durations.includes(minutes)) return rateOf(minutes);
  if (!isAllowedDuration(config, minutes)) refuse('durationMinutes', 'invalid');
  const below = Math.max(0, ...config.durations.filter((length) => length < minutes));
  const above = Math.min(Infinity, ...config.durations.filter((length) => length > minutes));
  // Beyond the ends the line starts at no minutes for no money.
  const [left, right] = below > 0 && above < Infinity ? [below, above] : [0, below > 0 ? below : above];
  if (right === Infinity) refuse(join(path, 'durations'), 'required');
  const base = left === 0 ? 0n : BigInt(rateOf(left).amountMinor);
  const rise = BigInt(rateOf(right).amountMinor) - base;
  const span = BigInt(right - left);
  const twice = 2n * (base * span + rise * BigInt(minutes - left));
  // The quotient is never negative, so that cutting off its fraction rounds down.
  return { amountMinor: Number((twice + span) / (2n * span)), currency: config.currency };
}
