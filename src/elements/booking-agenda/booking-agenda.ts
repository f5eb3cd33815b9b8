import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { addDays, startOfWeek } from '../../domain/plain-date.js';
import type { Slot } from '../../domain/slot.js';
import { localDate } from '../../domain/time-zone.js';
import { dayRange } from '../../i18n/day-range.js';
import { detailsFor, type DetailsDictionary } from '../../i18n/details.js';
import { dateOr } from '../booking-calendar/month-grid.js';
import { slotTimes } from '../booking-slot-list/slot-times.js';
import { BookingPageChangeEvent } from '../events.js';
import { controls } from '../shared/controls.styles.js';
import { laterControls } from '../shared/later-controls.styles.js';
import { radio } from '../shared/radio.styles.js';
import { clockLine, slotOption } from '../shared/slot-option.js';
import { SlotPicker } from '../shared/slot-picker.js';
import { slotStyles } from '../shared/slot.styles.js';
import { tokens } from '../shared/tokens.styles.js';
import { turnButton } from '../shared/turn-button.js';
import { zoneOr } from '../shared/visitor-zone.js';
import { listOf, weekOf, type AgendaDay, type AgendaInput, type AgendaList } from './agenda-days.js';
import { timeBeside } from './beside.js';
import { agendaStyles } from './booking-agenda.styles.js';
import { column, PARTS, row, type DayTools, type DayView } from './day.js';

/** As many times a list shows at first, and adds when more are asked for: the last day's are not cut off. */
const TIMES_AT_ONCE = 12;
const WEEKS_AT_ONCE = 42;

/**
 * @summary Days with their times: a week side by side where there is room, else a plain list of the next times.
 *
 * One native radio group over all days: arrows move and choose; in a week, left and right go to the same time of the next day. Takes
 * part in a form; its value is the instant that the time starts at. Scrolls inside itself where it is given a height.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot empty - Instead of the sentence that no time is free, such as a jump to the next free day.
 * @event {BookingSlotSelectEvent} booking-slot-select - A time is about to be chosen; prevented, the choice stays as it was.
 * @event {BookingPageChangeEvent} booking-page-change - Another week, or more of the list: load `days` days from `page` on.
 * @csspart header - Around the title and the buttons to turn.
 * @csspart title - The days shown.
 * @csspart previous - The button to earlier days.
 * @csspart next - The button to later days.
 * @csspart clocks - Says which clock is whose.
 * @csspart list - All days.
 * @csspart day - A day; also `free`, `full`, `loading` or `outside`, and `today`.
 * @csspart day-name - Its heading.
 * @csspart part-of-day - The name of a row of the week.
 * @csspart slot - A time; also `selected`.
 * @csspart time - The visitor's clock.
 * @csspart coach-time - The coach's clock.
 * @csspart more - The button at the end of the list.
 * @csspart empty - Says that no time is free.
 */
export class BookingAgenda extends SlotPicker {
  static readonly tag = 'booking-agenda';
  static override styles = [tokens, controls, laterControls, radio, slotStyles, agendaStyles];
  static override properties: PropertyDeclarations = {
    days: { attribute: false },
    view: {},
    page: {},
    today: {},
    min: {},
    max: {},
    hasRoom: { state: true },
    wanted: { state: true },
  };

  /** Times of one length by date `YYYY-MM-DD` in the visitor's zone. A date that is not in it counts as not loaded yet. */
  days: Readonly<Record<string, readonly Slot[]>> = {};
  /** `week`: columns where there is room. `list`: always the list. */
  view: 'week' | 'list' = 'week';
  /** The first day shown, `YYYY-MM-DD`. Default: the first of the week of `today`, else of the first known day. */
  page = '';
  /** Marks a day as today, `YYYY-MM-DD` in the visitor's zone. */
  today = '';
  /** The first day that can be booked, `YYYY-MM-DD`. Default: `today`. */
  min = '';
  /** The last day that can be booked, `YYYY-MM-DD`. */
  max = '';

