import { html, type TemplateResult } from 'lit';

/** Strokes on a 20 × 20 grid. Flavours: `flip` turns round where text runs from right to left, `little` is 16 px. */
export function icon(d: string, flavour = ''): TemplateResult {
  return html`<svg class="icon ${flavour}" viewBox="0 0 20 20" aria-hidden="true"><path d=${d}></path></svg>`;
}

export const iconBack = () => icon('M12.5 5l-5 5 5 5', 'flip');
export const iconForward = () => icon('M7.5 5l5 5-5 5', 'flip');
export const iconArrow = () => icon('M4.5 10h11M11 5.5l4.5 4.5-4.5 4.5', 'flip little');
