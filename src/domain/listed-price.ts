import { toMinor, type Money } from './money.js';
import { join, refuse } from './read.js';
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

/** What a configured length costs. Throws `validation_failed` where its rate is missing or wrong; `path` is the config's. */
export function listedPrice({ rates, currency }: SessionConfig, minutes: number, path = ''): Money {
  const at = join(path, `rates.${minutes}`);
  const rate = Object.hasOwn(rates, minutes) ? rates[minutes] : undefined;
  return toMinor(rate ?? refuse(at, 'required'), currency, at, join(path, 'currency'));
}

/** Where all days cost the same. */
export const NO_PRICES: Readonly<Record<string, Money>> = {};
