/** `coach-booking/locales/he`: Hebrew. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { he } from '../../i18n/languages/he.js';

addLanguage('he', he);

export { he, he as default };
export type { DetailsDictionary } from '../../i18n/details.js';
