import { html, type TemplateResult } from 'lit';

/** A message of the dictionary with its one value emphasised, wherever the language puts it. */
export function strong(message: (value: string) => string, value: string): TemplateResult {
  const [before, after] = message('\n').split('\n');
  return html`${before}<b>${value}</b>${after}`;
}
