import type { FlowEvent } from './event.js';
import { stay, type Transition } from './effect.js';
import { indexAt } from './slots.js';
import type { FlowState } from './state.js';

/**
 * An adapter that answers another month than it was asked for: what lies outside is left out, since nobody knows whether the
 * rest of that month is told too. The developer hears of it once.
 */
export function reportStrays(before: FlowState, state: FlowState, event: FlowEvent): Transition {
  if (event.type !== 'times-loaded' || state.times.hasStrays || state.times === before.times) return stay(state);
  const { span, availability } = event;
  const { slots } = availability;
  const [from, to] = [indexAt(slots, span.start), indexAt(slots, span.end)];
  const stray = from > 0 ? slots[0] : slots[to];
  if (!stray) return stay(state);
  const [start, end] = [span.start, span.end].map((ms) => new Date(ms).toISOString());
  const message =
    `The adapter was asked for the times from ${start} to ${end} and answered others too, such as ${stray.startTime}: ` +
    `${slots.length - (to - from)} of ${slots.length} are left out.`;
  return {
    state: { ...state, times: { ...state.times, hasStrays: true } },
    effects: [{ type: 'report', message }],
  };
}
