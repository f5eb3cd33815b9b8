import { html, LitElement, type PropertyValues } from 'lit';
import type { Money } from '../../domain/money.js';
import { BookingDaySelectEvent, BookingPageChangeEvent } from '../events.js';
import { controls } from '../shared/controls.styles.js';
import { LocaleController } from '../shared/locale-controller.js';
import { ownTask } from '../shared/own-task.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { turnButton } from '../shared/turn-button.js';
import { styles } from './booking-calendar.styles.js';
import { dressDay } from './dress-day.js';
import {
  dateOr,
  isShown,
  monthGrid,
  moveByKey,
  pageOf,
  shownMonths,
  turnPage,
  type GridDay,
  type GridInput,
} from './month-grid.js';

/** Seven days, to be dressed by hand. */
const WEEK = html`<div class="row" role="row">
  <div role="gridcell"></div>
  <div role="gridcell"></div>
  <div role="gridcell"></div>
  <div role="gridcell"></div>
  <div role="gridcell"></div>
  <div role="gridcell"></div>
  <div role="gridcell"></div>
</div>`;

/**
 * @summary Six weeks of days, each with a hint of how many times are free. After the APG's date grid.
 *
 * Keyboard: arrows, with Shift to the next day with times that way, Home and End within the week, Page Up and Page Down for
 * months, with Shift for years, Enter or Space to choose. Days without times can be reached and read, not chosen.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot footer - Beside the legend: a jump to the next free day, say.
 * @event {BookingDaySelectEvent} booking-day-select - A day with free times was chosen.
 * @event {BookingPageChangeEvent} booking-page-change - The calendar was turned; load the six weeks from `page` on.
 * @csspart header - Months shown, and the buttons to turn.
 * @csspart title - The months shown.
 * @csspart previous - The button to earlier days.
 * @csspart next - The button to later days.
 * @csspart grid - Weekdays and days.
 * @csspart weekday - The name of a weekday.
 * @csspart day - Any day; also `free`, `full`, `loading` or `outside`, and `selected`, `today`.
 * @csspart price - The lowest price of a day, where days differ. Left out where it does not fit.
 * @csspart footer - Legend and slot.
 * @csspart legend - What the bars mean.
 */
export class BookingCalendar extends LitElement {
  static readonly tag = 'booking-calendar';
  static override styles = [tokens, controls, styles];
  static override properties = {
    days: { attribute: false },
    prices: { attribute: false },
    value: {},
    page: {},
    today: {},
    min: {},
    max: {},
    weeks: { type: Number },
    readonly: { type: Boolean, reflect: true },
    locale: {},
    strings: { attribute: false },
    tabStop: { state: true },
  };

  private readonly language = new LocaleController(this);
  private focusAfterUpdate = false;

  private tabStop = '';
  private shown: readonly GridDay[] = [];

