import { html, nothing, type TemplateResult } from 'lit';
import { obstacle } from '../../flow/selectors.js';
import { footer, header } from './frame.js';
import { datetimeStep } from './steps/datetime.js';
import { durationStep } from './steps/duration.js';
import { onItsWay, type OnItsWay } from './steps/on-its-way.js';
import { isAgenda, isStep, type FlowView } from './view.js';

/** The receipt, and the step that is shown; before there is one, its place. */
export function main(view: FlowView | null, waiting: OnItsWay): TemplateResult {
  return html`${view?.later?.receipt(view) ?? html`<div class="receipt" part="receipt"></div>`}
    <div class="main" data-step=${view?.state.step ?? nothing}>
      ${view ? html`${header(view)} ${step(view)} ${footer(view)}` : onItsWay(waiting)}
    </div>`;
}

function step(view: FlowView): TemplateResult {
  if (!obstacle(view.state)) {
    if (isStep(view, 'duration')) return durationStep(view);
    if (isStep(view, 'datetime') && !view.state.taken && !isAgenda(view.layout)) return datetimeStep(view);
  }
  return view.later?.laterStep(view) ?? onItsWay(view);
}
