import type { FlowState } from '../../flow/state.js';
import type { Dictionary } from '../../i18n/dictionary.js';

/** What keeps the visitor from going on; empty when nothing does. */
export function whatIsMissing(state: FlowState | null, text: Dictionary): string {
  if (state?.config.status !== 'ready') return text.loading;
  if (state.step === 'duration' && state.durationMinutes === null) return text.chooseLengthFirst;
  return state.step === 'datetime' && !state.slot ? text.chooseTimeFirst : '';
}
