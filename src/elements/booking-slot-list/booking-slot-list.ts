import { html, nothing, type PropertyDeclarations } from 'lit';
import { isPlainDate } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import { BookingSlotSelectEvent } from '../events.js';
import { controls } from '../shared/controls.styles.js';
import { FormAssociated } from '../shared/form-associated.js';
import { LocaleController, optionalBoolean } from '../shared/locale-controller.js';
import { radio } from '../shared/radio.styles.js';
import { strong } from '../shared/strong.js';
import type { BookingStrings } from '../shared/strings.js';
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
export class BookingSlotList extends FormAssociated {
  static readonly tag = 'booking-slot-list';
  static override styles = [tokens, controls, radio, styles];
  static override properties: PropertyDeclarations = {
    slots: { attribute: false },
    date: {},
    timeZone: { attribute: 'time-zone' },
    coachTimeZone: { attribute: 'coach-time-zone' },
    coachName: { attribute: 'coach-name' },
    loading: { type: Boolean, reflect: true },
    locale: {},
    strings: { attribute: false },
    hour12: { converter: optionalBoolean },
  };

  private readonly language = new LocaleController(this);

  /** The times of one length. Those of other days than `date` are left out; order and repetition do not matter. */
  slots: readonly Slot[] = [];
  /** The day shown, `YYYY-MM-DD` in the visitor's zone. Without it, all of `slots`. */
  date = '';
  /** The visitor's zone, IANA. Default: the browser's. */
  timeZone = '';
  /** The coach's zone, IANA; their clock shows where it differs. */
  coachTimeZone = '';
  /** Whose clock stands beside the visitor's. */
  coachName = '';
  /** The times are on their way. */
  loading = false;
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;
  /** 12-hour clock (`true`), 24-hour clock (`false`), or as the locale has it. */
  hour12: boolean | undefined = undefined;

  protected override get missingMessage(): string {
    return this.language.text.chooseTimeFirst;
  }

  /** A value that is none of the times counts as none. */
  protected override get formValue(): string {
    return this.slots.some((slot) => slot.startTime === this.value) ? this.value : '';
  }

  private choose(slot: Slot): void {
    const previous = this.value;
    this.value = slot.startTime;
    if (!this.dispatchEvent(new BookingSlotSelectEvent(slot))) this.value = previous;
  }

  private renderSlot(time: SlotTime) {
    const { slot, label, coach } = time;
    const selected = slot.startTime === this.value;
    return html`<label class="slot number" part="slot ${selected ? 'selected' : ''}">
      <input
        type="radio"
        name="slot"
        aria-label=${time.name}
        value=${slot.startTime}
        ?disabled=${this.isDisabled}
        @change=${() => this.choose(slot)}
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

  private renderGroup(part: PartOfDay, times: readonly SlotTime[]) {
    return html`<div class="group" role="group" aria-labelledby=${part}>
      <h4 id=${part} part="part-of-day">${this.language.text[part]}</h4>
      <div class="slots">${times.map((time) => this.renderSlot(time))}</div>
    </div>`;
  }

  private renderTimes(times: readonly SlotTime[], zone: string, coachName: string) {
    const { text, formats } = this.language;
    const parts = [...new Set(times.map((time) => time.part))];
    const city = formats.city(zone);
    const besides = times.some((time) => time.coach);
    return html`<p class="clocks" part="clocks" ?hidden=${!times.length}>
        <span
          >${strong(
            (yours) =>
              besides
                ? text.clocksBeside(yours, coachName, formats.city(this.coachTimeZone))
                : text.clocksSame(yours, city),
            text.yourTime,
          )}</span
        >
      </p>
      <div
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
    const waiting = this.loading && !times.length;
    return html`<div class="head" part="header">
        <h3 class="heading" part="title" id="title">${date ? formats.day(date, 'short') : text.times}</h3>
      </div>
      ${waiting ? this.renderPlaceholders() : this.renderTimes(times, zone, coachName)}
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
