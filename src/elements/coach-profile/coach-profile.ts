import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Coach } from '../../domain/coach.js';
import { DEMO_COACH_ID } from '../../domain/demo-coach.js';
import { localDate } from '../../domain/time-zone.js';
import { durationChoices } from '../../flow/later-selectors.js';
import { bookableDates, coachTimeZoneOf, dayCounts, type DurationChoice } from '../../flow/selectors.js';
import type { FlowState } from '../../flow/state.js';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import { FlowController, type FlowInput } from '../booking-flow/flow-controller.js';
import { problemOf, problemScreen } from '../booking-flow/later/problem.js';
import { watchPage } from '../booking-flow/later/watch-page.js';
import type { BookingDaySelectEvent, BookingPageChangeEvent } from '../events.js';
import { AdapterController } from '../resolve-adapter.js';
import { avatar } from '../shared/avatar.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { callName } from '../shared/call-name.js';
import { coachFormats } from '../shared/coach-formats.js';
import { controls } from '../shared/controls.styles.js';
import { laterControls } from '../shared/later-controls.styles.js';
import { DetailsController } from '../shared/details-controller.js';
import { optionalBoolean } from '../shared/locale-controller.js';
import { strong } from '../shared/strong.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { profileStyles } from './coach-profile.styles.js';
import { firstFree } from './first-free.js';
import { FlowDialog } from './flow-dialog.js';

/**
 * @summary Who the coach is, the sessions with their prices and next free times, and the days that are free.
 *
 * A session, a day or the button opens the booking flow in a dialog; it keeps what was chosen and typed when it is closed.
 * Its data comes from where `<booking-flow>` has it: `adapter`, `<booking-provider>`, `api-url`, or `configure({ adapter })`.
 *
 * @slot - What to show while the element is not defined, and below a message that nothing can be booked.
 * @slot about - Below what the coach says about themselves.
 * @event {BookingStepChangeEvent} booking-step-change - Of the flow in the dialog, as all of these: another step is shown.
 * @event {BookingDurationSelectEvent} booking-duration-select - A length was chosen.
 * @event {BookingSlotSelectEvent} booking-slot-select - A time is about to be chosen; prevented, the choice stays as it was.
 * @event {BookingSubmitEvent} booking-submit - The booking is about to be sent; prevented, the visitor stays at the details with all that was typed.
 * @event {BookingCompleteEvent} booking-complete - The session is booked.
 * @event {BookingErrorEvent} booking-error - Something failed, whether or not the visitor can go on.
 * @event {BookingOpenEvent} booking-open - The dialog opened.
 * @event {BookingCloseEvent} booking-close - The dialog was closed.
 * @csspart base - The frame.
 * @csspart about - The column about the coach.
 * @csspart avatar - The coach's photo or initials.
 * @csspart name - The coach's name.
 * @csspart role - The coach's title and city.
 * @csspart bio - What the coach says about themselves.
 * @csspart sessions - The list of lengths.
 * @csspart session - One length, a button.
 * @csspart when - The column with the free times.
 * @csspart next-free - The next free time.
 * @csspart calendar - The days that are free.
 * @csspart book-button - The button that opens the flow.
 * @csspart flow - The flow in the dialog.
 * @csspart problem - Says why nothing can be booked.
 * @csspart heading - Its title.
 * @csspart retry - The button there that tries again.
 */
export class CoachProfile extends LitElement {
  static readonly tag = 'coach-profile';
  static override styles = [tokens, controls, laterControls, avatarStyles, profileStyles];
  static override properties = {
    coachId: { attribute: 'coach-id' },
    apiUrl: { attribute: 'api-url' },
    adapter: { attribute: false },
    timeZone: { attribute: 'time-zone' },
    lockTimeZone: { type: Boolean, attribute: 'lock-time-zone' },
    locale: {},
    strings: { attribute: false },
    hour12: { converter: optionalBoolean },
    density: { reflect: true },
    demo: { type: Boolean },
    now: { attribute: false },
  };

  private readonly i18n = new DetailsController(this);
  private readonly source = new AdapterController(this);
  private readonly flow = new FlowController(
    this,
    () => this.input,
    () => undefined,
    (load) => load(),
  );
  private readonly dialog: FlowDialog = new FlowDialog(this, () => this.flow.send({ type: 'refresh' }));

