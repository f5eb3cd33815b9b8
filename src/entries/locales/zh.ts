/** `coach-booking/locales/zh`: Simplified Chinese. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { zh } from '../../i18n/languages/zh.js';

addLanguage('zh', zh);

export { zh, zh as default };
export type { DetailsDictionary } from '../../i18n/details.js';
