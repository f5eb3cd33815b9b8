import { html, nothing, type TemplateResult } from 'lit';
import { localDate } from '../../domain/time-zone.js';
import { canGoBack, rateOf, stepsOf } from '../../flow/selectors.js';
import type { FlowState } from '../../flow/state.js';
import type { BookingTimeZoneChangeEvent } from '../events.js';
import { iconArrow, iconBack, iconCalendar, iconGlobe } from '../shared/icons.js';
import { isStep, type FlowView } from './view.js';

/** What the step is called; it takes the focus when the step begins. */
export function headingOf(view: FlowView): string {
  const { state, text, formats } = view;
  if (state.step === 'datetime' && state.taken) {
    return text.takenTitle(formats.time(Date.parse(state.taken.slot.startTime), state.timeZone));
  }
  return { duration: text.lengthTitle, datetime: text.timeTitle, confirmation: text.detailsTitle, booked: '' }[
    state.step
  ];
}

/** Back, the step's heading, and how far it is. */
export function header(view: FlowView): TemplateResult | typeof nothing {
  const { state, text, send } = view;
  const steps = stepsOf(state);
  const index = steps.findIndex(({ status }) => status === 'current');
  if (index < 0) return nothing;
  return html`<header class="head" part="header">
    ${
      index
        ? html`<button
            type="button"
            class="icon-button"
            part="back"
            aria-disabled=${canGoBack(state) ? 'false' : 'true'}
            aria-label=${text.back}
            @click=${() => send({ type: 'back' })}
          >
            ${iconBack()}
          </button>`
        : nothing
    }
    <h2 part="heading" tabindex="-1">${headingOf(view)}</h2>
    <p class="progress" part="progress">
      <span aria-hidden="true">${steps.map(({ status }) => html`<i class=${status}></i>`)}</span>
      ${text.stepOf(index + 1, steps.length)}
    </p>
  </header>`;
}

/** Zone and clock where times are shown; the one main button. */
export function footer(view: FlowView, setClock: (hour12: boolean) => void): TemplateResult {
  const choosing = view.state.step === 'duration' || view.state.step === 'datetime';
  const button = mainButton(view);
  return html`<footer class="foot ${choosing ? '' : 'bare'}" part="footer">
      ${choosing ? [zone(view), clock(view, setClock)] : nothing}
      <slot name="terms" ?hidden=${view.state.step !== 'confirmation'}></slot>
    </footer>
    <div class="act ${isReady(view.state) ? 'ready' : ''}" part="action">
      ${view.hint ? html`<p class="hint small" id="hint" part="hint">${view.hint}</p>` : nothing}${button}
    </div>`;
}

function zone({ state, text, formats, hour12, locale, late, now, send }: FlowView): TemplateResult {
  if (late === 'ready') {
    return html`<booking-time-zone-select
      part="time-zone"
      .value=${state.timeZone}
      .hour12=${hour12}
      .now=${now}
      locale=${locale}
      @booking-time-zone-change=${({ detail }: BookingTimeZoneChangeEvent) =>
        send({ type: 'change-time-zone', timeZone: detail.timeZone })}
    ></booking-time-zone-select>`;
  }
  return html`<p class="zone" part="time-zone">
    <span class="muted">${iconGlobe()}</span>
    <span class="hidden">${text.timeZone}</span>${formats.city(state.timeZone)}
    <span class="muted number">${formats.offset(now, state.timeZone)}</span>
  </p>`;
}

function clock({ formats, text }: FlowView, setClock: (hour12: boolean) => void): TemplateResult {
  return html`<fieldset class="clock" part="clock">
    <legend class="hidden">${text.clock}</legend>
    ${[true, false].map(
      (hour12) =>
        html`<label
          ><input
            type="radio"
            name="clock"
            .checked=${formats.usesHour12 === hour12}
            @change=${() => setClock(hour12)}
          /><span class="number">${hour12 ? text.clock12 : text.clock24}</span></label
        >`,
    )}
  </fieldset>`;
}

function isReady(state: FlowState): boolean {
  switch (state.step) {
    case 'duration':
      return state.durationMinutes !== null;
    case 'datetime':
      return state.slot !== null && !state.taken;
    case 'confirmation':
      return state.submission.status !== 'sending' && state.submission.status !== 'checking';
    case 'booked':
      return true;
  }
}

function mainButton(view: FlowView): TemplateResult {
  const { state, text, formats, send, proceed, hint } = view;
  const main = (label: unknown) =>
    html`<button
      type="button"
      class="button primary"
      part="main-button"
      aria-disabled=${isReady(state) ? 'false' : 'true'}
      aria-describedby=${hint ? 'hint' : nothing}
      @click=${proceed}
    >
      ${label}
    </button>`;
  const onward = (chosen: string, label: string) =>
    main(html`${chosen ? html`<span class="chosen">${chosen}</span> ` : nothing}<span>${label}</span>${iconArrow()}`);
  if (isStep(view, 'duration')) {
    const rate = rateOf(state);
    const length = state.durationMinutes === null ? '' : formats.minutes(state.durationMinutes);
    return onward(rate ? `${length}, ${formats.money(rate)}` : length, text.seeTimes);
  }
  if (state.step === 'datetime') {
    if (state.taken) {
      return html`<button
        type="button"
        class="button outline"
        part="all-times"
        @click=${() => send({ type: 'dismiss-taken' })}
      >
        ${iconCalendar()}${text.allTimes}
      </button>`;
    }
    if (!state.slot) return onward('', text.continue);
    const start = Date.parse(state.slot.startTime);
    const day = formats.day(localDate(state.timeZone, start), 'short');
    return onward(`${day}, ${formats.time(start, state.timeZone).replace(/\s/g, '\u00a0')}`, text.continue);
  }
  if (state.step === 'confirmation') return main(submitLabel(view));
  return html`<button type="button" class="button quiet" part="restart" @click=${() => send({ type: 'restart' })}>
    ${text.bookAnother}
  </button>`;
}

function submitLabel({ state, text, formats }: FlowView): string {
  if (state.step !== 'confirmation') return '';
  const { submission } = state;
  if (submission.status === 'sending' || submission.status === 'checking') return text.sending;
  if (submission.status === 'unconfirmed') return text.checkAgain;
  const rate = submission.status === 'price_changed' ? submission.current : state.slot.rate;
  return rate.amountMinor ? text.bookFor(formats.money(rate)) : text.bookFree;
}
