/** `coach-booking/locales/nl`: Dutch. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { nl } from '../../i18n/languages/nl.js';

addLanguage('nl', nl);

export { nl, nl as default };
export type { DetailsDictionary } from '../../i18n/details.js';
