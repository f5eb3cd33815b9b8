/** `coach-booking/locales/de`: German. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { de } from '../../i18n/languages/de.js';

addLanguage('de', de);

export { de, de as default };
export type { DetailsDictionary } from '../../i18n/details.js';
