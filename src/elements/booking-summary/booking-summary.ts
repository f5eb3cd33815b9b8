import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../domain/booking.js';
import type { Coach } from '../../domain/coach.js';
import type { Money } from '../../domain/money.js';
import type { SessionLocation } from '../../domain/session-config.js';
import type { Slot } from '../../domain/slot.js';
import { isTimeZone, localDate, offsetAt } from '../../domain/time-zone.js';
import { timeRange } from '../../i18n/time-range.js';
import { approximately } from '../shared/approximate.js';
import { avatar } from '../shared/avatar.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { coachFormats } from '../shared/coach-formats.js';
import { controls } from '../shared/controls.styles.js';
import { isOther } from '../shared/is-other.js';
import { laterControls } from '../shared/later-controls.styles.js';
import { iconCalendar, iconCheck, iconClock, iconPhone, iconPlace, iconVideo } from '../shared/later-icons.js';
import { DetailsController } from '../shared/details-controller.js';
import { optionalBoolean } from '../shared/locale-controller.js';
import { shortReference } from '../shared/short-reference.js';
import type { BookingStrings } from '../shared/strings.js';
import { ownTask } from '../shared/own-task.js';
import { tokens } from '../shared/tokens.styles.js';
import { summaryStyles } from './booking-summary.styles.js';
import { clocks } from './clocks.js';

/**
 * @summary The receipt that fills in: the coach, and what has been chosen so far. Open lines stand as muted prompts.
 *
 * A column where there is room, a band above narrow content (by the width of the size container around it, such as the flow).
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot - Below the facts, such as terms.
 * @csspart base - The whole receipt.
 * @csspart avatar - The coach's photo or initials.
 * @csspart name - The coach's name.
 * @csspart role - The coach's title.
 * @csspart bio - What the coach says about themselves.
 * @csspart facts - The list of what was chosen.
 * @csspart approximate - What the price is about in another currency.
 * @csspart clocks - The two clocks at the foot.
 */
export class BookingSummary extends LitElement {
  static readonly tag = 'booking-summary';
  static override styles = [tokens, controls, laterControls, avatarStyles, summaryStyles];
  static override properties = {
    coach: { attribute: false },
    coachName: { attribute: 'coach-name' },
    durationMinutes: { type: Number, attribute: 'duration' },
    rate: { attribute: false, hasChanged: isOther },
    approximate: { attribute: false, hasChanged: isOther },
    time: { attribute: false },
    booking: { attribute: false },
    location: { attribute: false },
    taken: { type: Boolean },
    review: { type: Boolean },
    bio: { type: Boolean },
    timeZone: { attribute: 'time-zone' },
    coachTimeZone: { attribute: 'coach-time-zone' },
    hour12: { converter: optionalBoolean },
    clock: { attribute: false },
    loading: { type: Boolean },
    locale: {},
    strings: { attribute: false },
  };

  private readonly i18n = new DetailsController(this);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private observer: ResizeObserver | undefined;

  /** Who the session is with; null while that loads. */
  coach: Coach | null = null;
  /** Shown where there is no `coach`. */
  coachName = '';
  /** The chosen length; 0 when none is. */
  durationMinutes = 0;
  /** The price of the chosen length. */
  rate: Money | null = null;
  /** What that is about in another currency. */
  approximate: Money | null = null;
  /** The chosen time. */
  time: Slot | null = null;
  /** The booking, once made. */
  booking: Booking | null = null;
  /** Where the session takes place. */
  location: SessionLocation | null = null;
  /** Somebody else took the chosen time: it is struck through. */
  taken = false;
  /** The chosen time shows in the band too, as the review before booking. */
  review = false;
  /** Shows what the coach says about themselves, where there is room. */
  bio = false;
  /** The reader's zone, IANA. */
  timeZone = 'UTC';
  /** The coach's zone, IANA; empty while it is not known. */
  coachTimeZone = '';
  /** Clock of 12 or 24 hours; undefined follows the locale. */
  hour12: boolean | undefined = undefined;
  /** The time for the clocks, in milliseconds; for tests and pictures. */
  clock: () => number = () => Date.now();
  /** The coach is on the way. */
  loading = false;
  /** BCP 47; default the closest `lang`. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  protected override scheduleUpdate(): Promise<void> | undefined {
    return ownTask(this, () => void super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    if (!isTimeZone(this.timeZone)) this.timeZone = 'UTC';
    if (!isTimeZone(this.coachTimeZone)) this.coachTimeZone = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override updated(): void {
    const receipt = this.renderRoot.querySelector('.receipt');
    this.observer ??= new ResizeObserver(makeReachable);
    // Begun anew, it tells the size once more when that has been laid out: what it shows may be higher, and it itself no other.
    this.observer.disconnect();
    if (receipt) this.observer.observe(receipt);
  }

  /** Draws again at each full minute. */
  private tick(): void {
    this.timer = setTimeout(
      () => {
        this.requestUpdate();
        this.tick();
      },
      60_050 - (Date.now() % 60_000),
    );
  }

