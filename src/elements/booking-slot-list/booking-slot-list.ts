import { html, type PropertyDeclarations } from 'lit';
import { isPlainDate } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import { controls } from '../shared/controls.styles.js';
import { radio } from '../shared/radio.styles.js';
import { clockLine, slotOption } from '../shared/slot-option.js';
import { SlotPicker } from '../shared/slot-picker.js';
import { slotStyles } from '../shared/slot.styles.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { slotTimes, type PartOfDay, type SlotTime } from './slot-times.js';
import { styles } from './booking-slot-list.styles.js';

/** As many as a usual day has times. */
const PLACEHOLDERS = Array.from({ length: 10 }, () => html`<span class="placeholder"></span>`);

/**
 * @summary The free times of one day by part of day, each with the coach's clock beside the visitor's.
 *
 * A native radio group: arrows move and choose. Takes part in a form; its value is the instant that the time starts at.
 * Scrolls inside itself where it is given a height.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot empty - Instead of the sentence that no time is free.
 * @event {BookingSlotSelectEvent} booking-slot-select - A time is about to be chosen; prevented, the choice stays as it was.
 * @csspart header - Around the title.
 * @csspart title - The day.
 * @csspart clocks - Says which clock is whose.
 * @csspart list - All times.
 * @csspart part-of-day - The name of a group of times.
 * @csspart slot - A time; also `selected`.
 * @csspart time - The visitor's clock.
 * @csspart coach-time - The coach's clock.
 * @csspart empty - Says that no time is free.
 */
export class BookingSlotList extends SlotPicker {
  static readonly tag = 'booking-slot-list';
  static override styles = [tokens, controls, radio, slotStyles, styles];
  static override properties: PropertyDeclarations = {
    slots: { attribute: false },
    date: {},
  };

  /** The times of one length. Those of other days than `date` are left out; order and repetition do not matter. */
  slots: readonly Slot[] = [];
  /** The day shown, `YYYY-MM-DD` in the visitor's zone. Without it, all of `slots`. */
  date = '';

  /** A value that is none of the times counts as none. */
  protected override get formValue(): string {
    return this.slots.some((slot) => slot.startTime === this.value) ? this.value : '';
  }

  private renderGroup(part: PartOfDay, times: readonly SlotTime[]) {
    return html`<div class="group" role="group" aria-labelledby=${part}>
      <h4 id=${part} part="part-of-day">${this.language.text[part]}</h4>
      <div class="slots">
        ${times.map((time) => slotOption(time, time.slot.startTime === this.value, this.isDisabled, this.choose))}
      </div>
    </div>`;
  }

  private renderTimes(times: readonly SlotTime[]) {
    const parts = [...new Set(times.map((time) => time.part))];
    return html`<div
      class="list"
      part="list"
      role="radiogroup"
      aria-labelledby="title"
      aria-required=${this.required}
      ?hidden=${!times.length}
    >
      ${parts.map((part) =>
        this.renderGroup(
          part,
          times.filter((time) => time.part === part),
        ),
      )}
    </div>`;
  }

  private renderPlaceholders() {
    return html`<div class="list" aria-busy="true">
      <p class="hidden">${this.language.text.loadingTimes}</p>
      <div class="slots">${PLACEHOLDERS}</div>
    </div>`;
  }

  override render() {
    const { text, formats } = this.language;
    const zone = zoneOr(this.timeZone);
    const date = isPlainDate(this.date) ? this.date : '';
    const coachName = this.coachName || text.yourCoach;
    const times = slotTimes({ slots: this.slots, date, zone, coachZone: this.coachTimeZone, coachName }, formats, text);
    const theirs = times.some((time) => time.coach) ? formats.city(this.coachTimeZone) : '';
    const waiting = this.loading && !times.length;
    return html`<div class="head" part="header">
        <h3 class="heading" part="title" id="title">${date ? formats.day(date, 'short') : text.times}</h3>
        <p class="clocks" part="clocks" ?hidden=${!times.length}>
          ${clockLine(text, formats, zone, coachName, theirs)}
        </p>
      </div>
      ${waiting ? this.renderPlaceholders() : this.renderTimes(times)}
      <div class="empty" part="empty" ?hidden=${waiting || times.length > 0}>
        <slot name="empty">${date ? text.noTimesOnDay : text.chooseDay}</slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-slot-list': BookingSlotList;
  }
}
