import { html, nothing, type TemplateResult } from 'lit';

export interface NoticeInput {
  readonly kind?: 'hold';
  readonly tone?: 'warning' | 'danger';
  readonly icon: TemplateResult;
  readonly title: unknown;
  readonly body?: unknown;
  readonly action?: readonly [label: string, run: () => void];
}

/** A message above the step, with at most one thing to do. What is read out of it stands in `spoken.ts`. */
export function notice({ kind, tone, icon, title, body = '', action }: NoticeInput): TemplateResult {
  return html`<div class="notice ${tone ?? ''} ${kind ?? ''}" part="notice ${kind ?? ''}">
    ${icon}
    <p><b>${title}</b> ${body}</p>
    ${action ? html`<button type="button" class="link" @click=${action[1]}>${action[0]}</button>` : nothing}
  </div>`;
}
