import { html, nothing, type PropertyDeclarations } from 'lit';
import type { Money } from '../../domain/money.js';
import { localDate } from '../../domain/time-zone.js';
import { BookingDurationSelectEvent } from '../events.js';
import { controls } from '../shared/controls.styles.js';
import { FormAssociated } from '../shared/form-associated.js';
import { LocaleController, optionalBoolean } from '../shared/locale-controller.js';
import { radio } from '../shared/radio.styles.js';
import { strong } from '../shared/strong.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { styles } from './booking-duration-selector.styles.js';

/** A session length on offer. */
export interface DurationOption {
  readonly durationMinutes: number;
  readonly rate: Money;
  /** Below the price, such as what it is about in another currency: a text, or a template with a `<small>`. */
  readonly note?: unknown;
  /** One line of meaning. */
  readonly description?: string | undefined;
  /** The first free time, an instant; null when there is none, undefined when it is not known. */
  readonly nextFree?: string | null | undefined;
}

const PLACEHOLDER = html`<span class="card placeholder"></span>`;

/**
 * @summary Session lengths with their prices, as cards of which one is chosen.
 *
 * A native radio group: arrows move and choose. Takes part in a form; its value is the length in minutes.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @event {BookingDurationSelectEvent} booking-duration-select - A length was chosen.
 * @csspart options - All cards.
 * @csspart option - A card; also `selected`.
 * @csspart radio - Its round mark.
 * @csspart duration - Its length.
 * @csspart price - Its price.
 * @csspart approximate - In a flow: what the price is about in another currency.
 * @csspart description - Its line of meaning.
 * @csspart next-free - Its first free time.
 */
export class BookingDurationSelector extends FormAssociated {
  static readonly tag = 'booking-duration-selector';
  static override styles = [tokens, controls, radio, styles];
  static override properties: PropertyDeclarations = {
    options: { attribute: false },
    loading: { type: Boolean, reflect: true },
    timeZone: { attribute: 'time-zone' },
    locale: {},
    strings: { attribute: false },
    hour12: { converter: optionalBoolean },
  };

  private readonly language = new LocaleController(this);

  /** The lengths, in the order shown. */
  options: readonly DurationOption[] = [];
  /** What is not known yet is on its way: cards, or their next free times. */
  loading = false;
  /** The visitor's zone, IANA; for the next free times. Default: the browser's. */
  timeZone = '';
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;
  /** 12-hour clock (`true`), 24-hour clock (`false`), or as the locale has it. */
  hour12: boolean | undefined = undefined;

  protected override get missingMessage(): string {
    return this.language.text.chooseLengthFirst;
  }

  /** A value that is none of the options counts as none. */
  protected override get formValue(): string {
    return this.options.some((option) => String(option.durationMinutes) === this.value) ? this.value : '';
  }

  private choose({ durationMinutes, rate }: DurationOption): void {
    this.value = String(durationMinutes);
    this.dispatchEvent(new BookingDurationSelectEvent(durationMinutes, rate));
  }

  private renderNextFree(nextFree: string | null | undefined) {
    const { text, formats } = this.language;
    const ms = nextFree ? Date.parse(nextFree) : NaN;
    if (nextFree === null) return html`<span class="next small" part="next-free">${text.noTimesSoon}</span>`;
    if (Number.isNaN(ms)) {
      return this.loading ? html`<span class="next small"><span class="placeholder"></span></span>` : nothing;
    }
    const zone = zoneOr(this.timeZone);
    const when = text.dayAndTime(formats.day(localDate(zone, ms), 'short'), formats.time(ms, zone));
    return html`<span class="next small" part="next-free">${strong(text.nextFree, when)}</span>`;
  }

  private renderOption(option: DurationOption) {
    const { durationMinutes, rate, note, description, nextFree } = option;
    const { text, formats } = this.language;
    const selected = String(durationMinutes) === this.value;
    return html`<label class="card" part="option ${selected ? 'selected' : ''}">
      <input
        type="radio"
        name="duration"
        aria-labelledby="length-${durationMinutes} price-${durationMinutes}"
        aria-describedby="about-${durationMinutes}"
        value=${durationMinutes}
        ?disabled=${this.isDisabled}
        @change=${() => this.choose(option)}
      /><span class="dot" part="radio"></span>
      <span class="length number" part="duration" id="length-${durationMinutes}"
        >${text.minutes(formats.number(durationMinutes))}</span
      >
      <span class="price number" part="price" id="price-${durationMinutes}">${formats.money(rate)} ${note}</span>
      <span class="about" id="about-${durationMinutes}">
        ${description ? html`<span part="description">${description}</span>` : nothing} ${this.renderNextFree(nextFree)}
      </span>
    </label>`;
  }

  override render() {
    const { text } = this.language;
    const waiting = this.loading && !this.options.length;
    return html`<div
      class="cards"
      part="options"
      role="radiogroup"
      aria-label=${text.lengths}
      aria-required=${this.required}
      aria-busy=${this.loading}
    >
      ${waiting ? [html`<p class="hidden">${text.loading}</p>`, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER] : nothing}
      ${this.options.map((option) => this.renderOption(option))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-duration-selector': BookingDurationSelector;
  }
}
