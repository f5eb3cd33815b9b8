import { html, type LitElement, type TemplateResult } from 'lit';
import type { FlowState } from '../../../flow/state.js';
import { BookingCompleteEvent } from '../../later-events.js';
import { iconCalendar } from '../../shared/later-icons.js';
import type { FlowView } from '../view.js';
import { charged } from './approximate.js';
import { keepFocus } from './focus.js';
import { remember } from './pending.js';
import { wordsOf } from './words.js';

/** What the days are called after a lost race; null otherwise. */
export function takenTitle(view: FlowView): string | null {
  const { state, formats } = view;
  if (state.step !== 'datetime' || !state.taken) return null;
  const { takenTitle, takenTitleUnsure } = wordsOf(view);
  const { slot, isUnsure } = state.taken;
  return (isUnsure ? takenTitleUnsure : takenTitle)(formats.time(Date.parse(slot.startTime), state.timeZone));
}

/** The one main button of the steps after the choice of a time. */
export function mainButton(view: FlowView): TemplateResult {
  const { state, send } = view;
  const text = wordsOf(view);
  if (state.step === 'confirmation') {
    const { submission } = state;
    const isWaiting = submission.status === 'refused' && submission.until !== undefined;
    const busy = submission.status === 'sending' || submission.status === 'checking' || isWaiting;
    const rate = submission.status === 'price_changed' ? submission.current : state.slot.rate;
    return html`${charged(view, rate)}<button
        type="button"
        class="button primary"
        part="main-button"
        aria-disabled=${busy}
        @click=${({ currentTarget }: Event) =>
          submission.status === 'unconfirmed' ? send({ type: 'check-again' }) : formBeside(currentTarget)?.submit()}
      >
        ${submitLabel(view)}
      </button>`;
  }
  return state.step === 'booked'
    ? html`<button type="button" class="button quiet" part="restart" @click=${() => send({ type: 'restart' })}>
        ${text.bookAnother}
      </button>`
    : html`<button
        type="button"
        class="button outline"
        part="all-times"
        @click=${() => send({ type: 'dismiss-taken' })}
      >
        ${iconCalendar()}${text.allTimes}
      </button>`;
}

function submitLabel(view: FlowView): string {
  const { state, formats } = view;
  const text = wordsOf(view);
  if (state.step !== 'confirmation') return '';
  const { submission } = state;
  if (submission.status === 'sending' || submission.status === 'checking') return text.sending;
  if (submission.status === 'unconfirmed') return text.checkAgain;
  const rate = submission.status === 'price_changed' ? submission.current : state.slot.rate;
  return rate.amountMinor ? text.bookFor(formats.money(rate)) : text.bookFree;
}

function formBeside(target: EventTarget | null) {
  const root = target instanceof Node ? target.getRootNode() : null;
  return root instanceof ShadowRoot ? root.querySelector('booking-form') : null;
}

/** After a change: tells the page of a booking; fields that the server refused take the focus as the form's own do. */
export function finish(host: LitElement, state: FlowState, previous: FlowState): void {
  remember(state, previous);
  keepFocus(host, state, previous);
  if (state.step === 'booked' && previous.step !== 'booked')
    host.dispatchEvent(new BookingCompleteEvent(state.booking));
  if (state.step !== 'confirmation' || previous.step !== 'confirmation') return;
  const { submission } = state;
  if (submission === previous.submission || submission.status !== 'editing') return;
  if (Object.keys(submission.errors).length) {
    void host.updateComplete.then(() => host.renderRoot.querySelector('booking-form')?.focusErrors());
  }
}