  /** Whose profile it is. */
  coachId = '';
  /** Base address of a backend that speaks the protocol, such as `/api`. */
  apiUrl = '';
  /** Serves this element, before anything else that the page names. */
  adapter: BookingAdapter | null = null;
  /** The visitor's zone, IANA. Default: what the visitor chose in a flow of the page, else the browser's. */
  timeZone = '';
  /** The zone is shown in the flow and cannot be changed. */
  lockTimeZone = false;
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;
  /** 12-hour clock (`true`), 24-hour clock (`false`), or as the locale has it. */
  hour12: boolean | undefined = undefined;
  /** How close things stand: `compact`, `comfortable` or `spacious`. Tokens that the page sets on the element win. */
  density: '' | 'compact' | 'comfortable' | 'spacious' = '';
  /** Shows a made-up coach, nothing leaves the page. Needs the demo script. */
  demo = false;
  /** The clock, in milliseconds; for tests and pictures. */
  now: () => number = () => Date.now();

  constructor() {
    super();
    this.flow.watch(watchPage);
    // What is chosen in the flow is the profile's own too: nothing that is chosen elsewhere replaces it.
    this.addEventListener('booking-time-zone-change', ({ detail }) => (this.timeZone = detail.timeZone));
  }

  /** Null while there is nothing to show. */
  private get input(): FlowInput | null {
    const { resolved } = this.source;
    const coachId = this.coachId || (this.demo ? DEMO_COACH_ID : '');
    if (resolved.status !== 'ready' || !coachId) return null;
    return {
      adapter: resolved.adapter,
      coachId,
      timeZone: zoneOr(this.timeZone),
      durationMinutes: 0,
      day: '',
      firstDayOfWeek: this.i18n.formats.firstDayOfWeek,
      now: this.now,
    };
  }

  private get coach(): Coach | null {
    const { state } = this.flow;
    return state?.coach.status === 'ready' ? state.coach.value : null;
  }

  private get callName(): string {
    return callName(this.coach?.name, this.i18n.text);
  }

  private whenIn(instant: string, zone: string): string {
    const { text, formats } = this.i18n;
    const ms = Date.parse(instant);
    return text.dayAndTime(formats.day(localDate(zone, ms), 'short'), formats.time(ms, zone));
  }

  private renderWho(state: FlowState | null): TemplateResult {
    const { formats } = this.i18n;
    const { coach } = this;
    if (!coach) {
      return state?.coach.status === 'loading'
        ? html`<div class="coach" aria-hidden="true">
            <span class="avatar"></span>
            <div><span class="placeholder name"></span><span class="placeholder"></span></div>
          </div>`
        : html``;
    }
    const role = [coach.title, formats.city(coach.timezone)].filter(Boolean).join(' · ');
    return html`<div class="coach">
        ${avatar(coach.name, coach.avatarUrl, this.baseURI)}
        <div>
          <h2 part="name" id="name" dir="auto">${coach.name}</h2>
          <p class="muted" part="role" dir="auto">${role}</p>
        </div>
      </div>
      ${coach.bio ? html`<p class="bio" part="bio" dir="auto">${coach.bio}</p>` : nothing}`;
  }

  private renderSession(state: FlowState, choice: DurationChoice): TemplateResult {
    const { text, formats } = this.i18n;
    const { durationMinutes, rate, description, nextFree } = choice;
    return html`<li>
      <button
        type="button"
        class="session"
        part="session"
        aria-haspopup="dialog"
        @click=${({ currentTarget }: Event) => this.openFlow(durationMinutes, '', currentTarget)}
      >
        <b class="length number">${text.minutes(formats.number(durationMinutes))}</b>
        <span class="about small muted">
          ${description ? html`<span dir="auto">${description}</span>` : nothing}
          <span
            >${
              nextFree
                ? strong(text.nextFree, this.whenIn(nextFree, state.timeZone))
                : nextFree === null
                  ? text.noTimesSoon
                  : html`<span class="placeholder"></span>`
            }</span
          >
        </span>
        <b class="number">${rate.amountMinor ? formats.money(rate) : text.free}</b>
      </button>
    </li>`;
  }

