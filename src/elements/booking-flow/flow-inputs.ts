import { LitElement, type PropertyDeclarations } from 'lit';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import type { Prefill } from '../../flow/prefill.js';
import { optionalBoolean } from '../shared/locale-controller.js';
import type { BookingStrings } from '../shared/strings.js';
import type { FlowLayout } from './view.js';

/** All that a page can say to a `<booking-flow>`. */
export abstract class FlowInputs extends LitElement {
  static override properties: PropertyDeclarations = {
    coachId: { attribute: 'coach-id' },
    apiUrl: { attribute: 'api-url' },
    adapter: { attribute: false },
    duration: { type: Number },
    day: {},
    timeZone: { attribute: 'time-zone' },
    lockTimeZone: { type: Boolean, attribute: 'lock-time-zone' },
    displayCurrency: { attribute: 'display-currency' },
    exchangeRates: { type: Object, attribute: 'exchange-rates' },
    locale: {},
    strings: { attribute: false },
    hour12: { converter: optionalBoolean },
    view: {},
    coachName: { attribute: 'coach-name' },
    density: { reflect: true },
    demo: { type: Boolean },
    now: { attribute: false },
    prefill: { attribute: false },
    visitorName: { attribute: 'visitor-name' },
    visitorEmail: { attribute: 'visitor-email' },
    readonlyFields: { attribute: 'readonly-fields' },
    hiddenFields: { attribute: 'hidden-fields' },
    mode: { reflect: true },
    label: {},
  };

  /** Who to book. */
  coachId = '';
  /** Base address of a backend that speaks the protocol, such as `/api`. */
  apiUrl = '';
  /** Serves this element, before anything else that the page names. */
  adapter: BookingAdapter | null = null;
  /** A session length in minutes, chosen beforehand: the flow starts with the times. 0: none. */
  duration = 0;
  /** A day to show first, `YYYY-MM-DD` in the visitor's zone. Default: the first free one. */
  day = '';
  /** The visitor's zone, IANA. Default: what the visitor chose in another flow of the page, else the browser's. */
  timeZone = '';
  /** The zone is shown and cannot be changed. */
  lockTimeZone = false;
  /** A currency (ISO 4217) in which approximate prices stand beside the real ones. What is charged never changes. */
  displayCurrency = '';
  /** For that: units of each currency for one unit of any common base, such as `{ USD: 1, EUR: 0.92 }`. */
  exchangeRates: Readonly<Record<string, number>> | null = null;
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;
  /** 12-hour clock (`true`), 24-hour clock (`false`), or as the locale has it. */
  hour12: boolean | undefined = undefined;
  /** Days and times as a calendar of six weeks (`month`), a week of columns (`week`), or a plain list (`list`). */
  view: FlowLayout = 'month';
  /** Who the coach is, where the adapter does not tell. */
  coachName = '';
  /** How close things stand: `compact`, `comfortable` or `spacious`. Tokens that the page sets on the element win. */
  density: '' | 'compact' | 'comfortable' | 'spacious' = '';
  /** Books with a made-up coach, nothing leaves the page. Needs the demo script. */
  demo = false;
  /** The clock, in milliseconds; for tests and pictures. */
  now: () => number = () => Date.now();
  /**
   * What the page knows of the visitor: `{ name, email, notes, answers }`, and in `readonly` and `hidden` the names of fields
   * that cannot be changed or are not shown. What the visitor has typed stays as it is. A field that is not as it has to be shows.
   */
  prefill: Prefill | null = null;
  /** As `prefill.name`. */
  visitorName = '';
  /** As `prefill.email`. */
  visitorEmail = '';
  /** As `prefill.readonly`: names with spaces between, such as `name email`. */
  readonlyFields = '';
  /** As `prefill.hidden`: names with spaces between. */
  hiddenFields = '';
  /** In its place, in a popup that the page opens, or in one behind a button that floats above the page. */
  mode: 'inline' | 'popup' | 'button' = 'inline';
  /** What the floating button says. Default: the dictionary's words. */
  label = '';

  protected get isPopup(): boolean {
    return this.mode === 'popup' || this.mode === 'button';
  }
}
