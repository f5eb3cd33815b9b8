import { html, type TemplateResult } from 'lit';
import { listedChoices } from '../../../flow/selectors.js';
import type { DurationStep } from '../../../flow/state.js';
import type { BookingDurationSelectEvent } from '../../events.js';
import type { FlowView } from '../view.js';

/** Step 1: how long, and what it costs. */
export function durationStep(view: FlowView<DurationStep>): TemplateResult {
  const { state, hour12, locale, later, send } = view;
  return html`<div class="body" part="body">
    <booking-duration-selector
      nested
      exportparts="options, option, radio, duration, price, approximate, description, next-free"
      .options=${later?.durationChoices(view) ?? listedChoices(state)}
      .value=${String(state.durationMinutes ?? '')}
      .hour12=${hour12}
      locale=${locale}
      time-zone=${state.timeZone}
      ?loading=${state.config.status === 'loading'}
      @booking-duration-select=${({ detail }: BookingDurationSelectEvent) =>
        send({ type: 'select-duration', durationMinutes: detail.durationMinutes })}
    ></booking-duration-selector>
  </div>`;
}