  private renderSessions(state: FlowState | null): TemplateResult {
    const choices = state ? durationChoices(state) : [];
    const loading = !choices.length;
    return html`<div class="sessions">
      <h3 class="heading small">${this.i18n.text.sessions}</h3>
      <ul part="sessions" aria-busy=${loading}>
        ${
          loading || !state
            ? [1, 2, 3].map(() => html`<li class="session"><span class="placeholder"></span></li>`)
            : choices.map((choice) => this.renderSession(state, choice))
        }
      </ul>
    </div>`;
  }

  private renderNextFree(state: FlowState | null): TemplateResult {
    const { text, formats } = this.i18n;
    const next = state && firstFree(state);
    const label = html`<span class="small muted">${text.profileNextFree}</span>`;
    if (!state || next === undefined) {
      return html`${label}<b><span class="placeholder"></span></b><span class="small">&nbsp;</span>`;
    }
    if (next === null) return html`<b>${text.noTimesSoon}</b>`;
    const zone = coachTimeZoneOf(state);
    const ms = Date.parse(next);
    return html`${label}<b class="number">${this.whenIn(next, state.timeZone)}</b>${
        zone && zone !== state.timeZone
          ? html`<span class="small muted"
              >${text.timeIn(text.coachTime(this.callName, coachFormats(formats).time(ms, zone)), formats.city(zone))}</span
            >`
          : nothing
      }`;
  }

  private renderWhen(state: FlowState | null): TemplateResult {
    const dates = state && bookableDates(state, this.flow.now());
    return html`<section class="when" part="when">
      <div class="next" part="next-free">${this.renderNextFree(state)}</div>
      <booking-calendar
        nested
        part="calendar"
        exportparts="header: calendar-header, title: calendar-title, grid: calendar-grid, day: calendar-day"
        .days=${state ? dayCounts(state, null) : {}}
        page=${state?.pageStart ?? ''}
        min=${dates?.min ?? ''}
        max=${dates?.max ?? ''}
        today=${dates?.min ?? ''}
        weeks="3"
        locale=${this.i18n.locale}
        @booking-page-change=${this.onPage}
        @booking-day-select=${this.onDay}
      ></booking-calendar>
      <button
        type="button"
        class="button primary"
        part="book-button"
        aria-haspopup="dialog"
        @click=${({ currentTarget }: Event) => this.openFlow(0, '', currentTarget)}
      >
        ${this.i18n.text.book(this.callName)}
      </button>
    </section>`;
  }

  private readonly onPage = (event: BookingPageChangeEvent): void => {
    event.stopPropagation();
    this.flow.send({ type: 'show-page', pageStart: event.detail.page });
  };

  private readonly onDay = (event: BookingDaySelectEvent): void => {
    event.stopPropagation();
    this.openFlow(0, event.detail.date);
  };

  /**
   * Opens the booking flow in a dialog, if need be with a length in minutes and a day `YYYY-MM-DD` chosen. What has the focus
   * now, or `opener`, gets it back.
   */
  openFlow(duration = 0, day = '', opener: EventTarget | null = null): void {
    void this.dialog.open({ duration, day, opener: opener instanceof HTMLElement ? opener : null });
  }

  override render() {
    const { state } = this.flow;
    const { resolved } = this.source;
    const { text, locale, dir } = this.i18n;
    const problem = problemOf(resolved, state, this.callName, text);
    const { input } = this;
    const frame = html`<article class="card-frame" part="base" dir=${dir} lang=${locale}>
      ${
        problem
          ? problemScreen(problem, text, () => this.flow.send({ type: 'retry' }))
          : html`<section class="who" part="about">
                ${this.renderWho(state)}
                <slot name="about"></slot>
                ${this.renderSessions(state)}
              </section>
              ${this.renderWhen(state)}`
      }
    </article>`;
    return html`<div class="room">${frame}</div>
      ${
        input
          ? this.dialog.render({
              adapter: input.adapter,
              coachId: input.coachId,
              timeZone: input.timeZone,
              lockTimeZone: this.lockTimeZone,
              locale,
              dir,
              hour12: this.hour12,
              now: this.now,
              coachName: this.coach?.name ?? '',
            })
          : nothing
      }
      <slot ?hidden=${!problem}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coach-profile': CoachProfile;
  }
}
