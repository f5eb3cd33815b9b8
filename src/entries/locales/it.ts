/** `coach-booking/locales/it`: Italian. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { it } from '../../i18n/languages/it.js';

addLanguage('it', it);

export { it, it as default };
export type { DetailsDictionary } from '../../i18n/details.js';
