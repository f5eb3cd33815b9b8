import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../../domain/booking.js';
import {
  calendarFile,
  googleCalendarUrl,
  outlookCalendarUrl,
  type CalendarEvent,
} from '../../domain/calendar-event.js';
import type { Coach } from '../../domain/coach.js';
import { daysBetween } from '../../domain/plain-date.js';
import type { SessionLocation } from '../../domain/session-config.js';
import { isTimeZone, localDate, offsetAt } from '../../domain/time-zone.js';
import { formatsFor } from '../../i18n/format.js';
import { timeRange } from '../../i18n/time-range.js';
import { callName, givenName } from '../shared/call-name.js';
import { controls } from '../shared/controls.styles.js';
import { laterControls } from '../shared/later-controls.styles.js';
import {
  iconCalendar,
  iconCheck,
  iconClock,
  iconDownload,
  iconGone,
  iconPhone,
  iconPlace,
  iconVideo,
} from '../shared/later-icons.js';
import { DetailsController } from '../shared/details-controller.js';
import { optionalBoolean } from '../shared/locale-controller.js';
import { shortReference } from '../shared/short-reference.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { confirmationStyles } from './booking-confirmation.styles.js';

/**
 * @summary What was booked: the day, both clocks, and three ways to put it into a calendar.
 *
 * Says no more than the booking does: a pending one is a request, a cancelled one is off. Nothing is asked of another site before a
 * link is followed; the calendar file is made here.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot - Below the ticket, such as what to prepare.
 * @csspart base - The whole.
 * @csspart seal - The sign of how the booking stands.
 * @csspart title - The heading.
 * @csspart message - The sentence below it.
 * @csspart reference - What the booking is found by, where no receipt stands beside it.
 * @csspart ticket - The card of the session.
 * @csspart leaf - The day, as a leaf of a calendar.
 * @csspart times - Both clocks, and the place.
 * @csspart calendars - The row of the three ways.
 * @csspart calendar - One of them.
 * @csspart note - What the visitor wrote to the coach.
 */
export class BookingConfirmation extends LitElement {
  static readonly tag = 'booking-confirmation';
  static override styles = [tokens, controls, laterControls, confirmationStyles];
  static override properties = {
    booking: { attribute: false },
    coach: { attribute: false },
    coachName: { attribute: 'coach-name' },
    coachTimeZone: { attribute: 'coach-time-zone' },
    location: { attribute: false },
    timeZone: { attribute: 'time-zone' },
    hour12: { converter: optionalBoolean },
    now: { attribute: false },
    locale: {},
    strings: { attribute: false },
  };

  private readonly i18n = new DetailsController(this);

  /** What was booked; nothing shows without it. */
  booking: Booking | null = null;
  /** Who with. */
  coach: Coach | null = null;
  /** Used where there is no `coach`. */
  coachName = '';
  /** Used where there is no `coach`, IANA. */
  coachTimeZone = '';
  /** Where it takes place, as the coach says it. */
  location: SessionLocation | null = null;
  /** The reader's zone, IANA. */
  timeZone = 'UTC';
  /** Clock of 12 or 24 hours; undefined follows the locale. */
  hour12: boolean | undefined = undefined;
  /** A fixed time to count from, in milliseconds; null is the present. */
  now: number | null = null;
  /** BCP 47; default the closest `lang`. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  private get zone(): string {
    return isTimeZone(this.timeZone) ? this.timeZone : 'UTC';
  }

  private get fullName(): string {
    return (this.coach?.name ?? this.coachName).trim();
  }

  /** How it stands, in a heading and a sentence. A status that is not known here gets a neutral heading and no sentence. */
  private standing(
    booking: Booking,
    date: string,
  ): { title: string; message: string; seal: TemplateResult; tone: string } {
    const { formats, text } = this.i18n;
    const coach = callName(this.fullName, text);
    const days = daysBetween(localDate(this.zone, this.now ?? Date.now()), date);
    // "Tuesday" is only clear within the week.
    const day = days >= 0 && days < 7 ? formats.day(date, 'weekday') : formats.day(date, 'short');
    const name = givenName(booking.attendee?.name);
    const neutral = text.sessionTitle(day);
    switch (booking.status) {
      case 'confirmed':
        return {
          title: name && days >= 0 ? text.bookedTitle(day, name) : neutral,
          message: text.bookedWith(coach),
          seal: iconCheck(),
          tone: '',
        };
      case 'pending':
        return {
          title: name ? text.pendingTitle(day, name) : neutral,
          message: text.pendingWith(coach),
          seal: iconClock(),
          tone: 'open',
        };
      case 'cancelled':
        return { title: text.cancelledTitle, message: '', seal: iconGone(), tone: 'off' };
      case 'declined':
        return { title: text.declinedTitle(coach), message: '', seal: iconGone(), tone: 'off' };
      default:
        return { title: neutral, message: '', seal: iconCalendar(), tone: 'off' };
    }
  }

