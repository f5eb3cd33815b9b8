import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { DetailsDictionary } from '../../i18n/details.js';
import { iconAlert, iconDown } from '../shared/later-icons.js';
import type { Question } from './questions.js';

/** What a field shows now. */
export interface FieldState {
  readonly answer: string | boolean;
  /** What is wrong with it; empty when nothing is. */
  readonly message: string;
  readonly disabled: boolean;
  /** The page has answered it: it is shown, and cannot be changed. */
  readonly fixed: boolean;
}

/** A label with its control, hint and error. */
export function field(question: Question, state: FieldState, text: DetailsDictionary): TemplateResult {
  const { id, type, label, hint, required, wide } = question;
  const check = type === 'checkbox';
  const caption = html`<label for=${id} part="label"
    ><span dir="auto">${label}</span>${
      required || check || state.fixed ? nothing : html`<span class="optional" part="optional">${text.optional}</span>`
    }</label
  >`;
  const control = renderControl(question, state, text);
  return html`<div class="field ${wide ? 'wide' : ''} ${check ? 'check' : ''}" part="field">
    ${check ? [control, caption] : [caption, control]}
    ${hint ? html`<p id="${id}-hint" part="hint" dir="auto">${hint}</p>` : nothing}
    ${
      state.message
        ? html`<p class="error" id="${id}-error" part="error">${iconAlert()}<span>${state.message}</span></p>`
        : nothing
    }
  </div>`;
}

function renderControl(
  question: Question,
  { answer, message, disabled, fixed }: FieldState,
  text: DetailsDictionary,
): TemplateResult {
  const { id, type, hint, required, autocomplete, options = [] } = question;
  const value = String(answer);
  const needed = required ? 'true' : 'false';
  const invalid = message ? 'true' : 'false';
  const failed = message ? `${id}-error` : nothing;
  const described = [hint ? `${id}-hint` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ') || nothing;
  const kind = type === 'email' ? 'email' : type === 'tel' ? 'tel' : 'text';
  const look = fixed ? 'control fixed' : 'control';
  // A list cannot be read-only: its answer is shown as text.
  switch (fixed && type === 'select' ? 'text' : type) {
    case 'checkbox':
      return html`<input
        type="checkbox"
        id=${id}
        part="control"
        .checked=${live(answer === true)}
        ?disabled=${disabled}
        aria-readonly=${fixed ? 'true' : 'false'}
        @click=${fixed ? keep : nothing}
        aria-required=${needed}
        aria-invalid=${invalid}
        aria-describedby=${described}
        aria-errormessage=${failed}
      />`;
    case 'textarea':
      return html`<textarea
        class=${look}
        id=${id}
        part="control"
        .value=${live(value)}
        ?readonly=${disabled || fixed}
        aria-required=${needed}
        aria-invalid=${invalid}
        aria-describedby=${described}
        aria-errormessage=${failed}
      ></textarea>`;
    case 'select':
      return html`<div class="select">
        <select
          class="control"
          id=${id}
          part="control"
          ?disabled=${disabled}
          aria-required=${needed}
          aria-invalid=${invalid}
          aria-describedby=${described}
          aria-errormessage=${failed}
        >
          <option value="" .selected=${live(!options.includes(value))}>${text.choose}</option>
          ${options.map((option) => html`<option value=${option} .selected=${live(option === value)}>${option}</option>`)}</select
        >${iconDown()}
      </div>`;
    default:
      return html`<input
        class=${look}
        type=${kind}
        inputmode=${type === 'number' ? 'decimal' : nothing}
        id=${id}
        part="control"
        name=${ifDefined(autocomplete)}
        autocomplete=${ifDefined(autocomplete)}
        .value=${live(value)}
        ?readonly=${disabled || fixed}
        aria-required=${needed}
        aria-invalid=${invalid}
        aria-describedby=${described}
        aria-errormessage=${failed}
      />`;
  }
}

/** A box that cannot be changed keeps the focus, unlike a disabled one, so that it can be read. */
const keep = (event: Event): void => event.preventDefault();
