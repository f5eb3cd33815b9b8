import { detailsFor, type DetailsDictionary } from '../../../i18n/details.js';
import type { FlowView } from '../view.js';

/** All words, where a view itself knows only those of the picker. */
export function wordsOf({ text }: Pick<FlowView, 'text'>): DetailsDictionary {
  return detailsFor(text);
}
