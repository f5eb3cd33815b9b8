import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../view.js';

export type OnItsWay = Pick<FlowView, 'late' | 'text' | 'loadLater'>;

/** What is still being loaded: its place meanwhile, and a way to try again when it did not come. */
export function onItsWay({ late, text, loadLater }: OnItsWay): TemplateResult {
  return late === 'failed'
    ? html`<div class="body blank" part="body error">
        <h3>${text.notLoaded}</h3>
        <button type="button" class="button primary" @click=${loadLater}>${text.tryAgain}</button>
      </div>`
    : html`<div class="body late" part="body" aria-hidden="true">
        <span class="placeholder"></span><span class="placeholder"></span><span class="placeholder"></span>
      </div>`;
}
