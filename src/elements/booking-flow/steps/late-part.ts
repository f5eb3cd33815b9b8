import { html, type TemplateResult } from 'lit';
import type { FlowView } from '../view.js';

/** A part that may still be on its way: its place meanwhile, and a way to try again when it did not come. */
export function latePart({ lateParts, text, loadLateParts }: FlowView, part: () => TemplateResult): TemplateResult {
  if (lateParts === 'ready') return part();
  if (lateParts === 'failed') {
    return html`<div class="blank" part="error">
      <h3>${text.errors.partTitle}</h3>
      <p class="muted">${text.errors.network}</p>
      <button type="button" class="button outline" @click=${loadLateParts}>${text.tryAgain}</button>
    </div>`;
  }
  return html`<div class="late" aria-hidden="true">
    <span class="placeholder"></span><span class="placeholder"></span><span class="placeholder"></span>
  </div>`;
}
