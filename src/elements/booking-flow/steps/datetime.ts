import { html, nothing, type TemplateResult } from 'lit';
import { localDate } from '../../../domain/time-zone.js';
import { afterDay } from '../../../flow/next-free.js';
import { bookableDates, dayCounts, nextFreeDay, nextFreeOf, pageStatus, slotsOf } from '../../../flow/selectors.js';
import type { DatetimeStep } from '../../../flow/state.js';
import type { BookingDaySelectEvent, BookingPageChangeEvent, BookingSlotSelectEvent } from '../../events.js';
import { iconSkip } from '../../shared/icons.js';
import { messageFor } from '../messages.js';
import type { FlowView } from '../view.js';

/** Step 2: six weeks of days, and the times of the chosen one. */
export function datetimeStep(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, hour12, locale, now, send } = view;
  const { min, max } = bookableDates(state, now);
  return html`<div class="body datetime" part="body">
    ${view.later?.datetimeNotice(view)}
    <booking-calendar
      exportparts="header, title, previous, next, grid, weekday, day, free, selected, today, legend"
      .days=${dayCounts(state)}
      .value=${state.day ?? ''}
      page=${state.pageStart}
      today=${min}
      max=${max}
      locale=${locale}
      @booking-day-select=${(event: BookingDaySelectEvent) => {
        send({ type: 'select-day', day: event.detail.date });
        showTimes(event);
      }}
      @booking-page-change=${({ detail }: BookingPageChangeEvent) =>
        send({ type: 'show-page', pageStart: detail.page })}
    >
      ${nextFreeLink(view)}
    </booking-calendar>
    ${times(view, hour12)}
  </div>`;
}

function times(view: FlowView<DatetimeStep>, hour12: boolean | undefined): TemplateResult {
  const { state, text, locale, coachName, coachTimeZone, chooseSlot } = view;
  const status = pageStatus(state);
  const slots = slotsOf(state);
  if (!slots && status === 'failed') return failed(view);
  if (!slots?.length && status === 'empty') return noTimes(view);
  if (!slots?.length && status === 'ready') {
    return html`<div class="blank" part="empty">
      <p class="muted">${state.day ? text.noTimesOnDay : text.chooseDay}</p>
    </div>`;
  }
  return html`<booking-slot-list
    exportparts="slot, time, coach-time, part-of-day"
    .slots=${slots ?? []}
    .value=${state.slot?.startTime ?? ''}
    .hour12=${hour12}
    date=${state.day ?? ''}
    time-zone=${state.timeZone}
    coach-time-zone=${coachTimeZone}
    coach-name=${coachName}
    locale=${locale}
    ?loading=${!slots}
    @booking-slot-select=${(event: BookingSlotSelectEvent) => {
      event.stopPropagation();
      if (!chooseSlot(event.detail.slot)) event.preventDefault();
    }}
  ></booking-slot-list>`;
}

/** The times did not load: the calendar stays, and one button tries again. */
function failed({ state, text, send }: FlowView<DatetimeStep>): TemplateResult {
  return html`<div class="blank" part="error">
    <h3>${text.errors.loadTitle}</h3>
    <p class="muted">${state.times.error ? messageFor(state.times.error, text) : nothing}</p>
    <button type="button" class="button outline" @click=${() => send({ type: 'retry' })}>${text.tryAgain}</button>
  </div>`;
}

/** No times in the weeks shown: says when the next one is. */
function noTimes({ state, text, formats, coachName, send }: FlowView<DatetimeStep>): TemplateResult {
  const next = nextFreeOf(state, state.durationMinutes, afterDay(state));
  const go = () => send({ type: 'go-to-next-free' });
  const button = (label: string) => html`<button type="button" class="button primary" @click=${go}>${label}</button>`;
  if (next.status === 'none') {
    return html`<div class="blank" part="empty">
      <h3>${text.noTimesHere}</h3>
      <p class="muted">${text.noTimesAtAll(coachName)}</p>
    </div>`;
  }
  if (next.status !== 'found') {
    return html`<div class="blank" part="empty">
      <h3>${text.noTimesHere}</h3>
      ${next.status === 'searching' ? html`<p class="muted">${text.searching}</p>` : button(text.nextFreeDay)}
    </div>`;
  }
  const start = Date.parse(next.slot.startTime);
  const day = formats.day(localDate(state.timeZone, start), 'short');
  const when = `${day}, ${formats.time(start, state.timeZone)}`;
  return html`<div class="blank" part="empty">
    <h3>${text.noTimesHere}</h3>
    <p class="muted">${text.nextFreeOf(coachName, formats.minutes(state.durationMinutes), when)}</p>
    ${button(text.goToDay(day))}
  </div>`;
}

/** Below the calendar: the jump to the next free day. */
function nextFreeLink({ state, text, formats, send }: FlowView<DatetimeStep>): TemplateResult | typeof nothing {
  const day = nextFreeDay(state);
  if (day === null || pageStatus(state) === 'loading') return nothing;
  const shown = day === undefined || day in dayCounts(state);
  return html`<button
    slot="footer"
    type="button"
    class="link"
    part="next-free"
    @click=${() => send({ type: 'go-to-next-free' })}
  >
    ${shown ? text.nextFreeDay : text.nextFreeDayIs(formats.day(day, 'short'))}${iconSkip()}
  </button>`;
}

/** Where the times stand below the calendar, a touch on a day brings them into view. */
function showTimes({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const list = currentTarget.nextElementSibling;
  if (!list || list.getBoundingClientRect().top < currentTarget.getBoundingClientRect().bottom) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
}
