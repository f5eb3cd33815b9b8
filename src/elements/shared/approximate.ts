import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../domain/money.js';
import type { DetailsDictionary } from '../../i18n/details.js';
import type { Formats } from '../../i18n/format.js';

/** Beside a price, what it is about in another currency: `≈ €46`, read as "about €46". */
export function approximately(
  money: Money | null | undefined,
  text: DetailsDictionary,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (!money) return nothing;
  const price = formats.money(money);
  return html`<small class="small" part="approximate"
    ><span aria-hidden="true">≈ ${price}</span><span class="hidden">${text.about(price)}</span></small
  >`;
}
