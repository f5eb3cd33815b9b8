import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from './safe-url.js';

/** First letters of the first and the last word that has letters. */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  return [...new Set([letters[0], letters.length > 1 ? letters.at(-1) : ''])].join('').toLocaleUpperCase();
}

/** A coach's photo over their initials, which stay when the photo has no `http(s)` address or does not load. */
export function avatar(name: string, address: string | undefined, base: string): TemplateResult {
  const url = safeUrl(address, base);
  return html`<span class="avatar" part="avatar" aria-hidden="true"
    ><span>${initials(name)}</span>${
      url
        ? html`<img
            src=${url}
            alt=""
            referrerpolicy="no-referrer"
            @load=${(event: Event) => show(event, true)}
            @error=${(event: Event) => show(event, false)}
          />`
        : nothing
    }</span
  >`;
}

function show(event: Event, loaded: boolean): void {
  if (event.target instanceof HTMLElement) event.target.hidden = !loaded;
}
