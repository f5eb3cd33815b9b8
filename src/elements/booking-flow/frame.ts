import { html, nothing, type TemplateResult } from 'lit';
import { canGoBack } from '../../flow/selectors.js';
import type { FlowState } from '../../flow/state.js';
import { iconArrow, iconBack } from '../shared/icons.js';
import type { FlowView } from './view.js';

/** Whether a length or a time is being chosen. */
export function isPicking(state: FlowState): boolean {
  return state.step === 'duration' || (state.step === 'datetime' && !state.taken);
}

/** What `progress` counts. */
const STEPS: readonly FlowState['step'][] = ['duration', 'datetime', 'confirmation'];

/** Back, the step's heading, which takes the focus when the step begins, and how far it is. */
export function header(view: FlowView): TemplateResult | typeof nothing {
  const { state, text, later, send } = view;
  const index = STEPS.indexOf(state.step);
  if (index < 0) return nothing;
  const titles = { duration: text.lengthTitle, datetime: text.timeTitle, confirmation: text.detailsTitle, booked: '' };
  return html`<header class="head" part="header">
    ${
      index
        ? html`<button
            type="button"
            class="icon-button"
            part="back"
            aria-disabled=${!canGoBack(state)}
            aria-label=${text.back}
            @click=${() => send({ type: 'back' })}
          >
            ${iconBack()}
          </button>`
        : nothing
    }
    <h2 part="heading" tabindex="-1">${later?.takenTitle(view) ?? titles[state.step]}</h2>
    <p class="progress" part="progress">
      <span aria-hidden="true">${STEPS.map((_, at) => html`<i class=${at > index ? 'open' : ''}></i>`)}</span>
      ${text.stepOf(index + 1, STEPS.length)}
    </p>
  </header>`;
}

/** Zone and clock where times are shown; the one main button. */
export function footer(view: FlowView): TemplateResult {
  const { state, hint, later } = view;
  const isChoice = state.step === 'duration' || state.step === 'datetime';
  return html`<footer class="foot ${isChoice ? '' : 'bare'}" part="footer">
      ${isChoice ? later?.settings(view) : nothing}
      <slot name="terms" ?hidden=${state.step !== 'confirmation'}></slot>
    </footer>
    <div class="act ${isChosen(state) ? 'ready' : ''}" part="action">
      ${hint ? html`<p class="hint small" id="hint" part="hint">${hint}</p>` : nothing}
      ${isPicking(state) ? goOn(view) : later?.mainButton(view)}
    </div>`;
}

/** Whether nothing keeps the visitor from pressing the main button. */
function isChosen(state: FlowState): boolean {
  if (state.step === 'duration') return state.durationMinutes !== null;
  return state.slot !== null && !('taken' in state && state.taken);
}

function goOn(view: FlowView): TemplateResult {
  const { state, text, hint, later, proceed } = view;
  const chosen = later?.choice(view);
  return html`<button
    type="button"
    class="button primary"
    part="main-button"
    aria-disabled=${!isChosen(state)}
    aria-describedby=${hint ? 'hint' : nothing}
    @click=${proceed}
  >
    ${chosen ? html`<span class="chosen">${chosen}</span> ` : nothing}<span>${state.step === 'duration' ? text.seeTimes : text.continue}</span>${iconArrow()}
  </button>`;
}
