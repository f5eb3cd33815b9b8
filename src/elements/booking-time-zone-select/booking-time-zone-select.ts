import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { BookingTimeZoneChangeEvent } from '../later-events.js';
import { controls } from '../shared/controls.styles.js';
import { laterControls } from '../shared/later-controls.styles.js';
import { FormAssociated } from '../shared/form-associated.js';
import { iconDown, iconGlobe } from '../shared/later-icons.js';
import { DetailsController } from '../shared/details-controller.js';
import { optionalBoolean } from '../shared/locale-controller.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { selectStyles } from './booking-time-zone-select.styles.js';
import { zoneName } from './zones/zone-name.js';
import type { ZonePopup, ZonePopupHost } from './zone-popup.js';

/**
 * @summary The zone that times are read in: a button that opens a searchable list of all of them.
 *
 * Found by city, country, region, name, abbreviation or offset. The list is loaded when it is first wanted.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @event {BookingTimeZoneChangeEvent} booking-time-zone-change - The visitor chose another zone.
 * @csspart button - The button.
 * @csspart locked - The zone as plain text, where it is locked.
 * @csspart city - The city on either.
 * @csspart zone-name - The zone's name there.
 * @csspart offset - The offset on either.
 * @csspart popup - The list with its search field.
 * @csspart search - The search field.
 * @csspart list - The list.
 * @csspart option - A zone in it.
 * @csspart country - The country of its city.
 * @csspart none - What it says when nothing was found.
 */
export class BookingTimeZoneSelect extends FormAssociated {
  static readonly tag = 'booking-time-zone-select';
  static override styles = [tokens, controls, laterControls, selectStyles];
  static override properties = {
    ...FormAssociated.properties,
    locked: { type: Boolean, reflect: true },
    hour12: { converter: optionalBoolean },
    now: { attribute: false },
    clock: { attribute: false },
    locale: {},
    strings: { attribute: false },
    failed: { state: true },
  };

  private readonly i18n = new DetailsController(this);
  private popup: ZonePopup | undefined;
  private loading: Promise<ZonePopup> | undefined;
  private wasOpen = false;
  /** The list could not be loaded. */
  private failed = false;

  /** The zone is shown with its name, and cannot be changed. Its value is submitted all the same. */
  locked = false;
  /** Clock of 12 or 24 hours; undefined follows the locale. */
  hour12: boolean | undefined = undefined;
  /** A fixed time that zones are described at, in milliseconds; null is the present. */
  now: number | null = null;
  /** What tells the present, in milliseconds. */
  clock: () => number = () => Date.now();
  /** BCP 47; default the closest `lang`. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  protected override get missingMessage(): string {
    return this.i18n.text.changeTimeZone;
  }

  private get zone(): string {
    return zoneOr(this.value);
  }

  private get at(): number {
    return this.now ?? this.clock();
  }

  /** Neither disabled nor locked. */
  private get mayChange(): boolean {
    return !this.isDisabled && !this.locked;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.popup?.hide(false);
  }

  protected override willUpdate(): void {
    if (!this.mayChange) this.popup?.hide(false);
  }

  private load(): Promise<ZonePopup> {
    return (this.loading ??= this.create().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    }));
  }

  private async create(): Promise<ZonePopup> {
    const { ZonePopup, popupStyles } = await import('./zone-popup.js');
    await this.updateComplete;
    const anchor = this.renderRoot.querySelector('button');
    if (!anchor || !this.shadowRoot) throw new Error('not rendered');
    adoptStyles(this.shadowRoot, [...BookingTimeZoneSelect.elementStyles, popupStyles]);
    return (this.popup = new ZonePopup(this.popupHost(this.shadowRoot, anchor)));
  }

  private popupHost(root: ShadowRoot, anchor: HTMLElement): ZonePopupHost {
    return {
      root,
      view: () => ({
        anchor,
        current: this.zone,
        text: this.i18n.text,
        formats: this.i18n.formats,
        now: this.at,
      }),
      update: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
      choose: (zone) => {
        if (zone === this.value) return;
        this.value = zone;
        this.dispatchEvent(new BookingTimeZoneChangeEvent(zone));
      },
    };
  }

  /** The pointer is on its way to the button, or the focus is on it. */
  private prepare(): void {
    if (!this.mayChange) return;
    this.load().then(
      (popup) => popup.warm(),
      () => undefined,
    );
  }

  private async toggle(): Promise<void> {
    // A press on the button closes an open list before it becomes a click.
    if (this.wasOpen) this.popup?.hide(true);
    else await this.show();
    this.wasOpen = false;
  }

  /** Opens the list. */
  async show(): Promise<void> {
    if (!this.mayChange) return;
    try {
      const popup = await this.load();
      this.failed = false;
      await popup.show();
    } catch {
      this.failed = true;
    }
  }

  private renderLocked(): TemplateResult {
    const name = zoneName(this.zone, this.i18n.locale, this.at);
    return html`<p class="toggle locked" part="locked">
      ${iconGlobe()}<span
        ><span class="zone">${this.renderZone()}</span>
        <span class="zone-name muted" part="zone-name">${name}</span></span
      >
    </p>`;
  }

  private renderZone(): TemplateResult {
    const { text, formats } = this.i18n;
    const { zone } = this;
    return html`<span class="hidden">${text.timeZone}: </span><b part="city">${formats.city(zone)}</b
      ><bdi class="number muted" part="offset">${formats.offset(this.at, zone)}</bdi>`;
  }

  private renderButton(): TemplateResult {
    return html`<button
        class="toggle"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.popup?.open ?? false}
        aria-disabled=${this.isDisabled}
        @pointerenter=${() => this.prepare()}
        @focus=${() => this.prepare()}
        @pointerdown=${() => (this.wasOpen = this.popup?.open ?? false)}
        @click=${() => this.toggle()}
      >
        ${iconGlobe()}${this.renderZone()}${this.isDisabled ? nothing : iconDown()}
      </button>
      <span class="failed small" role="status">${this.failed ? this.i18n.text.errors.network : nothing}</span>
      ${this.popup?.render() ?? nothing}`;
  }

  override render() {
    return this.locked ? this.renderLocked() : this.renderButton();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-time-zone-select': BookingTimeZoneSelect;
  }
}
