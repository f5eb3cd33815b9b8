import { dayCounts, pageStatus } from '../../../flow/selectors.js';
import type { ConfirmationStep, DatetimeStep } from '../../../flow/state.js';
import { isStep, type FlowView } from '../view.js';
import { isGone } from '../../../flow/taken.js';
import { holdStatus } from './hold.js';
import { keptWords, messageFor } from './messages.js';
import { wordsOf } from './words.js';

/** What the live region says of the flow as it stands. A change of it is read out; the heading's own words are not repeated. */
export function spoken(view: FlowView): string {
  const text = wordsOf(view);
  if (view.hint) return view.hint;
  // What became of a booking is worth more than why.
  const outcome = isStep(view, 'confirmation') ? spokenSubmission(view) : '';
  if (outcome) return outcome;
  if (view.state.step === 'booked') return '';
  if (!view.state.online) return `${text.offline} ${text.offlineKept}`;
  if (isStep(view, 'confirmation')) return spokenChoice(view);
  return isStep(view, 'datetime') ? spokenTimes(view) : '';
}

function spokenTimes(view: FlowView<DatetimeStep>): string {
  const { state, formats } = view;
  const text = wordsOf(view);
  if (state.taken) return `${state.taken.isUnsure ? text.takenUnsure : text.takenNotice} ${keptWords(view)}`;
  if (state.search.status === 'searching') return text.searching;
  // The time that has just been chosen says its own name; the day need not be told again.
  if (state.slot) return '';
  if (state.passed)
    return `${text.goneTitle(formats.time(Date.parse(state.passed.startTime), state.timeZone))} ${keptWords(view)}`;
  if (state.day) {
    const count = dayCounts(state)[state.day];
    if (count !== undefined) return text.dayWithTimes(formats.day(state.day, 'long'), count);
  }
  switch (pageStatus(state)) {
    case 'loading':
      return text.loadingTimes;
    case 'failed':
      return state.times.error ? `${text.sentence(text.errors.loadTitle)} ${messageFor(state.times.error, text)}` : '';
    case 'empty':
      return text.noTimesHere;
    case 'ready':
      return '';
  }
}

/** What becomes of the chosen time: that it is gone, or how its hold stands: once for each, however the seconds tick. */
function spokenChoice(view: FlowView<ConfirmationStep>): string {
  const { state, formats } = view;
  const text = wordsOf(view);
  const time = () => formats.time(Date.parse(state.slot.startTime), state.timeZone);
  if (isGone(state)) return `${text.goneTitle(time())} ${keptWords(view)}`;
  switch (holdStatus(state)) {
    case 'held':
      return text.held;
    case 'ending':
      return `${text.heldEnding} ${text.keepTime}?`;
    case 'final':
      return text.heldFinal;
    case 'ended':
    case 'over':
      return `${text.heldEnded} ${text.heldEndedBody}`;
    default:
      return '';
  }
}

/** What becomes of the booking. */
function spokenSubmission(view: FlowView<ConfirmationStep>): string {
  const { submission } = view.state;
  const text = wordsOf(view);
  switch (submission.status) {
    case 'sending':
      return view.state.online ? text.sending : `${text.offline} ${text.checkingOffline}`;
    case 'checking':
      if (!view.state.online) return `${text.offline} ${text.checkingOffline}`;
      return `${text.sentence(text.checkingTitle)} ${text.checking}`;
    case 'unconfirmed':
      return `${text.sentence(text.unconfirmedTitle)} ${text.unconfirmed}`;
    case 'price_changed':
      return text.priceChanged(view.formats.money(submission.previous), view.formats.money(submission.current));
    case 'refused': {
      const { error, until } = submission;
      const seconds = Math.ceil(Math.min(error.retryAfterMs ?? 0, 60_000) / 1000);
      const wait = until ? ` ${text.waitSeconds(view.formats.number(seconds))}` : '';
      return `${text.sentence(text.errors.refusedTitle)} ${messageFor(error, text)}${wait}`;
    }
    default:
      return '';
  }
}
