import { dayCounts, pageStatus } from '../../../flow/selectors.js';
import type { ConfirmationStep, DatetimeStep } from '../../../flow/state.js';
import { isStep, type FlowView } from '../view.js';
import { messageFor } from './messages.js';
import { wordsOf } from './words.js';

/** What the live region says of the flow as it stands. A change of it is read out; the heading's own words are not repeated. */
export function spoken(view: FlowView): string {
  const text = wordsOf(view);
  if (view.hint) return view.hint;
  // What became of a booking is worth more than why.
  const outcome = isStep(view, 'confirmation') ? spokenSubmission(view) : '';
  if (outcome) return outcome;
  if (!view.state.online) return `${text.offline} ${text.offlineKept}`;
  return isStep(view, 'datetime') ? spokenTimes(view) : '';
}

function spokenTimes(view: FlowView<DatetimeStep>): string {
  const { state, formats } = view;
  const text = wordsOf(view);
  if (state.taken) return `${text.takenNotice} ${text.takenKept}`;
  if (state.search.status === 'searching') return text.searching;
  if (state.day) {
    const count = dayCounts(state)[state.day];
    if (count !== undefined) return text.dayWithTimes(formats.day(state.day, 'long'), count);
  }
  switch (pageStatus(state)) {
    case 'loading':
      return text.loadingTimes;
    case 'failed':
      return state.times.error ? `${text.errors.loadTitle}. ${messageFor(state.times.error, text)}` : '';
    case 'empty':
      return text.noTimesHere;
    case 'ready':
      return '';
  }
}

/** What becomes of the booking. */
function spokenSubmission(view: FlowView<ConfirmationStep>): string {
  const { submission } = view.state;
  const text = wordsOf(view);
  switch (submission.status) {
    case 'sending':
      return text.sending;
    case 'checking':
      return `${text.checkingTitle}. ${text.checking}`;
    case 'unconfirmed':
      return `${text.unconfirmedTitle}. ${text.unconfirmed}`;
    case 'price_changed':
      return text.priceChanged(view.formats.money(submission.previous), view.formats.money(submission.current));
    case 'refused':
      return `${text.errors.refusedTitle}. ${messageFor(submission.error, text)}`;
    default:
      return '';
  }
}
