import { html, nothing, type TemplateResult } from 'lit';
import { approximatePrice, rateProblem } from '../../../domain/approximate-price.js';
import type { Money } from '../../../domain/money.js';
import { durationChoices as choicesOf } from '../../../flow/later-selectors.js';
import type { DurationChoice } from '../../../flow/selectors.js';
import { approximately } from '../../shared/approximate.js';
import type { FlowView } from '../view.js';
import { wordsOf } from './words.js';

/** What was said already: a page is told once. */
const said = new Set<string>();

/** What a price is about in the currency that the page wants to be shown beside it; null where there is nothing to show. */
export function approximate({ flow }: Pick<FlowView, 'flow'>, money: Money | null): Money | null {
  const { displayCurrency: currency, exchangeRates: rates } = flow;
  if (!currency || !money) return null;
  const problem = rateProblem(currency, rates);
  if (!problem) return rates && approximatePrice(money, currency, rates);
  if (!said.has(problem)) console.warn(`<booking-flow>: no approximate prices are shown: ${problem}.`);
  said.add(problem);
  return null;
}

/** The lengths on offer, each with what it is about in the currency to show. */
export function durationChoices(view: FlowView): readonly (DurationChoice & { readonly note: unknown })[] {
  return choicesOf(view.state).map((choice) => ({
    ...choice,
    note: approximately(approximate(view, choice.rate), wordsOf(view), view.formats),
  }));
}

/** Beside the button that books: what is charged is the price itself, in its own currency. */
export function charged(view: FlowView, rate: Money): TemplateResult | typeof nothing {
  const about = approximate(view, rate);
  return about
    ? html`<p class="charged small muted" part="charged">
        ${approximately(about, wordsOf(view), view.formats)} · ${wordsOf(view).chargedIn(rate.currency)}
      </p>`
    : nothing;
}
