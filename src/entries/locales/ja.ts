/** `coach-booking/locales/ja`: Japanese. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { ja } from '../../i18n/languages/ja.js';

addLanguage('ja', ja);

export { ja, ja as default };
export type { DetailsDictionary } from '../../i18n/details.js';
