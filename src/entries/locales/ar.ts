/** `coach-booking/locales/ar`: Arabic. On import, elements speak it at once instead of loading it, with the digits of their region. */
import { addLanguage } from '../../i18n/dictionary.js';
import type { DetailsDictionary } from '../../i18n/details.js';
import { arabicOf } from '../../i18n/languages/ar.js';

addLanguage('ar', arabicOf);

/** With the digits that Arabic has where no region is named. */
export const ar: DetailsDictionary = arabicOf('ar');
export { ar as default, arabicOf };
export type { DetailsDictionary };
