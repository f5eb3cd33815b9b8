import { html, type TemplateResult } from 'lit';
import { dayTimes } from '../../../flow/day-times.js';
import { bookableDates, pageStatus } from '../../../flow/selectors.js';
import { PAGE_DAYS } from '../../../flow/spans.js';
import type { DatetimeStep } from '../../../flow/state.js';
import { BookingAgenda } from '../../booking-agenda/booking-agenda.js';
import type { BookingPageChangeEvent, BookingSlotSelectEvent } from '../../events.js';
import type { FlowView } from '../view.js';
import { noTimes } from './no-times.js';
import { datetimeNotice } from './notices.js';

/** Step 2 as a week side by side, or as a list: each day with its times. */
export function agendaStep(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, locale, hour12, now, layout, coachName, coachTimeZone, send } = view;
  const { min, max } = bookableDates(state, now);
  return html`<div class="body agenda" part="body">
    ${datetimeNotice(view)}
    ${
      pageStatus(state) === 'failed'
        ? noTimes(view)
        : html`<booking-agenda
            nested
            exportparts="header, title, previous, next, clocks, list, day, free, full, today, day-name, part-of-day, slot, selected, time, coach-time, more"
            .days=${dayTimes(state)}
            .value=${state.slot?.startTime ?? ''}
            .hour12=${hour12}
            view=${layout}
            page=${state.pageStart}
            today=${min}
            max=${max}
            time-zone=${state.timeZone}
            coach-time-zone=${coachTimeZone}
            coach-name=${coachName}
            locale=${locale}
            ?loading=${state.times.loading !== null}
            @booking-page-change=${({ detail }: BookingPageChangeEvent) =>
              send({ type: 'show-page', pageStart: detail.page, ...(detail.days && { days: detail.days }) })}
            @booking-slot-select=${(event: BookingSlotSelectEvent) => select(view, event)}
            ><div slot="empty">${noTimes(view)}</div></booking-agenda
          >`
    }
  </div>`;
}

function select({ state, send, chooseSlot }: FlowView<DatetimeStep>, event: BookingSlotSelectEvent): void {
  const { currentTarget } = event;
  event.stopPropagation();
  // A list shows more than a week: what is chosen in it must not turn it.
  if (currentTarget instanceof BookingAgenda && !currentTarget.isWeek && state.pageDays < PAGE_DAYS) {
    send({ type: 'show-page', pageStart: state.pageStart, days: PAGE_DAYS });
  }
  if (!chooseSlot(event.detail.slot)) event.preventDefault();
}
