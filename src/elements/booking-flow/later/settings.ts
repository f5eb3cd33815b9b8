import { html, type TemplateResult } from 'lit';
import { usesHour12 } from '../../../i18n/time-range.js';
import type { BookingTimeZoneChangeEvent } from '../../later-events.js';
import { chooseZone } from '../../shared/choose-zone.js';
import type { FlowView } from '../view.js';
import { wordsOf } from './words.js';

/** How times are read: the zone, and a clock of 12 or 24 hours. */
export function settings(view: FlowView): TemplateResult {
  const { state, formats, hour12, locale, clock, flow } = view;
  const text = wordsOf(view);
  return html`<booking-time-zone-select
      nested
      part="time-zone"
      exportparts="button: time-zone-button, city, offset"
      .value=${state.timeZone}
      .hour12=${hour12}
      .clock=${clock}
      locale=${locale}
      ?locked=${flow.lockTimeZone}
      @booking-time-zone-change=${({ detail }: BookingTimeZoneChangeEvent) => chooseZone(flow, detail.timeZone)}
    ></booking-time-zone-select>
    <fieldset class="clock" part="clock">
      <legend class="hidden">${text.clock}</legend>
      ${[true, false].map(
        (twelve) =>
          html`<label
            ><input
              type="radio"
              name="clock"
              .checked=${usesHour12(formats) === twelve}
              @change=${() => (flow.hour12 = twelve)}
            /><span class="number">${twelve ? text.clock12 : text.clock24}</span></label
          >`,
      )}
    </fieldset>`;
}
