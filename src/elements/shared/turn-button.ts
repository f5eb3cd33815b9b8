import { html, type TemplateResult } from 'lit';
import type { Dictionary } from '../../i18n/dictionary.js';
import { iconBack, iconForward } from './icons.js';

/** To earlier (`-1`) or later (`1`) days. Without a page to turn to it can be reached, and does nothing. */
export function turnButton(step: 1 | -1, text: Dictionary, page: string, turn: (page: string) => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    part=${step < 0 ? 'previous' : 'next'}
    aria-label=${step < 0 ? text.previousPage : text.nextPage}
    aria-disabled=${page ? 'false' : 'true'}
    @click=${() => page && turn(page)}
  >
    ${step < 0 ? iconBack() : iconForward()}
  </button>`;
}
