import type { FlowEvent } from '../../flow/event.js';
import { rateOf } from '../../flow/later-selectors.js';
import type { FlowState } from '../../flow/state.js';
import type { Telemetry } from '../../ports/telemetry.js';
import { record, type FunnelDetail, type FunnelStep } from '../../telemetry/funnel.js';

/** Tells a sink what a change of the flow means on the way to a booking. Loaded only where there is a sink. */
export function tell(telemetry: Telemetry, state: FlowState, previous: FlowState, event: FlowEvent): void {
  const step = stepOf(state, previous, event);
  if (step) record(telemetry, step, detailOf(step, state, event));
}

function stepOf(state: FlowState, previous: FlowState, event: FlowEvent): FunnelStep | null {
  switch (event.type) {
    case 'start':
      return 'view';
    case 'times-loaded':
      return previous.times.loaded.length ? null : 'slots';
    // A length may be chosen from the start: it counts when the visitor goes on with it, or changes it later.
    case 'continue':
      return previous.step === 'duration' ? 'booking-duration-select' : null;
    case 'select-duration':
      return previous.step === 'duration' ? null : 'booking-duration-select';
    case 'select-slot':
      return state.slot === previous.slot ? null : 'booking-slot-select';
    case 'submit':
    case 'accept-price':
      return isOnItsWay(state) ? 'booking-submit' : null;
    case 'booked':
      return 'booking-complete';
    case 'hold-refused':
      return state.step === 'datetime' && state.taken ? 'booking-error' : null;
    case 'book-failed':
    case 'unsent':
      return isOnItsWay(state) ? null : 'booking-error';
    default:
      return null;
  }
}

/** What is sent again or asked for again may still become a booking. */
function isOnItsWay(state: FlowState): boolean {
  return state.step === 'confirmation' && 'tries' in state.submission;
}

function detailOf(step: FunnelStep, state: FlowState, event: FlowEvent): FunnelDetail {
  const { coachId, durationMinutes, times } = state;
  if (step === 'view') return { coachId };
  if (step === 'slots') return { coachId, slots: times.slots.length };
  return {
    coachId,
    durationMinutes: durationMinutes ?? undefined,
    ...rateOf(state),
    code: 'error' in event ? event.error.code : undefined,
  };
}
