import { html, type TemplateResult } from 'lit';
import { listedChoices } from '../../../flow/selectors.js';
import type { DurationStep } from '../../../flow/state.js';
import type { BookingDurationSelectEvent } from '../../events.js';
import type { FlowView } from '../view.js';

/** Step 1: how long, and what it costs. */
export function durationStep({ state, hour12, locale, later, send }: FlowView<DurationStep>): TemplateResult {
  return html`<div class="body" part="body">
    <booking-duration-selector
      exportparts="options, option, radio, duration, price, description, next-free"
      .options=${later?.durationChoices(state) ?? listedChoices(state)}
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
