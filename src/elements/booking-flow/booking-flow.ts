import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Slot } from '../../domain/slot.js';
import type { FlowEvent, VisitorEvent } from '../../flow/event.js';
import type { Prefill } from '../../flow/prefill.js';
import { coachTimeZoneOf, obstacle } from '../../flow/selectors.js';
import { PAGE_DAYS } from '../../flow/spans.js';
import type { FlowState } from '../../flow/state.js';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import { BookingErrorEvent, BookingSlotSelectEvent, BookingStepChangeEvent } from '../events.js';
import { AdapterController, telemetryFor } from '../resolve-adapter.js';
import { addStyles } from '../shared/add-styles.js';
import { afterPaint } from '../shared/after-paint.js';
import { callName } from '../shared/call-name.js';
import { controls } from '../shared/controls.styles.js';
import { LocaleController, optionalBoolean } from '../shared/locale-controller.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { flowStyles } from './booking-flow.styles.js';
import { FlowController, type FlowInput } from './flow-controller.js';
import { footer, header } from './frame.js';
import { laterTemplates, loadLater, type Later } from './later-loader.js';
import type { OpenOptions, Popup } from './popup/index.js';
import { loadPopup } from './popup-loader.js';
import { datetimeStep } from './steps/datetime.js';
import { durationStep } from './steps/duration.js';
import { onItsWay } from './steps/on-its-way.js';
import { isAgenda, isStep, type FlowLayout, type FlowView } from './view.js';

/**
 * @summary Books a session with a coach: length, day and time, details, booked.
 *
 * Where its data comes from: its `adapter`, the nearest `<booking-provider>`, its `api-url`, or `configure({ adapter })`.
 * Keeps its state when it is moved or taken out of the page and put back.
 *
 * @slot - Shown while the element is not defined, and below the message when nothing can be booked; a plain link, say.
 * @slot terms - In the last step, beside the button that books.
 * @slot header - Above the frame, in every step.
 * @slot footer - Below the frame, in every step.
 * @slot summary - In the receipt, below what was chosen.
 * @slot empty - Below the message that no time is free, such as how to be told of one.
 * @slot error - Below a message that something failed, such as a telephone number.
 * @slot success - Below the ticket of a booked session, such as what to prepare.
 * @event {BookingStepChangeEvent} booking-step-change - Another step is shown.
 * @event {BookingDurationSelectEvent} booking-duration-select - A length was chosen.
 * @event {BookingDaySelectEvent} booking-day-select - A day was chosen.
 * @event {BookingPageChangeEvent} booking-page-change - Other weeks are shown.
 * @event {BookingTimeZoneChangeEvent} booking-time-zone-change - The visitor chose another zone.
 * @event {BookingSlotSelectEvent} booking-slot-select - A time is about to be chosen; prevented, the choice stays as it was.
 * @event {BookingSubmitEvent} booking-submit - The booking is about to be sent; prevented, the visitor stays at the details with all that was typed.
 * @event {BookingCompleteEvent} booking-complete - The session is booked.
 * @event {BookingErrorEvent} booking-error - Something failed, whether or not the visitor can go on.
 * @event {BookingOpenEvent} booking-open - It opened in a popup.
 * @event {BookingCloseEvent} booking-close - Its popup was closed: by the visitor, by `close()`, or by the browser's back button.
 * @csspart base - The frame.
 * @csspart receipt - The column or band with what has been chosen.
 * @csspart header - Back, heading and progress.
 * @csspart back - The button to the previous step.
 * @csspart heading - The step's title.
 * @csspart progress - How far the visitor is.
 * @csspart body - The step itself.
 * @csspart notice - A message above the step.
 * @csspart hold - One of them: the last minute in which the time is held, or that it is over.
 * @csspart held - In the receipt: the time is held.
 * @csspart charged - Beside the button that books: what the price is about, and in which currency it is charged.
 * @csspart next-free - The link to the next free day.
 * @csspart alternative - A time to take instead of one that is gone.
 * @csspart empty - Says that no time is free, or that a day has to be chosen.
 * @csspart error - Says that times or a step did not load.
 * @csspart footer - Time zone and clock, or the terms.
 * @csspart time-zone - The visitor's zone.
 * @csspart clock - The choice of 12 or 24 hours.
 * @csspart action - Around the main button.
 * @csspart hint - What is missing, when the main button was pressed too early.
 * @csspart main-button - The button that goes on or books.
 * @csspart all-times - Instead of it when a time is gone: back to all times.
 * @csspart restart - Instead of it when the session is booked: another booking.
 * @csspart problem - Says why nothing can be booked.
 * @csspart retry - The button there that tries again.
 * @csspart dialog - The popup.
 * @csspart dialog-bar - Its top, with its title and the button that closes it.
 * @csspart dialog-title - Its title.
 * @csspart close - The button that closes it.
 * @csspart open-button - With `mode="button"`: the button that floats above the page.
 * @cssproperty --booking-button-inset - How far the floating button is from the page's end corner.
 * @cssproperty --booking-button-layer - Its `z-index`.
 * @cssproperty --booking-accent - Selection, main action, availability, links. All inputs: docs/theming.md.
 */
