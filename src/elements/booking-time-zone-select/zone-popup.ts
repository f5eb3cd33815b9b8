import { computePosition, flip, shift, size } from '@floating-ui/dom';
import { html, nothing, type TemplateResult } from 'lit';
import type { DetailsDictionary } from '../../i18n/details.js';
import type { Formats } from '../../i18n/format.js';
import { iconCheck } from '../shared/later-icons.js';
import { byOffset, describeZone, findZones, zoneIds, type Zone } from './zones.js';

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

/** Pixels between the popup and the button, and the edge of the window. */
const GAP = 6;
const EDGE = 8;
/** Rows that PageUp and PageDown go. */
const PAGE = 7;
/** Rows that are drawn to each side of those in view: hundreds would take longer than a key press may. */
const AROUND = 14;
/** What may be done at a stretch before the page must answer. */
const SLICE_MS = 8;

/** The list of all zones behind the button: a combobox (APG) in the top layer. Loaded when it is first wanted. */
export class ZonePopup {
  open = false;
  private zones: Zone[] = [];
  /** Zones that are still to be described. */
  private waiting: string[] = [];
  private madeFor = '';
  private found: readonly Zone[] = [];
  private query = '';
  private active = 0;
  /** The row that the drawn ones lie around. */
  private middle = 0;
  /** Pixels. */
  private rowHeight = 0;
  private listening: AbortController | undefined;
  /** As the locale writes them, by locale and minutes. */
  private readonly offsets = new Map<string, string>();

  constructor(private readonly host: ZonePopupHost) {}

  /** Describes the zones in small steps, so that opening need not. */
  warm(): void {
    this.describe(SLICE_MS);
    if (this.waiting.length) setTimeout(() => this.warm(), 16);
  }

  async show(): Promise<void> {
    if (this.open) return;
    this.describe(Infinity);
    this.open = true;
    this.search('');
    await this.host.update();
    const { popup, input } = this;
    if (!popup || !input) return;
    popup.showPopover();
    this.rowHeight = this.list?.querySelector('li')?.offsetHeight ?? 0;
    this.listen();
    await this.place();
    this.reveal('center');
    input.focus({ preventScroll: true });
  }

