import { html, nothing, type PropertyValues } from 'lit';
import { DEMO_COACH_ID } from '../../domain/demo-coach.js';
import type { Slot } from '../../domain/slot.js';
import type { FlowEvent, VisitorEvent } from '../../flow/event.js';
import { coachTimeZoneOf } from '../../flow/selectors.js';
import { PAGE_DAYS } from '../../flow/spans.js';
import type { FlowState } from '../../flow/state.js';
import { BookingErrorEvent, BookingSlotSelectEvent, BookingStepChangeEvent } from '../events.js';
import { AdapterController } from '../resolve-adapter.js';
import { afterPaint } from '../shared/after-paint.js';
import { callName } from '../shared/call-name.js';
import { controls } from '../shared/controls.styles.js';
import { LocaleController } from '../shared/locale-controller.js';
import { ownTask } from '../shared/own-task.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { flowStyles } from './booking-flow.styles.js';
import { FlowController, type FlowInput } from './flow-controller.js';
import { FlowInputs } from './flow-inputs.js';
import { focusHeading } from './focus-heading.js';
import { LaterController } from './later-controller.js';
import { laterTemplates, type Later } from './later-loader.js';
import { main } from './main.js';
import type { OpenOptions, Popup } from './popup/index.js';
import { loadPopup } from './popup-loader.js';
import { tellInTurn } from './tell-in-turn.js';
import { isAgenda, type FlowView } from './view.js';
import { whatIsMissing } from './what-is-missing.js';

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
export class BookingFlow extends FlowInputs {
  static readonly tag = 'booking-flow';
  static override styles = [tokens, controls, flowStyles];
  static override properties = {
    popup: { state: true },
    hint: { state: true },
  };

  private readonly i18n = new LocaleController(this, true);
  private readonly source = new AdapterController(this);
  private readonly flow = new FlowController(
    this,
    () => this.input,
    (state, previous, event) => this.onChange(state, previous, event),
    (load) => (this.rest.lookAhead = load),
  );

  private readonly rest: LaterController = new LaterController(
    this,
    () => this.isPopup,
    (later) => this.flow.watch(later.watchFlow),
  );

  private popup: Popup | null = null;
  private told: Promise<unknown> = this.rest.asked;
  private hint = '';
  private closings = 0;
  /** Settled once the weeks that were turned to are painted. */
  private turned: Promise<unknown> | undefined;

  /** Reading the first times and drawing them are two tasks, and so are running the script and drawing the frame. */
  protected override scheduleUpdate(): Promise<void> | undefined {
    const draw = () => ownTask(this.rest.isEarly ? this : this.rest, () => void super.scheduleUpdate());
    return this.turned ? this.turned.then(draw) : draw();
  }

  protected override update(changed: PropertyValues<this>): void {
    laterTemplates()?.applyPrefill(this, this.flow);
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mode') && this.isPopup) void this.withPopup().catch(() => undefined);
    // What is wrong is said by the rest; an agenda is part of it.
    if (this.source.resolved.status === 'missing' || (changed.has('view') && isAgenda(this.view))) this.rest.load();
  }

  /** Null while there is nothing to make a flow of. */
  private get input(): FlowInput | null {
    const { resolved } = this.source;
    const coachId = this.coachId || (this.demo ? DEMO_COACH_ID : '');
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
      late: this.rest.status,
      later: this.later,
      hint: this.hint,
      send: this.send,
      turn: this.turn,
      chooseSlot: this.chooseSlot,
      proceed: this.proceed,
      loadLater: this.rest.load,
      flow: this,
    };
  }

  /** Not before the first words are there: until then the flow shows that it loads. */
  private get later(): Later | null {
    return this.rest.status === 'ready' && !this.i18n.waiting ? laterTemplates() : null;
  }

  private readonly send = (event: VisitorEvent): void => this.flow.send(event);

  private readonly turn = (pageStart: string, show: (state: FlowState) => void): void => {
    const draw = () => this.flow.state && show(this.flow.state);
    this.turned = new Promise<void>(afterPaint).then(draw);
    this.send({ type: 'show-page', pageStart });
    draw();
  };

  private async withPopup(): Promise<Popup> {
    const { Popup } = await loadPopup();
    return (this.popup ??= new Popup(this, this.flow, this.rest.load));
  }

  private readonly chooseSlot = (slot: Slot): boolean => {
    const agreed = this.dispatchEvent(new BookingSlotSelectEvent(slot));
    if (agreed) this.send({ type: 'select-slot', slot });
    return agreed;
  };

  private readonly proceed = (): void => {
    this.hint = whatIsMissing(this.flow.state, this.i18n.text);
    if (!this.hint) this.send({ type: 'continue' });
  };

  private onChange(state: FlowState, previous: FlowState, event: FlowEvent): void {
    // What arrives by itself makes nothing chosen.
    const isTold = state.config.status !== previous.config.status;
    if (isTold || !/-(loaded|failed|ahead)$/.test(event.type)) this.hint = '';
    this.told = tellInTurn(this.told, this, state, previous, event);
    if (event.type.startsWith('times-')) this.rest.onTimes(!previous.times.loaded.length);
    if ('error' in event) this.dispatchEvent(new BookingErrorEvent(event.error));
    // A step that comes from setting `duration` is nobody's act.
    const isAct = event.type !== 'start' && event.type !== 'config-loaded' && event.type !== 'resume';
    if (state.step !== previous.step && isAct) {
      if (this.rest.status !== 'ready') this.rest.load();
      this.dispatchEvent(new BookingStepChangeEvent(state.step, previous.step));
      void focusHeading(this);
    }
    laterTemplates()?.finish(this, state, previous);
  }

  /** Whether its popup is open. */
  get opened(): boolean {
    return this.popup?.opened ?? false;
  }

  /**
   * Opens its popup, if need be with a length and a day chosen. Resolves once it is open, or will not be: `close()` was called or
   * the element taken out of the page meanwhile (`opened` tells). Rejects when what it needs can't be loaded.
   */
  async open(options?: OpenOptions): Promise<void> {
    const { closings } = this;
    const popup = await this.withPopup();
    if (closings === this.closings) await popup.open(options);
  }

  /** Closes its popup, also one that is still opening. What was chosen and typed stays for the next time. */
  close(): void {
    this.closings++;
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
      ${problem ? later?.problemScreen(problem, text, () => this.send({ type: 'retry' })) : this.rest.isEarly ? nothing : main(view, { late: this.rest.status, text, loadLater: this.rest.load })}
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

declare global {
  interface HTMLElementTagNameMap {
    'booking-flow': BookingFlow;
  }
}
