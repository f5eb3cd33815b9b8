import { css, html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import type { Telemetry } from '../../ports/telemetry.js';
import { parentOf } from '../shared/parent-of.js';
import { setStrings, type BookingStrings } from '../shared/strings.js';

/**
 * @summary Hands an adapter, a locale and telemetry to all booking elements inside it.
 *
 * What it does not set comes from the next provider outside it. Elements inside follow when it changes.
 *
 * @slot - Anything; shown as it is.
 */
export class BookingProvider extends LitElement {
  static readonly tag = 'booking-provider';
  static override styles = css`
    :host {
      display: contents;
    }
  `;
  static override properties = {
    adapter: { attribute: false },
    telemetry: { attribute: false },
    apiUrl: { attribute: 'api-url' },
    locale: { reflect: true },
    strings: { attribute: false },
  };

  /** Serves the elements inside. */
  adapter: BookingAdapter | null = null;
  /** Told what visitors do in the booking flows inside, without personal data. */
  telemetry: Telemetry | null = null;
  /** Base address of a backend that speaks the protocol, for pages that set no `adapter`. */
  apiUrl = '';
  /** BCP 47; what the elements inside speak. */
  locale = '';
  /** Words of the page's own for the elements inside, instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    setStrings(this, this.strings);
    if (changed.size) this.dispatchEvent(new Event(PROVIDER_CHANGE));
  }

  override render() {
    return html`<slot></slot>`;
  }
}

/** Told to those inside by a provider, on itself. */
export const PROVIDER_CHANGE = 'booking-provider-change';

/** The providers around an element, nearest first, through shadow roots. */
export function providersOf(element: Element): BookingProvider[] {
  const found: BookingProvider[] = [];
  for (let at = parentOf(element); at; at = parentOf(at)) if (isProvider(at)) found.push(at);
  return found;
}

function isProvider(element: Element): element is BookingProvider {
  return element.localName === BookingProvider.tag && 'adapter' in element;
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-provider': BookingProvider;
  }
}