export class BookingFlow extends LitElement {
  static readonly tag = 'booking-flow';
  static override styles = [tokens, controls, flowStyles];
  static override properties = {
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
    popup: { state: true },
    late: { state: true },
    isEarly: { state: true },
    hint: { state: true },
  };

  private readonly i18n = new LocaleController(this, true);
  private readonly source = new AdapterController(this);
  private readonly flow = new FlowController(
    this,
    () => this.input,
    (state, previous, event) => this.onChange(state, previous, event),
    (load) => (this.lookAhead = load),
  );

  private popup: Popup | null = null;
  private late: 'ready' | 'loading' | 'failed' = 'loading';
  private isEarly = true;
  /** The rest was asked for; one that failed is asked for again at the next step. */
  private isAsked = false;
  private lookAhead = (): void => undefined;
  private goOn = (): void => undefined;
  private told: Promise<unknown> = new Promise<void>((resolve) => (this.goOn = resolve));
  private hint = '';

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

  override connectedCallback(): void {
    super.connectedCallback();
    setTimeout(() => (this.isEarly = false), EARLY_MS);
    setTimeout(() => this.isPopup || this.isAsked || this.loadLater(), PATIENCE_MS);
  }

  protected override update(changed: PropertyValues<this>): void {
    laterTemplates()?.applyPrefill(this, this.flow);
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mode') && this.isPopup) void this.withPopup().catch(() => undefined);
    // What is wrong is said by the rest; an agenda is part of it.
    if (this.source.resolved.status === 'missing' || (changed.has('view') && isAgenda(this.view))) this.loadLater();
  }

  private get isPopup(): boolean {
    return this.mode === 'popup' || this.mode === 'button';
  }

  /** Null while there is nothing to make a flow of. */
  private get input(): FlowInput | null {
    const { resolved } = this.source;
    const coachId = this.coachId || (this.demo ? DEMO_COACH : '');
    if (resolved.status !== 'ready' || !coachId || (this.isPopup && !this.popup?.awake && !this.flow.state))
      return null;
    return {
      adapter: resolved.adapter,
      coachId,
      timeZone: zoneOr(this.timeZone),
      durationMinutes: this.duration,
      day: this.day,
      firstDayOfWeek: this.i18n.formats.firstDayOfWeek,
      pageDays: this.view === 'week' ? 7 : PAGE_DAYS,
      now: this.now,
    };
  }

  private get shown(): FlowView | null {
    const { state, timesAt } = this.flow;
    if (!state || this.i18n.waiting) return null;
    const coach = state.coach.status === 'ready' ? state.coach.value : null;
    const fullName = coach?.name ?? this.coachName;
    const { text, formats, locale } = this.i18n;
    return {
      state,
      text,
      formats,
      locale,
      hour12: this.hour12,
      layout: this.view,
      fullName,
      coachName: callName(fullName, text),
      coachTimeZone: coachTimeZoneOf(state) ?? '',
      now: this.flow.now(),
      clock: this.flow.now,
      timesAt,
      late: this.late,
      later: this.later,
      hint: this.hint,
      send: this.send,
      chooseSlot: this.chooseSlot,
      proceed: this.proceed,
      loadLater: this.loadLater,
      flow: this,
    };
  }

  /** Not before the first words are there: until then the flow shows that it loads. */
  private get later(): Later | null {
    return this.late === 'ready' && !this.i18n.waiting ? laterTemplates() : null;
  }

  private readonly send = (event: VisitorEvent): void => this.flow.send(event);

  /** Loads what the first times do not need: once they are painted, or when they take long. */
  private readonly loadLater = (): void => {
    this.lookAhead();
    this.isAsked = true;
    if (this.late === 'ready') return;
    this.late = 'loading';
    this.goOn();
    loadLater().then(
      () => this.onLater(),
      () => (this.late = 'failed'),
    );
  };

  private async withPopup(): Promise<Popup> {
    const { Popup } = await loadPopup();
    return (this.popup ??= new Popup(this, this.flow, this.loadLater));
  }

  private onLater(): void {
    if (this.late === 'ready') return;
    const { shadowRoot } = this;
    if (shadowRoot) addStyles(shadowRoot, laterTemplates()?.laterStyles ?? []);
    this.late = 'ready';
    this.flow.watch(laterTemplates()?.watchFlow);
  }

  private readonly chooseSlot = (slot: Slot): boolean => {
    const agreed = this.dispatchEvent(new BookingSlotSelectEvent(slot));
    if (agreed) this.send({ type: 'select-slot', slot });
    return agreed;
  };

