import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../view.js';

/** A step that is still being loaded: its place meanwhile, and a way to try again when it did not come. */
export function onItsWay({ late, text, loadLater }: FlowView): TemplateResult {
  if (late !== 'failed') {
    return html`<div class="body late" part="body" aria-hidden="true">
      <span class="placeholder"></span><span class="placeholder"></span><span class="placeholder"></span>
    </div>`;
  }
  return html`<div class="body blank" part="body error">
    <h3>${text.errors.partTitle}</h3>
    <p class="muted">${text.errors.network}</p>
    <button type="button" class="button outline" @click=${loadLater}>${text.tryAgain}</button>
  </div>`;
}
