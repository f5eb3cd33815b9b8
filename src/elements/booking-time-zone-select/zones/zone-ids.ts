import { isTimeZone } from '../../../domain/time-zone.js';
import type { AllFacts } from './facts.js';

/**
 * All zones of the engine, `UTC`, and the current one under the name that the page gave it. Each once, by its name of today as
 * far as the engine knows that.
 */
export function zoneIds(current: string, facts: AllFacts): string[] {
  const { supportedValuesOf } = Intl as { supportedValuesOf?: (key: 'timeZone') => string[] };
  const known = supportedValuesOf?.('timeZone') ?? [...facts.values()].map(({ id }) => id).filter(isTimeZone);
  const own = nameIn(facts, current);
  const ids = new Set<string>();
  for (const id of [...known, 'UTC']) {
    const today = nameIn(facts, id);
    ids.add(today === own ? current : today === id || isTimeZone(today) ? today : id);
  }
  return [...ids.add(current)];
}

/** One name for all that a zone goes by. */
function nameIn(facts: AllFacts, id: string): string {
  return facts.get(id)?.id ?? new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone;
}
