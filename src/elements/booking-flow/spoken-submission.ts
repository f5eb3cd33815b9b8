import { messageFor } from './messages.js';
import type { FlowView } from './view.js';

/** What becomes of the booking, for the live region. */
export function spokenSubmission({ state, text, formats }: FlowView): string {
  if (state.step !== 'confirmation') return '';
  const { submission } = state;
  switch (submission.status) {
    case 'sending':
      return text.sending;
    case 'checking':
      return `${text.checkingTitle}. ${text.checking}`;
    case 'unconfirmed':
      return `${text.unconfirmedTitle}. ${text.unconfirmed}`;
    case 'price_changed':
      return text.priceChanged(formats.money(submission.previous), formats.money(submission.current));
    case 'refused':
      return `${text.errors.refusedTitle}. ${messageFor(submission.error, text)}`;
    default:
      return '';
  }
}