  private eventOf(booking: Booking): CalendarEvent {
    const { text } = this.i18n;
    const place = this.location?.label;
    return {
      bookingId: booking.id,
      coachId: booking.coachId,
      title: text.eventTitle(this.fullName || text.yourCoach),
      startTime: booking.startTime,
      endTime: booking.endTime,
      timeZone: this.zone,
      status: booking.status,
      description: [place, text.reference(booking.id)].filter(Boolean).join('\n'),
      ...(place ? { location: place } : {}),
    };
  }

  private download(booking: Booking): void {
    const now = this.now ?? Date.now();
    const file = calendarFile(this.eventOf(booking), new Date(now).toISOString());
    const link = this.ownerDocument.createElement('a');
    link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }));
    link.download = `session-${localDate(this.zone, Date.parse(booking.startTime))}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** Focuses the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  private renderTimes(start: number, end: number): TemplateResult {
    const { formats, locale, text } = this.i18n;
    const theirs = this.coach?.timezone ?? this.coachTimeZone;
    const own = this.zone;
    const differs = isTimeZone(theirs) && offsetAt(theirs, start) !== offsetAt(own, start);
    const theirDate = differs ? localDate(theirs, start) : '';
    return html`<div class="facts" part="times">
      <dl>
        <div class="own">
          <dt class="small muted">${text.yourTimeIn(formats.city(own))}</dt>
          <dd class="number">${timeRange(formats, start, end, own)}</dd>
        </div>
        ${
          differs
            ? html`<div>
                <dt class="small muted">${text.coachTimeIn(callName(this.fullName, text), formats.city(theirs))}</dt>
                <dd class="number">
                  ${theirDate === localDate(own, start) ? nothing : `${formats.day(theirDate, 'short')}, `}${timeRange(formatsFor(locale, false), start, end, theirs)}
                </dd>
              </div>`
            : nothing
        }
      </dl>
      ${this.renderPlace()}
    </div>`;
  }

  private renderPlace(): TemplateResult | typeof nothing {
    if (!this.location?.label) return nothing;
    const { kind, label } = this.location;
    const { places } = this.i18n.text;
    const name =
      kind === 'video' ? places.video : kind === 'phone' ? places.phone : kind === 'in_person' ? places.inPerson : '';
    const icon = kind === 'video' ? iconVideo() : kind === 'phone' ? iconPhone() : iconPlace();
    return name
      ? html`<p class="place">
          <span class="kind">${icon}${name}</span> <span class="small muted" dir="auto">${label}</span>
        </p>`
      : html`<p class="place kind">${icon}<span dir="auto">${label}</span></p>`;
  }

  private renderCalendars(booking: Booking): TemplateResult {
    const { text } = this.i18n;
    const event = this.eventOf(booking);
    const link = (name: string, url: string): TemplateResult =>
      html`<a class="button outline" part="calendar" href=${url} target="_blank" rel="noopener noreferrer"
        >${name}<span class="hidden"> (${text.newTab})</span></a
      >`;
    return html`<div class="keep">
      <h3>${text.addToCalendar}</h3>
      <div class="calendars" part="calendars">
        ${link(text.google, googleCalendarUrl(event))} ${link(text.outlook, outlookCalendarUrl(event))}
        <button class="button outline" part="calendar" type="button" @click=${() => this.download(booking)}>
          ${iconDownload()}<span class="hidden">${text.icsName} </span>${text.ics}
        </button>
      </div>
    </div>`;
  }

  override render() {
    const { booking } = this;
    const start = Date.parse(booking?.startTime ?? '');
    const end = Date.parse(booking?.endTime ?? '');
    if (!booking || Number.isNaN(start + end)) return html`<slot></slot>`;
    const { formats, text } = this.i18n;
    const date = localDate(this.zone, start);
    const { title, message, seal, tone } = this.standing(booking, date);
    const note = booking.answers && Object.hasOwn(booking.answers, 'notes') ? String(booking.answers.notes) : '';
    return html`<div class="base" part="base">
      <div class="head">
        <span class="seal ${tone}" part="seal">${seal}</span>
        <div>
          <h2 part="title" tabindex="-1">${title}</h2>
          ${message ? html`<p class="muted" part="message">${message}</p>` : nothing}
          <p class="reference small muted" part="reference">${text.reference(shortReference(booking.id))}</p>
        </div>
      </div>
      <div class="ticket" part="ticket">
        <div class="meeting">
          <div class="leaf" part="leaf">
            <span class="small muted">${formats.day(date, 'weekday')}</span><b>${formats.dayOfMonth(date)}</b
            ><span class="small narrow">${formats.month(date, 'short')}</span
            ><span class="small">${formats.month(date)}</span>
          </div>
          ${this.renderTimes(start, end)}
        </div>
        ${booking.status === 'cancelled' || booking.status === 'declined' ? nothing : this.renderCalendars(booking)}
      </div>
      ${
        note
          ? html`<div class="note" part="note">
              <h3>${text.yourNote(callName(this.fullName, text))}</h3>
              <p class="muted" dir="auto">${note}</p>
            </div>`
          : nothing
      }
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-confirmation': BookingConfirmation;
  }
}
