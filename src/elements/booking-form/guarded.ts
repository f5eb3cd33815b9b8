import type { BookingField, FieldErrors } from '../../domain/booking-field.js';
import { checkDetails } from '../../domain/check-details.js';
import type { Draft } from '../../flow/state.js';
import type { Question } from './questions.js';

/** How a question is asked. */
export type Guard = 'open' | 'readonly' | 'hidden';

/**
 * What the page has answered itself need not be asked. An answer that would be refused, was, or that the visitor has put
 * right is: nobody is kept from booking by what cannot be seen or changed.
 */
export function guards(
  lists: { readonly readonly: string; readonly hidden: string },
  details: { readonly value: Draft; readonly fields: readonly BookingField[] },
  shown: FieldErrors,
  touched: ReadonlySet<string>,
): (question: Question) => Guard {
  const [hidden, readonly] = [namesIn(lists.hidden), namesIn(lists.readonly)];
  if (!hidden.size && !readonly.size) return () => 'open';
  const faults = { ...checkDetails(details.value, details.fields), ...shown };
  return ({ path }) => {
    if (faults[path] || touched.has(path)) return 'open';
    const name = path.slice(path.indexOf('.') + 1);
    return hidden.has(name) ? 'hidden' : readonly.has(name) ? 'readonly' : 'open';
  };
}

const namesIn = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));
