import { dayCounts, pageStatus } from '../../flow/selectors.js';
import { messageFor } from './messages.js';
import type { FlowView } from './view.js';

/** What the live region says of the flow as it stands. A change of it is read out; the heading's own words are not repeated. */
export function spoken(view: FlowView): string {
  const { state, text, formats, hint } = view;
  if (hint) return hint;
  if (!state.online) return `${text.offline} ${text.offlineKept}`;
  if (state.step === 'confirmation') return view.later?.spokenSubmission(view) ?? '';
  if (state.step !== 'datetime') return '';
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