  private renderCoach(): TemplateResult {
    const name = this.coach ? this.coach.name : this.coachName;
    if (!name && !this.loading) return html`<div class="coach"></div>`;
    if (!name) return html`<div class="coach" aria-hidden="true"><span class="avatar placeholder"></span>${line}</div>`;
    return html`<div class="coach">
      ${avatar(name, this.coach?.avatarUrl, this.baseURI)}
      <div>
        <p class="name" part="name"><bdi>${name}</bdi></p>
        ${this.coach?.title ? html`<p class="role small muted" part="role"><bdi>${this.coach.title}</bdi></p>` : nothing}
      </div>
    </div>`;
  }

  private renderSession(): TemplateResult {
    const { formats, text: texts } = this.i18n;
    if (!this.durationMinutes) return fact('session todo', iconClock(), texts.chooseLengthPrompt);
    const price = this.rate
      ? html`<span class="number">${formats.money(this.rate)} ${approximately(this.approximate, texts, formats)}</span>`
      : nothing;
    return fact('session', iconClock(), texts.minutes(formats.number(this.durationMinutes)), price);
  }

  private renderWhen(): TemplateResult {
    const { formats, text: texts } = this.i18n;
    if (this.booking) {
      const pending = this.booking.status === 'pending';
      return fact(
        'when',
        iconCheck(),
        pending ? texts.pending : texts.booked,
        texts.reference(shortReference(this.booking.id)),
      );
    }
    if (!this.time) return fact('when todo', iconCalendar(), texts.chooseTimePrompt);
    const start = Date.parse(this.time.startTime);
    const end = Date.parse(this.time.endTime);
    const own = localDate(this.timeZone, start);
    const theirs = this.coachTimeZone && localDate(this.coachTimeZone, start);
    const sameClock = !theirs || offsetAt(this.coachTimeZone, start) === offsetAt(this.timeZone, start);
    return fact(
      `when${this.taken ? ' gone' : ''}${this.review ? ' review' : ''}`,
      iconCalendar(),
      formats.day(own, 'medium'),
      html`<span
          ><b class="number">${timeRange(formats, start, end, this.timeZone)}</b>
          <span class="city">${formats.city(this.timeZone)}</span></span
        >
        ${
          sameClock
            ? nothing
            : html`<span
                >${theirs === own ? nothing : `${formats.day(theirs, 'short')} `}<span class="number"
                  >${timeRange(coachFormats(formats), start, end, this.coachTimeZone)}</span
                >
                <span class="city">${formats.city(this.coachTimeZone)}</span></span
              >`
        }`,
    );
  }

  private renderWhere(): TemplateResult | typeof nothing {
    if (!this.location) return nothing;
    const { kind, label } = this.location;
    const { places } = this.i18n.text;
    const detail = html`<bdi>${label}</bdi>`;
    switch (kind) {
      case 'video':
        return fact('where', iconVideo(), places.video, detail);
      case 'phone':
        return fact('where', iconPhone(), places.phone, detail);
      case 'in_person':
        return fact('where', iconPlace(), places.inPerson, detail);
      default:
        return fact('where', iconPlace(), detail);
    }
  }

  override render() {
    const { formats, text: texts } = this.i18n;
    const bio = this.bio && this.coach?.bio;
    return html`<div class="receipt" part="base">
      ${this.renderCoach()} ${bio ? html`<p class="bio small muted" part="bio"><bdi>${bio}</bdi></p>` : nothing}
      <dl part="facts" aria-label=${texts.receipt}>
        ${this.renderSession()} ${this.renderWhen()} ${this.renderWhere()}
      </dl>
      <slot></slot>
      ${clocks({
        now: this.clock(),
        timeZone: this.timeZone,
        coachTimeZone: this.coachTimeZone,
        formats,
        texts,
      })}
    </div>`;
  }
}

/** A receipt that scrolls is a stop for the keyboard; one that does not is none. */
function makeReachable([entry]: ResizeObserverEntry[]): void {
  const receipt = entry?.target;
  if (!receipt) return;
  if (receipt.scrollHeight > receipt.clientHeight + 1) receipt.setAttribute('tabindex', '0');
  else receipt.removeAttribute('tabindex');
}

const line = html`<span class="placeholder line"></span>`;

function fact(kind: string, icon: TemplateResult, term: unknown, detail?: unknown): TemplateResult {
  return html`<div class="fact ${kind}">
    <dt>${icon}${term}</dt>
    ${detail === undefined ? nothing : html`<dd>${detail}</dd>`}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-summary': BookingSummary;
  }
}
