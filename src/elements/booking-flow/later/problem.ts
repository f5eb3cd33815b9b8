import { html, nothing, type TemplateResult } from 'lit';
import { obstacle } from '../../../flow/selectors.js';
import type { FlowState } from '../../../flow/state.js';
import { detailsFor } from '../../../i18n/details.js';
import type { Dictionary } from '../../../i18n/dictionary.js';
import type { ResolvedAdapter } from '../../resolve-adapter.js';
import { messageFor } from './messages.js';

/** Why there is nothing to book. */
export interface Problem {
  readonly title: string;
  readonly message: string;
  /** Whether trying again may help. */
  readonly retry: boolean;
}

/** What stands in the way of the whole flow, or null. */
export function problemOf(
  resolved: ResolvedAdapter,
  state: FlowState | null,
  coachName: string,
  dictionary: Dictionary,
): Problem | null {
  const text = detailsFor(dictionary);
  const { errors } = text;
  const notSetUp = { title: errors.notSetUpTitle, message: errors.notSetUp, retry: false };
  if (resolved.status === 'missing') return notSetUp;
  if (!state) return resolved.status === 'ready' ? notSetUp : null;
  if (state.step === 'booked') return null;
  const error = obstacle(state);
  if (!error) return null;
  if (error === 'inactive') {
    return { title: errors.inactiveTitle, message: errors.inactive(coachName), retry: false };
  }
  if (error.code === 'not_found') return { title: errors.notFoundTitle, message: errors.notFound, retry: false };
  if (error.code === 'invalid_response') return notSetUp;
  return { title: errors.loadTitle, message: messageFor(error, text), retry: true };
}

/** For the live region. */
export const spokenProblem = ({ title, message }: Problem, dictionary: Dictionary): string =>
  `${detailsFor(dictionary).sentence(title)} ${message}`;

export function problemScreen({ title, message, retry }: Problem, text: Dictionary, again: () => void): TemplateResult {
  return html`<div class="problem" part="problem">
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p class="muted">${message}</p>
    ${
      retry
        ? html`<button type="button" class="button outline" part="retry" @click=${again}>${text.tryAgain}</button>`
        : nothing
    }
    <slot name="error"></slot>
  </div>`;
}
