import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../domain/slot.js';
import type { Dictionary } from '../../i18n/dictionary.js';
import type { Formats } from '../../i18n/format.js';
import type { SlotTime } from '../booking-slot-list/slot-times.js';
import { strong } from './strong.js';

/** A time to choose: a native radio button under the visitor's clock and, where it differs, the coach's. */
export function slotOption(
  { slot, label, coach, name }: SlotTime,
  selected: boolean,
  disabled: boolean,
  choose: (slot: Slot) => void,
): TemplateResult {
  return html`<label class="slot number" part="slot ${selected ? 'selected' : ''}">
    <input
      type="radio"
      name="slot"
      aria-label=${name}
      value=${slot.startTime}
      ?disabled=${disabled}
      @change=${() => choose(slot)}
    /><span part="time">${label}</span>
    ${
      coach
        ? html`<bdi class="theirs" part="coach-time" dir="ltr"
            >${coach.time}${coach.days ? html`<sup>${coach.days > 0 ? '+' : '−'}1</sup>` : nothing}</bdi
          >`
        : nothing
    }
  </label>`;
}

/** Says which clock is whose; `coachCity` is empty where both show the same. */
export function clockLine(
  text: Dictionary,
  formats: Formats,
  zone: string,
  coachName: string,
  coachCity: string,
): TemplateResult {
  return html`<span
    >${strong(
      (yours) =>
        coachCity ? text.clocksBeside(yours, coachName, coachCity) : text.clocksSame(yours, formats.city(zone)),
      text.yourTime,
    )}</span
  >`;
}