  private hasRoom = false;
  private wanted = TIMES_AT_ONCE;
  /** The day that takes the focus when it is there: the first of those that the visitor asked for. */
  private awaited = '';
  private readonly sizes = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.watchWidth();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  protected override firstUpdated(): void {
    this.watchWidth();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('page') || changed.has('view')) this.wanted = TIMES_AT_ONCE;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.awaited) return;
    const days = [...this.renderRoot.querySelectorAll<HTMLElement>('.day.free h4')];
    const first = days.find((heading) => heading.id > `day-${this.awaited}`);
    if (!first) return;
    this.awaited = '';
    // Not when the visitor has gone elsewhere meanwhile.
    if (this.shadowRoot?.activeElement?.matches('.more')) first.focus();
  }

  /** Whether a week is shown side by side now. */
  get isWeek(): boolean {
    return this.view !== 'list' && this.hasRoom;
  }

  /** A value that is none of the times counts as none. */
  protected override get formValue(): string {
    return Object.values(this.days).some((slots) => slots.some(({ startTime }) => startTime === this.value))
      ? this.value
      : '';
  }

  private get words(): DetailsDictionary {
    return detailsFor(this.language.text);
  }

  private get input(): AgendaInput {
    const today = dateOr(this.today);
    const min = dateOr(this.min, today);
    const [known = localDate(zoneOr(this.timeZone), Date.now())] = Object.keys(this.days).sort();
    const page = dateOr(this.page) || startOfWeek(min || dateOr(known), this.language.formats.firstDayOfWeek);
    return { days: this.days, page, min, max: dateOr(this.max) };
  }

  private get ruler(): Element | null {
    return this.shadowRoot?.querySelector('.ruler') ?? null;
  }

  /** Only the width: how high the element is follows from what it shows. */
  private watchWidth(): void {
    const { ruler } = this;
    if (ruler) this.sizes.observe(ruler);
  }

  /** The styles say how wide is wide enough. */
  private measure(): void {
    const { ruler } = this;
    if (ruler) this.hasRoom = getComputedStyle(ruler).getPropertyValue('--columns').trim() === '7';
  }

  private readonly turn = (page: string): void => {
    this.page = page;
    this.dispatchEvent(new BookingPageChangeEvent(page, this.isWeek ? 7 : WEEKS_AT_ONCE));
  };

  private showMore({ more, last, days }: AgendaList): void {
    if (this.loading && more === 'unknown') return;
    this.awaited = days.at(-1)?.date ?? last;
    this.wanted = days.reduce((count, { slots }) => count + slots.length, 0) + TIMES_AT_ONCE;
    if (more === 'known') return;
    const { page } = this.input;
    const shown = Math.round((Date.parse(last || page) - Date.parse(page)) / 86_400_000) + 1;
    this.dispatchEvent(new BookingPageChangeEvent(page, shown + WEEKS_AT_ONCE));
  }

  /** In a week, left and right go across. Up and down are the radio group's own. */
  private onKeyDown(event: KeyboardEvent, days: readonly AgendaDay[]): void {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const { target } = event;
    if (!way || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const step = way > 0 !== this.matches(':dir(rtl)') ? 1 : -1;
    const slot = timeBeside(days, target.value, step, zoneOr(this.timeZone));
    const radio = slot && this.renderRoot.querySelector<HTMLElement>(`[value="${slot.startTime}"]`);
    radio?.focus();
    radio?.click();
  }

  private viewOf(day: AgendaDay, zone: string, coachName: string): DayView {
    const { formats, text } = this.language;
    const { coachTimeZone: coachZone } = this;
    const { slots, date } = day;
    return {
      ...day,
      isToday: date === this.today,
      times: slotTimes({ slots, date, zone, coachZone, coachName }, formats, text),
    };
  }

  private renderDays(days: readonly AgendaDay[], draw: (day: DayView, tools: DayTools) => TemplateResult) {
    const { text: words, formats } = this.language;
    const zone = zoneOr(this.timeZone);
    const coachName = this.coachName || words.yourCoach;
    const tools: DayTools = {
      text: this.words,
      formats,
      option: (time) => slotOption(time, time.slot.startTime === this.value, this.isDisabled, this.choose),
    };
    const surroundings = [draw, zone, this.coachTimeZone, coachName, formats, tools.text, this.isDisabled, this.today];
    // A week may have a thousand times: a day is drawn anew only when something of it changes.
    return repeat(
      days,
      ({ date }) => date,
      (day) =>
        guard(
          [
            ...surroundings,
            day.state,
            day.slots,
            day.slots.some(({ startTime }) => startTime === this.value) && this.value,
          ],
          () => draw(this.viewOf(day, zone, coachName), tools),
        ),
    );
  }

  private renderClocks(days: readonly AgendaDay[]) {
    const { text, formats } = this.language;
    const zone = zoneOr(this.timeZone);
    const slot = days.flatMap(({ slots }) => slots)[0];
    const coachName = this.coachName || text.yourCoach;
    const input = { slots: slot ? [slot] : [], date: '', zone, coachZone: this.coachTimeZone, coachName };
    const [time] = slotTimes(input, formats, text);
    return html`<p class="clocks" part="clocks">
      ${clockLine(text, formats, zone, coachName, time?.coach ? formats.city(this.coachTimeZone) : '')}
    </p>`;
  }

  private renderHead(title: string, clocks: TemplateResult, previous: string, next: string | null) {
    const { text } = this.language;
    return html`<div class="head" part="header">
      <h3 class="heading" part="title" id="title" aria-live="polite">${title}</h3>
      ${clocks} ${previous || next !== null ? turnButton(-1, text, previous, this.turn) : nothing}
      ${next === null ? nothing : turnButton(1, text, next, this.turn)}
    </div>`;
  }

  private renderWeek(input: AgendaInput) {
    const { text, formats } = this.language;
    const days = weekOf(input);
    const { page, min, max } = input;
    const next = addDays(page, 7);
    const zone = zoneOr(this.timeZone);
    const times = days.flatMap((day) => this.viewOf({ ...day, slots: day.slots }, zone, '').times);
    const isEmpty = days.every(({ state }) => state === 'full' || state === 'outside');
    return html`${this.renderHead(
        dayRange(formats, page, addDays(page, 6)),
        this.renderClocks(days),
        min && page <= min ? '' : addDays(page, -7),
        max && next > max ? '' : next,
      )}
      <div
        class="list week ${isEmpty ? 'bare' : ''}"
        part="list"
        role="radiogroup"
        aria-labelledby="title"
        aria-required=${this.required}
        aria-busy=${days.some(({ state }) => state === 'loading')}
        @keydown=${(event: KeyboardEvent) => this.onKeyDown(event, days)}
      >
        ${PARTS.filter((part) => times.some((time) => time.part === part)).map(
          (part) => html`<p class="part ${part}" part="part-of-day" aria-hidden="true">${text[part]}</p>`,
        )}
        ${this.renderDays(days, column)}
      </div>
      ${this.renderEmpty(isEmpty)}`;
  }

  private renderList(input: AgendaInput) {
    const { formats } = this.language;
    const { page, min } = input;
    const chosen = this.formValue && localDate(zoneOr(this.timeZone), Date.parse(this.value));
    const list = listOf(input, this.wanted, chosen);
    const { days, last, more } = list;
    const waiting: AgendaDay = { date: 'later', state: 'loading', slots: [] };
    const isWaiting = (this.loading || !last) && more !== 'known' && days.at(-1)?.state !== 'loading';
    const shown = isWaiting ? [...days, waiting] : days;
    const earlier = addDays(page, -WEEKS_AT_ONCE);
    const ends = days.filter(({ state }) => state === 'free');
    return html`${this.renderHead(
        formats.monthRange(ends[0]?.date ?? page, ends.at(-1)?.date ?? page),
        this.renderClocks(days),
        !min || page <= min ? '' : earlier < min ? startOfWeek(min, this.language.formats.firstDayOfWeek) : earlier,
        null,
      )}
      <div
        class="list rows"
        part="list"
        role="radiogroup"
        aria-labelledby="title"
        aria-required=${this.required}
        aria-busy=${shown.some(({ state }) => state === 'loading')}
      >
        ${this.renderDays(shown, row)} ${more === 'none' || !shown.length ? nothing : this.renderMore(list)}
      </div>
      ${this.renderEmpty(!shown.length)}`;
  }

  private renderMore(list: AgendaList) {
    return html`<button
      type="button"
      class="button outline more"
      part="more"
      aria-disabled=${this.loading && list.more === 'unknown'}
      @click=${() => this.showMore(list)}
    >
      ${this.words.moreTimes}
    </button>`;
  }

  private renderEmpty(isEmpty: boolean) {
    return html`<div class="empty" part="empty" ?hidden=${!isEmpty}>
      <slot name="empty"><span class="muted">${this.words.noTimesHere}</span></slot>
    </div>`;
  }

  override render() {
    return html`<div class="ruler"></div>
      ${this.isWeek ? this.renderWeek(this.input) : this.renderList(this.input)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-agenda': BookingAgenda;
  }
}
