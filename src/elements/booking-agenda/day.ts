import { html, type TemplateResult } from 'lit';
import type { DetailsDictionary } from '../../i18n/details.js';
import type { Formats } from '../../i18n/format.js';
import { monthDay, shortWeekday } from '../../i18n/day-range.js';
import type { SlotTime } from '../booking-slot-list/slot-times.js';
import type { AgendaDay } from './agenda-days.js';

/** A day as it is drawn. */
export interface DayView extends AgendaDay {
  readonly isToday: boolean;
  readonly times: readonly SlotTime[];
}

export interface DayTools {
  readonly text: DetailsDictionary;
  readonly formats: Formats;
  readonly option: (time: SlotTime) => TemplateResult;
}

/** The parts of a day, in order: a row of the week each. */
export const PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;

const PLACEHOLDERS = Array.from({ length: 4 }, () => html`<span class="placeholder"></span>`);

/** A column of the week. */
export function column(day: DayView, tools: DayTools): TemplateResult {
  const { date, times, isToday } = day;
  const { text, formats, option } = tools;
  const caption = isToday ? text.today : date.endsWith('-01') ? formats.month(date, 'short') : '';
  const look = html`<span class="weekday">${caption || shortWeekday(formats, date)}</span
    ><b>${formats.dayOfMonth(date)}</b>`;
  return group(
    day,
    tools,
    look,
    day.state === 'loading'
      ? html`<div class="slots rest">${PLACEHOLDERS}</div>`
      : times.length
        ? PARTS.map((part) => {
            const own = times.filter((time) => time.part === part);
            return own.length ? html`<div class="slots ${part}">${own.map(option)}</div>` : '';
          })
        : html`<span class="rest none" aria-hidden="true">–</span>`,
  );
}

/** A row of the list. */
export function row(day: DayView, tools: DayTools): TemplateResult {
  const { date, times, isToday } = day;
  const { text, formats, option } = tools;
  if (day.state === 'loading') {
    return html`<div class="day ${day.state}" part="day ${day.state}">
      <p class="hidden">${text.loadingTimes}</p>
      <span class="placeholder line"></span>
      <div class="slots">${PLACEHOLDERS}</div>
    </div>`;
  }
  const look = html`<b>${isToday ? text.today : formats.day(date, 'weekday')}</b>
    <span>${monthDay(formats, date)}</span>`;
  return group(day, tools, look, html`<div class="slots">${times.map(option)}</div>`);
}

function group(
  { date, state, slots, isToday }: DayView,
  { text, formats }: DayTools,
  look: TemplateResult,
  content: unknown,
): TemplateResult {
  const long = formats.day(date, 'long');
  const full = isToday ? text.dayToday(long) : long;
  return html`<div
    class="day ${state} ${isToday ? 'today' : ''}"
    part="day ${state} ${isToday ? 'today' : ''}"
    role="group"
    aria-labelledby="day-${date}"
  >
    <h4 id="day-${date}" part="day-name" tabindex="-1">
      <span class="hidden">${state === 'loading' ? text.dayLoading(full) : text.dayWithTimes(full, slots.length)}</span
      ><span class="look" aria-hidden="true">${look}</span>
    </h4>
    ${content}
  </div>`;
}