  private readonly proceed = (): void => {
    const { state } = this.flow;
    const { text } = this.i18n;
    if (state?.config.status !== 'ready') this.hint = text.loading;
    else if (state.step === 'duration' && state.durationMinutes === null) this.hint = text.chooseLengthFirst;
    else if (state.step === 'datetime' && !state.slot) this.hint = text.chooseTimeFirst;
    else this.send({ type: 'continue' });
  };

  private onChange(state: FlowState, previous: FlowState, event: FlowEvent): void {
    // What arrives by itself makes nothing chosen.
    const isTold = state.config.status !== previous.config.status;
    if (isTold || !/-(loaded|failed|ahead)$/.test(event.type)) this.hint = '';
    const telemetry = telemetryFor(this);
    if (telemetry) {
      // One after the other, as imports may end in another order. Without it the booking goes on just the same.
      this.told = this.told
        .then(() => import('./tell.js'))
        .then(({ tell }) => tell(telemetry, state, previous, event))
        .catch(() => undefined);
    }
    if (event.type.startsWith('times-')) {
      this.isEarly = false;
      if (!previous.times.loaded.length) afterPaint(this.loadLater);
    }
    if ('error' in event) this.dispatchEvent(new BookingErrorEvent(event.error));
    // A step that comes from setting `duration` is nobody's act.
    const isAct = event.type !== 'start' && event.type !== 'config-loaded' && event.type !== 'resume';
    if (state.step !== previous.step && isAct) {
      if (this.late !== 'ready') this.loadLater();
      this.dispatchEvent(new BookingStepChangeEvent(state.step, previous.step));
      void this.focusHeading();
    }
    laterTemplates()?.finish(this, state, previous);
  }

  private async focusHeading(): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>('h2, booking-confirmation');
    if (target instanceof LitElement) await target.updateComplete;
    target?.focus();
  }

  private renderStep(view: FlowView): TemplateResult {
    if (!obstacle(view.state)) {
      if (isStep(view, 'duration')) return durationStep(view);
      if (isStep(view, 'datetime') && !view.state.taken && !isAgenda(view.layout)) return datetimeStep(view);
    }
    return view.later?.laterStep(view) ?? onItsWay(view);
  }

  private renderMain(view: FlowView | null): TemplateResult {
    return html`${view?.later?.receipt(view) ?? html`<booking-summary nested part="receipt" loading></booking-summary>`}
      <div class="main" data-step=${view?.state.step ?? nothing}>
        ${
          view
            ? html`${header(view)} ${this.renderStep(view)} ${footer(view)}`
            : onItsWay({ late: this.late, text: this.i18n.text, loadLater: this.loadLater })
        }
      </div>`;
  }

  /** Whether its popup is open. */
  get opened(): boolean {
    return this.popup?.opened ?? false;
  }

  /** Opens its popup, if need be with a length and a day chosen. Resolves once it is open. */
  async open(options?: OpenOptions): Promise<void> {
    await (this.popup ?? (await this.withPopup())).open(options);
  }

  /** Closes its popup. What was chosen and typed stays for the next time. */
  close(): void {
    this.popup?.close();
  }

  override render() {
    const { shown: view, later } = this;
    const { text, locale, dir } = this.i18n;
    const { resolved } = this.source;
    const name = view ? view.fullName : this.coachName;
    const problem = later?.problemOf(resolved, view?.state ?? null, callName(name, text), text);
    const title = text.bookWith(name || text.yourCoach);
    const frame = html`<section
      class="frame ${problem ? 'stuck' : ''}"
      part="base"
      dir=${dir}
      lang=${locale}
      aria-label=${title}
    >
      ${problem ? later?.problemScreen(problem, text, () => this.send({ type: 'retry' })) : this.isEarly ? nothing : this.renderMain(view)}
      <slot ?hidden=${!problem}></slot>
      ${later?.spareSlots}
      <p class="hidden" role="status">
        ${problem ? later?.spokenProblem(problem, text) : view && (later ? later.spoken(view) : view.hint)}
      </p>
    </section>`;
    const room = html`<div class="room"><slot name="header"></slot>${frame}<slot name="footer"></slot></div>`;
    if (!this.isPopup) return room;
    const { waiting } = this.i18n;
    return this.popup?.render(room, { title, text, locale, dir, waiting }) ?? html`<slot></slot>`;
  }
}

/** So long there is only the frame: times that come sooner need no placeholders, which take as long to draw as they do. */
const EARLY_MS = 250;

/** Times that take longer are not waited for by the rest. */
const PATIENCE_MS = 1000;

/** The coach of the memory adapter. */
const DEMO_COACH = 'ada';

declare global {
  interface HTMLElementTagNameMap {
    'booking-flow': BookingFlow;
  }
}
