/** Times that it is too late for, while they are shown. */
import type { Slot } from '../domain/slot.js';
import { stay, type FlowEnvironment, type Transition } from './effect.js';
import { isBusy } from './hold-steps.js';
import { isChoosing } from './picking.js';
import { sameTime } from './same-time.js';
import { indexAt } from './slots.js';
import type { FlowState } from './state.js';

const MINUTE_MS = 60_000;

/**
 * Leaves out what can't be booked any more, by the coach's notice and the server's clock. Where it was chosen, the visitor is
 * told; at the details nobody is carried away from what they type.
 */
export function passTimes(state: FlowState, { now }: FlowEnvironment): Transition {
  const { config, times, slot } = state;
  if (state.step === 'booked') return stay(state);
  const notice = config.status === 'ready' ? (config.value.minimumNoticeMinutes ?? 0) : 0;
  const first = now + notice * MINUTE_MS;
  const isLate = ({ startTime }: Slot) => Date.parse(startTime) < first;
  const from = indexAt(times.slots, first);
  let next: FlowState = from ? { ...state, times: { ...times, slots: times.slots.slice(from) } } : state;
  if (next.step === 'datetime' && next.taken?.alternatives.some(isLate)) {
    const alternatives = next.taken.alternatives.filter((each) => !isLate(each));
    next = { ...next, taken: { ...next.taken, alternatives } };
  }
  if (!slot || !isLate(slot) || isBusy(state)) return stay(next);
  if (isChoosing(next)) return stay({ ...next, slot: null, passed: slot });
  return stay(sameTime(state.passed, slot) ? next : { ...next, passed: slot });
}
