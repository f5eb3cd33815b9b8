import { html, type TemplateResult } from 'lit';
import type { BookedStep } from '../../../flow/state.js';
import type { FlowView } from '../view.js';
import { locationOf } from './location.js';

/** Step 4: what was booked, and the way into the visitor's calendar. */
export function bookedStep(view: FlowView<BookedStep>): TemplateResult {
  const { state, hour12, locale } = view;
  return html`<div class="body booked" part="body">
    <booking-confirmation
      nested
      exportparts="title, leaf, times, calendars"
      .booking=${state.booking}
      .coach=${state.coach.status === 'ready' ? state.coach.value : null}
      .location=${locationOf(state)}
      .hour12=${hour12}
      time-zone=${state.timeZone}
      locale=${locale}
      ><slot name="success"></slot
    ></booking-confirmation>
  </div>`;
}