  /** Free times by date `YYYY-MM-DD`. A date that is not in it counts as not loaded yet. */
  days: Readonly<Record<string, number>> = {};
  /** The lowest price of a day by date `YYYY-MM-DD`, shown where a day has free times: for days that differ in price. */
  prices: Readonly<Record<string, Money>> = {};
  /** The chosen day, `YYYY-MM-DD`; empty when there is none. */
  value = '';
  /** Any day of the first week shown. Default: such that the chosen day, else `today`, else `min` is shown. */
  page = '';
  /** Marks a day as today, `YYYY-MM-DD` in the visitor's zone. */
  today = '';
  /** The first day that can be booked, `YYYY-MM-DD`. Default: `today`. */
  min = '';
  /** The last day that can be booked, `YYYY-MM-DD`. */
  max = '';
  /** How many weeks are shown at once. */
  weeks = 6;
  /** Days show what is free, and cannot be chosen. */
  readonly = false;
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  protected override scheduleUpdate(): Promise<void> | undefined {
    return ownTask(BookingCalendar, () => void super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Who is in the calendar stays where they are, whatever day the page chooses meanwhile.
    if (changed.has('value') && !this.shadowRoot?.activeElement) this.tabStop = dateOr(this.value);
  }

  protected override updated(): void {
    const { shown, language } = this;
    const tabStop = this.tabStopIn(shown);
    this.cells.forEach((cell, index) => shown[index] && dressDay(cell, shown[index], tabStop, this, language));
    if (this.focusAfterUpdate) this.focus();
    this.focusAfterUpdate = false;
  }

  /** The attributes with what is missing or no date left out. */
  private get input(): GridInput {
    const today = dateOr(this.today);
    const min = dateOr(this.min, today);
    const input = {
      page: dateOr(this.page),
      weeks: this.weeks > 0 && this.weeks < 60 ? Math.floor(this.weeks) : 6,
      firstDay: this.language.formats.firstDayOfWeek,
      min,
      max: dateOr(this.max),
    };
    const now = new Date().toISOString().slice(0, 10);
    return input.page ? input : { ...input, page: pageOf(input, dateOr(this.value, today || min || now)) };
  }

  /** The one day in the tab order: where the focus was, else the chosen day, the first free one, today, the first. */
  private tabStopIn(days: readonly GridDay[]): string {
    const shown = (date: string) => days.some((day) => day.date === date);
    const first = days.find((day) => day.state === 'free') ?? days.find((day) => day.state !== 'outside') ?? days[0];
    return [this.tabStop, dateOr(this.value)].find(shown) ?? first?.date ?? '';
  }

  private readonly turnTo = (page: string): void => {
    this.page = page;
    this.dispatchEvent(new BookingPageChangeEvent(page));
  };

  private choose({ date, state }: GridDay): void {
    this.tabStop = date;
    if (state !== 'free' || this.readonly) return;
    this.value = date;
    this.dispatchEvent(new BookingDaySelectEvent(date));
  }

  private get cells(): readonly Element[] {
    return [...this.renderRoot.querySelectorAll('[role=gridcell]')];
  }

  /** What is done to a day: all the listeners are the grid's. */
  private readonly onAct = (event: MouseEvent | KeyboardEvent): void => {
    const day = this.shown[this.cells.findIndex((cell) => cell.contains(event.target as Node))];
    if (!day) return;
    if (event instanceof MouseEvent) this.choose(day);
    else this.onKey(event, day);
  };

  private onKey(event: KeyboardEvent, day: GridDay): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const input = this.input;
    const date = moveByKey(input, day.date, event, this.matches(':dir(rtl)'), this.days);
    if (date !== null) {
      this.tabStop = date;
      this.focusAfterUpdate = true;
      if (!isShown(input, date)) this.turnTo(pageOf(input, date));
    } else if (event.key === 'Enter' || event.key === ' ') this.choose(day);
    else return;
    event.preventDefault();
  }

  /** Focuses the day in the tab order. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus(options);
  }

  private renderLegend() {
    const { text } = this.language;
    return html`<p class="legend" part="legend" aria-hidden="true">${text.fewer}<i></i><i></i><i></i>${text.more}</p>`;
  }

  override render() {
    const { text, formats } = this.language;
    const input = this.input;
    const days = (this.shown = monthGrid(input, this.days));
    const months = shownMonths(input);
    const loading = days.every((day) => day.state === 'loading' || day.state === 'outside');
    return html`<div class="head" part="header">
        <h3 class="heading" part="title" id="title" aria-live="polite">
          ${formats.monthRange(months.from, months.to)}
        </h3>
        ${turnButton(-1, text, turnPage(input, -1), this.turnTo)}${turnButton(1, text, turnPage(input, 1), this.turnTo)}
      </div>
      <div
        class="grid"
        part="grid"
        role="grid"
        aria-labelledby="title"
        aria-busy=${loading}
        @click=${this.onAct}
        @keydown=${this.onAct}
      >
        <div class="row" role="row">
          ${formats
            .weekdays()
            .map(
              ({ short, long }) =>
                html`<span class="weekday" part="weekday" role="columnheader" aria-label=${long}>${short}</span>`,
            )}
        </div>
        ${Array<typeof WEEK>(input.weeks).fill(WEEK)}
      </div>
      <div class="foot" part="footer">
        ${loading ? html`<span class="placeholder"></span>` : this.renderLegend()}
        <slot name="footer"></slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-calendar': BookingCalendar;
  }
}
