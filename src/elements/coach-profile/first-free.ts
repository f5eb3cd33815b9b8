import { durationChoices } from '../../flow/later-selectors.js';
import type { FlowState } from '../../flow/state.js';

/** The first free time of any length; null: there is none; undefined: not known yet. */
export function firstFree(state: FlowState): string | null | undefined {
  const times = durationChoices(state).map(({ nextFree }) => nextFree);
  const known = times.filter((time) => typeof time === 'string').sort();
  if (known[0]) return known[0];
  return times.length && times.every((time) => time === null) ? null : undefined;
}
