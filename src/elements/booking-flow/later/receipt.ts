import { html, type TemplateResult } from 'lit';
import { rateOf } from '../../../flow/later-selectors.js';
import { approximate } from './approximate.js';
import type { FlowView } from '../view.js';
import { locationOf } from './location.js';
import { heldLine } from './hold.js';

/** The column, or band, with what has been chosen so far. */
export function receipt(view: FlowView): TemplateResult {
  const { state, fullName, coachTimeZone, locale, hour12, clock } = view;
  const taken = state.step === 'datetime' ? state.taken : null;
  return html`<booking-summary
    class="receipt"
    nested
    part="receipt"
    exportparts="avatar, name, role, bio, facts, clocks"
    .coach=${state.coach.status === 'ready' ? state.coach.value : null}
    .durationMinutes=${state.durationMinutes ?? 0}
    .rate=${rateOf(state)}
    .approximate=${approximate(view, rateOf(state))}
    .time=${taken?.slot ?? state.slot}
    .booking=${state.step === 'booked' ? state.booking : null}
    .location=${locationOf(state)}
    .hour12=${hour12}
    .clock=${clock}
    coach-name=${fullName}
    time-zone=${state.timeZone}
    coach-time-zone=${coachTimeZone}
    locale=${locale}
    ?loading=${state.coach.status === 'loading'}
    ?taken=${taken !== null}
    ?review=${state.step === 'confirmation' || taken !== null}
    ?bio=${state.step === 'duration'}
    >${heldLine(view)}<slot name="summary"></slot
  ></booking-summary>`;
}
