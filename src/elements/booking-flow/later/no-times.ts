import { html, nothing, type TemplateResult } from 'lit';
import { localDate } from '../../../domain/time-zone.js';
import { afterDay, nextFreeDay } from '../../../flow/later-selectors.js';
import { dayCounts, nextFreeOf, pageStatus } from '../../../flow/selectors.js';
import type { DatetimeStep } from '../../../flow/state.js';
import { iconSkip } from '../../shared/later-icons.js';
import type { FlowView } from '../view.js';
import { messageFor } from './messages.js';
import { wordsOf } from './words.js';

/** Instead of times: they did not load, or the weeks shown have none. The calendar stays. */
export function noTimes(view: FlowView<DatetimeStep>): TemplateResult {
  return pageStatus(view.state) === 'failed' ? failed(view) : empty(view);
}

function failed(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, send } = view;
  const text = wordsOf(view);
  return html`<div class="blank" part="error">
    <h3>${text.errors.loadTitle}</h3>
    <p class="muted">${state.times.error ? messageFor(state.times.error, text) : nothing}</p>
    <button type="button" class="button outline" @click=${() => send({ type: 'retry' })}>${text.tryAgain}</button>
    <slot name="error"></slot>
  </div>`;
}

/** Says when the next free time is. */
function empty(view: FlowView<DatetimeStep>): TemplateResult {
  const { state, formats, coachName, send } = view;
  const text = wordsOf(view);
  const next = nextFreeOf(state, state.durationMinutes, afterDay(state));
  const blank = (message: string, goTo = '') =>
    html`<div class="blank" part="empty">
      <h3>${view.layout === 'week' ? text.noTimesThisWeek : text.noTimesHere}</h3>
      ${message ? html`<p class="muted">${message}</p>` : nothing}
      ${
        goTo
          ? html`<button type="button" class="button primary" @click=${() => send({ type: 'go-to-next-free' })}>
              ${goTo}
            </button>`
          : nothing
      }
      <slot name="empty"></slot>
    </div>`;
  switch (next.status) {
    case 'none':
      return blank(text.noTimesAtAll(coachName));
    case 'searching':
      return blank(text.searching);
    case 'found': {
      const start = Date.parse(next.slot.startTime);
      const day = formats.day(localDate(state.timeZone, start), 'short');
      const when = text.dayAndTime(day, formats.time(start, state.timeZone));
      return blank(
        text.nextFreeOf(coachName, text.minutes(formats.number(state.durationMinutes)), when),
        text.goToDay(day),
      );
    }
    default:
      return blank('', text.nextFreeDay);
  }
}

/** Below the calendar: the jump to the next free day. */
export function nextFreeLink(view: FlowView<DatetimeStep>): TemplateResult | typeof nothing {
  const { state, formats, send } = view;
  const text = wordsOf(view);
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
