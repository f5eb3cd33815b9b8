/** `coach-booking/locales/pl`: Polish. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { pl } from '../../i18n/languages/pl.js';

addLanguage('pl', pl);

export { pl, pl as default };
export type { DetailsDictionary } from '../../i18n/details.js';
