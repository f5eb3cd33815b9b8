import { html, type TemplateResult } from 'lit';
import { NO_PRICES } from '../../../domain/listed-price.js';
import { bookableDates, dayCounts, pageStatus, slotsOf } from '../../../flow/selectors.js';
import type { DatetimeStep, FlowState } from '../../../flow/state.js';
import type { BookingCalendar } from '../../booking-calendar/booking-calendar.js';
import type { BookingDaySelectEvent, BookingPageChangeEvent, BookingSlotSelectEvent } from '../../events.js';
import type { Later } from '../later-loader.js';
import type { FlowView } from '../view.js';
import { onItsWay } from './on-its-way.js';

/** Step 2: six weeks of days, and the times of the chosen one. */
export function datetimeStep(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, locale, now, later, send, turn } = view;
  const { days, prices, value, page } = weeksOf(state, later);
  const { min, max } = bookableDates(state, now);
  return html`<div class="body datetime" part="body">
    ${later?.datetimeNotice(view)}
    <booking-calendar
      nested
      exportparts="header, title, previous, next, grid, weekday, day, price, free, selected, today, legend"
      .days=${days}
      .prices=${prices}
      .value=${value}
      page=${page}
      today=${min}
      max=${max}
      locale=${locale}
      @booking-day-select=${(event: BookingDaySelectEvent) => {
        send({ type: 'select-day', day: event.detail.date });
        later?.showTimes(event);
      }}
      @booking-page-change=${({ detail, target }: BookingPageChangeEvent) =>
        turn(detail.page, (turned) => Object.assign(target as object, weeksOf(turned, later)))}
    >
      ${later?.nextFreeLink(view)}
    </booking-calendar>
    ${times(view)}
  </div>`;
}

/** What the calendar shows. */
function weeksOf(state: FlowState, later: Later | null): Pick<BookingCalendar, 'days' | 'prices' | 'value' | 'page'> {
  return {
    days: dayCounts(state),
    prices: later?.dayPrices(state) ?? NO_PRICES,
    value: state.day ?? '',
    page: state.pageStart,
  };
}

function times(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, hour12, locale, late, later, coachName, coachTimeZone, chooseSlot } = view;
  const status = pageStatus(state);
  const slots = slotsOf(state);
  const none = status === 'failed' ? !slots : status === 'empty' && !slots?.length;
  if (none && late !== 'loading') return later ? later.noTimes(view) : onItsWay(view);
  return html`<booking-slot-list
    nested
    exportparts="title: day-title, slot, time, coach-time, part-of-day, empty"
    .slots=${slots ?? []}
    .value=${state.slot?.startTime ?? ''}
    .hour12=${hour12}
    date=${state.day ?? ''}
    time-zone=${state.timeZone}
    coach-time-zone=${coachTimeZone}
    coach-name=${coachName}
    locale=${locale}
    ?loading=${none || (!slots && (state.day !== null || status === 'loading'))}
    @booking-slot-select=${(event: BookingSlotSelectEvent) => {
      event.stopPropagation();
      if (!chooseSlot(event.detail.slot)) event.preventDefault();
    }}
  ></booking-slot-list>`;
}
