import { html, type TemplateResult } from 'lit';
import type { Slot } from '../../../domain/slot.js';
import { localDate, localDateTime, offsetAt } from '../../../domain/time-zone.js';
import { daysBetween } from '../../../domain/plain-date.js';
import type { DatetimeStep, Taken } from '../../../flow/state.js';
import { timeRange } from '../../../i18n/time-range.js';
import { coachFormats } from '../../shared/coach-formats.js';
import { iconArrow } from '../../shared/icons.js';
import type { FlowView } from '../view.js';
import { takenNotice } from './notices.js';
import { wordsOf } from './words.js';

/** Step 2 after a lost race: the nearest free times, each one tap away. */
export function takenStep(view: FlowView<DatetimeStep>, taken: Taken): TemplateResult {
  return html`<div class="body" part="body">
    ${takenNotice(view)}
    <div>
      <h3 class="heading small" id="alternatives">${wordsOf(view).takenAlternatives}</h3>
      <ul class="alternatives" aria-labelledby="alternatives">
        ${taken.alternatives.slice(0, 3).map((slot) => html`<li>${alternative(view, taken.slot, slot)}</li>`)}
      </ul>
    </div>
  </div>`;
}

function alternative(view: FlowView<DatetimeStep>, old: Slot, slot: Slot): TemplateResult {
  const { state, formats, coachTimeZone, chooseSlot, proceed } = view;
  const text = wordsOf(view);
  const [start, end] = [Date.parse(slot.startTime), Date.parse(slot.endTime)];
  const theirs =
    coachTimeZone && offsetAt(coachTimeZone, start) !== offsetAt(state.timeZone, start)
      ? text.timeIn(timeRange(coachFormats(formats), start, end, coachTimeZone), formats.city(coachTimeZone))
      : '';
  return html`<button
    type="button"
    class="card"
    part="alternative"
    @click=${() => {
      if (chooseSlot(slot)) proceed();
    }}
  >
    <span class="why small">${whyNear(view, old, slot)}</span>
    <span class="when"
      ><span>${formats.day(localDate(state.timeZone, start), 'short')}</span
      ><b class="number">${timeRange(formats, start, end, state.timeZone)}</b></span
    >
    <span class="small muted number">${theirs}</span>
    ${iconArrow()}
  </button>`;
}

/** What makes a time a good substitute: how much earlier or later, or the same time on the next day. */
function whyNear(view: FlowView<DatetimeStep>, old: Slot, slot: Slot): string {
  const { state, formats } = view;
  const text = wordsOf(view);
  const minutes = (Date.parse(slot.startTime) - Date.parse(old.startTime)) / 60_000;
  const before = localDateTime(state.timeZone, Date.parse(old.startTime));
  const after = localDateTime(state.timeZone, Date.parse(slot.startTime));
  const days = daysBetween(before.date, after.date);
  if (days === 1 && before.minutes === after.minutes) return text.sameTimeNextDay;
  if (days !== 0) return '';
  const apart = Math.abs(minutes);
  const hours = Math.floor(apart / 60);
  const length = [
    hours ? text.hours(formats.number(hours)) : '',
    apart % 60 ? text.minutes(formats.number(apart % 60)) : '',
  ];
  const words = length.filter(Boolean).join(' ');
  return minutes < 0 ? text.earlierBy(words) : text.laterBy(words);
}