  hide(focus: boolean): void {
    if (!this.open) return;
    this.open = false;
    this.listening?.abort();
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

  /** Goes on describing zones for so long; starts anew when locale, zone or hour are others than the last time. */
  private describe(budgetMs: number): void {
    const { formats, current, now } = this.host.view();
    const wanted = `${formats.locale} ${current} ${Math.floor(now / 3_600_000)}`;
    if (this.madeFor !== wanted) {
      this.madeFor = wanted;
      this.zones = [];
      this.waiting = zoneIds(current);
    }
    const until = performance.now() + budgetMs;
    while (this.waiting.length && performance.now() < until) {
      const id = this.waiting.pop();
      if (id) this.zones.push(describeZone(id, formats.city(id), formats.locale, now));
      if (!this.waiting.length) this.zones.sort(byOffset);
    }
  }

  private search(query: string): void {
    this.query = query;
    this.found = findZones(this.zones, query);
    this.active = query ? 0 : this.found.findIndex(({ id }) => id === this.host.view().current);
    this.middle = this.active;
  }

  private async place(): Promise<void> {
    const { popup } = this;
    if (!popup) return;
    const padding = EDGE + GAP;
    const { x, y, placement } = await computePosition(this.host.view().anchor, popup, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        flip({ padding }),
        shift({ padding: EDGE }),
        size({
          padding,
          apply: ({ availableHeight }) => {
            popup.style.maxBlockSize = `${Math.max(availableHeight, 200)}px`;
          },
        }),
      ],
    });
    popup.style.left = `${x}px`;
    popup.style.top = `${y + (placement.startsWith('top') ? -GAP : GAP)}px`;
  }

  private listen(): void {
    const { signal } = (this.listening = new AbortController());
    const place = (): void => void this.place();
    window.addEventListener('scroll', (event) => event.target !== this.list && place(), {
      capture: true,
      passive: true,
      signal,
    });
    window.addEventListener('resize', place, { signal });
    window.visualViewport?.addEventListener('resize', place, { signal });
  }

  private get list(): HTMLElement | null {
    return this.host.root.querySelector<HTMLElement>('.popup ul');
  }

  /** The rows that are drawn, from the first up to the one before the last. */
  private get drawn(): [number, number] {
    return [Math.max(0, this.middle - AROUND), Math.min(this.found.length, this.middle + AROUND + 1)];
  }

  /** Scrolls only the list: `scrollIntoView` would move the page too. Space stands for the rows that are not drawn. */
  private reveal(block: 'nearest' | 'center' | 'none'): void {
    const { list, rowHeight, drawn } = this;
    if (!list) return;
    list.style.setProperty('--_before', `${drawn[0] * rowHeight}px`);
    list.style.setProperty('--_after', `${(this.found.length - drawn[1]) * rowHeight}px`);
    const top = this.active * rowHeight;
    const bottom = top + rowHeight;
    const height = list.clientHeight;
    if (block === 'center') list.scrollTop = (top + bottom - height) / 2;
    else if (block === 'nearest') list.scrollTop = Math.max(bottom - height, Math.min(top, list.scrollTop));
  }

  private async draw(block: 'nearest' | 'center' | 'none'): Promise<void> {
    await this.host.update();
    this.reveal(block);
  }

  private readonly onScroll = (): void => {
    const { list, rowHeight } = this;
    if (!list || !rowHeight) return;
    const middle = Math.round((list.scrollTop + list.clientHeight / 2) / rowHeight);
    if (Math.abs(middle - this.middle) < AROUND / 2) return;
    this.middle = middle;
    void this.draw('none');
  };

  private readonly onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.search(event.target.value);
    void this.draw('center');
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step) this.move(step);
    else if (event.key === 'Enter') this.choose(this.active);
    else if (event.key === 'Escape') this.hide(true);
    else {
      // The tab goes on from the button, as if the list had never been there.
      if (event.key === 'Tab') this.hide(true);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private move(step: number): void {
    const last = this.found.length - 1;
    const next = this.active + step;
    // Single steps go round, pages stop at the ends.
    if (Math.abs(step) === 1) this.active = next < 0 ? last : next > last ? 0 : next;
    else this.active = Math.max(0, Math.min(last, next));
    this.middle = this.active;
    void this.draw('nearest');
  }

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
    const { text } = this.host.view();
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
        aria-activedescendant=${this.found[this.active] ? `zone-${this.active}` : nothing}
        placeholder=${text.searchTimeZones}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .enterKeyHint=${'done'}
        @input=${this.onInput}
      />
      ${this.found.length ? nothing : html`<p class="none small muted" part="none">${text.noTimeZoneFound}</p>`}
      <ul id="zones" part="list" role="listbox" aria-label=${text.timeZone} @scroll=${this.onScroll}>
        ${this.found.slice(...this.drawn).map((zone, index) => this.renderZone(zone, this.drawn[0] + index))}
      </ul>
      <p class="hidden" role="status">${this.query ? text.timeZonesFound(this.found.length) : ''}</p>
    </div>`;
  }

  private renderZone({ id, city, name, offset: minutes }: Zone, index: number): TemplateResult {
    const { formats, now, current } = this.host.view();
    const chosen = id === current;
    return html`<li
      id="zone-${index}"
      class=${index === this.active ? 'active' : ''}
      part="option"
      role="option"
      aria-selected=${chosen}
      aria-setsize=${this.found.length}
      aria-posinset=${index + 1}
    >
      <b>${city}${chosen ? iconCheck() : nothing}</b
      ><b class="number">${formats.time(now + minutes * 60_000, 'UTC')}</b> <span>${name}</span
      ><bdi class="number">${this.offsetText(minutes, id)}</bdi>
    </li>`;
  }

  /** As the locale writes it; asked once for all zones of an offset. */
  private offsetText(minutes: number, id: string): string {
    const { formats, now } = this.host.view();
    const key = `${formats.locale} ${minutes}`;
    let text = this.offsets.get(key);
    if (text === undefined) this.offsets.set(key, (text = formats.offset(now, id)));
    return text;
  }
}
