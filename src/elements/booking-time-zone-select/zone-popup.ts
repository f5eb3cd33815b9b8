import { html, nothing, type TemplateResult } from 'lit';
import type { DetailsDictionary } from '../../i18n/details.js';
import type { Formats } from '../../i18n/format.js';
import { placePopup, whenMoved } from './place-popup.js';
import { zoneOption } from './zone-option.js';
import { ZoneRows, type Reveal } from './zone-rows.js';
import { ZoneCatalogue } from './zones/catalogue.js';
import type { Zone } from './zones/zone.js';

/** What the popup shows is made of. */
export interface ZoneView {
  /** Where the popup stands, and where the focus goes back to. */
  readonly anchor: HTMLElement;
  /** IANA. */
  readonly current: string;
  readonly text: DetailsDictionary;
  readonly formats: Formats;
  /** Milliseconds. */
  readonly now: number;
}

/** The element that the popup belongs to. */
export interface ZonePopupHost {
  readonly root: ShadowRoot;
  /** As things stand now. */
  view(): ZoneView;
  /** Draws the host anew; resolves when that is done. */
  update(): Promise<unknown>;
  choose(zone: string): void;
}

export { popupStyles } from './zone-popup.styles.js';

/** Rows that PageUp and PageDown go. */
const PAGE = 7;
const MINUTE_MS = 60_000;

/** The list of all zones behind the button: a combobox (APG) in the top layer. Loaded when it is first wanted. */
export class ZonePopup {
  open = false;
  private readonly catalogue: ZoneCatalogue;
  private readonly rows = new ZoneRows();
  private found: readonly Zone[] = [];
  private query = '';
  private listening = new AbortController();

  constructor(private readonly host: ZonePopupHost) {
    this.catalogue = new ZoneCatalogue(() => {
      const { formats, current, now } = host.view();
      return { locale: formats.locale, current, now };
    });
  }

  /** Describes the zones in small steps, so that opening need not. */
  warm(): Promise<void> {
    return this.catalogue.warm();
  }

  async show(): Promise<void> {
    await this.catalogue.load();
    if (this.open) return;
    this.catalogue.describe();
    this.open = true;
    this.search('');
    await this.host.update();
    const { popup, input } = this;
    if (!popup || !input) return;
    popup.showPopover();
    this.rows.measure(this.list);
    this.listen(popup);
    await placePopup(this.host.view().anchor, popup);
    this.rows.reveal(this.list, 'center');
    input.focus({ preventScroll: true });
  }

  hide(focus: boolean): void {
    if (!this.open) return;
    this.open = false;
    this.listening.abort();
    if (this.popup?.matches(':popover-open')) this.popup.hidePopover();
    if (focus) this.host.view().anchor.focus({ preventScroll: true });
    void this.host.update();
  }

  private get popup(): HTMLElement | null {
    return this.host.root.querySelector<HTMLElement>('.popup');
  }

  private get input(): HTMLInputElement | null {
    return this.host.root.querySelector<HTMLInputElement>('.popup input');
  }

  private get list(): HTMLElement | null {
    return this.host.root.querySelector<HTMLElement>('.popup ul');
  }

  private search(query: string): void {
    this.query = query;
    this.found = this.catalogue.find(query);
    const { current } = this.host.view();
    this.rows.reset(this.found.length, query ? 0 : this.found.findIndex(({ id }) => id === current));
  }

  private listen(popup: HTMLElement): void {
    const { signal } = (this.listening = new AbortController());
    const { anchor } = this.host.view();
    whenMoved(anchor, signal, () => void placePopup(anchor, popup));
    // Clocks that are looked at go on.
    const timer = setInterval(() => void this.host.update(), MINUTE_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  private async draw(how: Reveal): Promise<void> {
    await this.host.update();
    this.rows.reveal(this.list, how);
  }

  private readonly onScroll = (): void => {
    if (this.rows.follow(this.list)) void this.draw('none');
  };

  private readonly onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.search(event.target.value);
    void this.draw('center');
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step) {
      this.rows.move(step);
      void this.draw('nearest');
    } else if (event.key === 'Enter') this.choose(this.rows.active);
    else if (event.key === 'Escape') this.hide(true);
    else {
      // The tab goes on from the button, as if the list had never been there.
      if (event.key === 'Tab') this.hide(true);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private choose(index: number): void {
    const zone = this.found[index];
    if (!zone) return;
    this.hide(true);
    this.host.choose(zone.id);
  }

  private readonly onClick = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) this.choose(Number(option.id.slice('zone-'.length)));
  };

  /** Keeps the focus in the search field, whatever else is pressed. */
  private readonly onMousedown = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  };

  private readonly onFocusout = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.popup?.contains(event.relatedTarget)) this.hide(false);
  };

  /** The browser closes it too: by a press outside, or the back gesture. */
  private readonly onToggle = (event: Event): void => {
    if ('newState' in event && event.newState === 'closed') this.hide(false);
  };

  render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { text, formats, now, current } = this.host.view();
    const { active, drawn } = this.rows;
    return html`<div
      class="popup"
      part="popup"
      .popover=${'auto'}
      role="dialog"
      aria-label=${text.changeTimeZone}
      @mousedown=${this.onMousedown}
      @focusout=${this.onFocusout}
      @toggle=${this.onToggle}
      @click=${this.onClick}
      @keydown=${this.onKeydown}
    >
      <input
        part="search"
        type="text"
        role="combobox"
        aria-label=${text.searchTimeZones}
        aria-expanded="true"
        aria-controls="zones"
        aria-autocomplete="list"
        aria-activedescendant=${this.found[active] ? `zone-${active}` : nothing}
        placeholder=${text.searchTimeZones}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .enterKeyHint=${'done'}
        @input=${this.onInput}
      />
      ${this.found.length ? nothing : html`<p class="none small muted" part="none">${text.noTimeZoneFound}</p>`}
      <ul id="zones" part="list" role="listbox" aria-label=${text.timeZone} @scroll=${this.onScroll}>
        ${this.found.slice(...drawn).map((zone, row) => {
          const index = drawn[0] + row;
          const count = this.found.length;
          return zoneOption({
            zone,
            index,
            count,
            active: index === active,
            chosen: zone.id === current,
            formats,
            now,
          });
        })}
      </ul>
      <p class="hidden" role="status">${this.query ? text.timeZonesFound(this.found.length) : ''}</p>
    </div>`;
  }
}
