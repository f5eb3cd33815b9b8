/** `coach-booking/locales/en`: every string that a visitor reads, in English. */
import type { DetailsDictionary } from '../../i18n/details.js';
import { enDetails } from '../../i18n/en-details.js';
import { en as enPicker } from '../../i18n/en.js';

/** The words of the picker, and those of the parts that are loaded after it. */
export const en: DetailsDictionary = { ...enPicker, ...enDetails };
export { en as default };
export type { DetailsDictionary } from '../../i18n/details.js';
export type { Dictionary } from '../../i18n/dictionary.js';
