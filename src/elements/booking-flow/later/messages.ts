import type { BookingError } from '../../../domain/booking-error.js';
import type { DetailsDictionary } from '../../../i18n/details.js';
import type { FlowView } from '../view.js';
import { wordsOf } from './words.js';

/** What a visitor reads about an error: by its code, never the error's own message. A code not known here counts by its status. */
export function messageFor(error: BookingError, text: DetailsDictionary): string {
  const { errors } = text;
  switch (error.code) {
    case 'network':
      return errors.network;
    case 'timeout':
    case 'unavailable':
    case 'idempotency_in_progress':
      return errors.unavailable;
    case 'rate_limited':
      return errors.rateLimited;
    case 'not_found':
      return errors.notFound;
    case 'invalid_response':
      return errors.invalidResponse;
    case 'out_of_policy':
    case 'hold_expired':
    case 'slot_unavailable':
      return errors.outOfPolicy;
    default:
      return error.status !== undefined && error.status < 500 ? errors.refused : errors.unknown;
  }
}

/** That nothing typed is lost, where something was. */
export function keptWords(view: Pick<FlowView, 'state' | 'text'>): string {
  const { name, email, notes, answers } = view.state.draft;
  return [name, email, notes, ...Object.values(answers)].some(Boolean) ? wordsOf(view).takenKept : '';
}
