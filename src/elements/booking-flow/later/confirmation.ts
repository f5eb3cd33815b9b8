import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf } from '../../../flow/later-selectors.js';
import type { ConfirmationStep } from '../../../flow/state.js';
import type { BookingFormInputEvent, BookingFormSubmitEvent } from '../../later-events.js';
import type { FlowView } from '../view.js';
import { holdNotice } from './hold.js';
import { noteField } from './focus.js';
import { draftOf, expectDraft, guardedFields } from './prefill.js';
import { confirmationNotice } from './notices.js';

/** Step 3: the attendee's details. The receipt beside them is the review. */
export function confirmationStep(view: FlowView<ConfirmationStep>): TemplateResult {
  const { state, fullName, locale, send } = view;
  const { submission } = state;
  const busy = submission.status === 'sending' || submission.status === 'checking';
  const guarded = guardedFields(view.flow);
  const isActive = () => send({ type: 'active' });
  const edit = (event: BookingFormInputEvent | BookingFormSubmitEvent) => {
    event.stopPropagation();
    expectDraft(view.flow, state.draft, event.detail.draft);
    send({ type: 'edit-draft', draft: event.detail.draft });
  };
  return html`<div class="body" part="body">
    ${confirmationNotice(view)} ${holdNotice(view)}
    ${
      submission.status === 'refused' || submission.status === 'unconfirmed'
        ? html`<slot name="error"></slot>`
        : nothing
    }
    <booking-form
      nested
      exportparts="form, summary, field, label, optional, control, hint, error"
      .fields=${fieldsOf(state)}
      .value=${draftOf(view.flow, state.draft)}
      .errors=${submission.status === 'editing' ? submission.errors : {}}
      ?disabled=${busy || submission.status === 'unconfirmed'}
      readonly-fields=${guarded.readonly}
      hidden-fields=${guarded.hidden}
      coach-name=${fullName}
      locale=${locale}
      @focusin=${isActive}
      @focusout=${noteField}
      @keydown=${isActive}
      @pointerdown=${isActive}
      @booking-form-input=${edit}
      @booking-form-submit=${(event: BookingFormSubmitEvent) => {
        edit(event);
        send({ type: submission.status === 'price_changed' ? 'accept-price' : 'submit' });
      }}
    ></booking-form>
  </div>`;
}
