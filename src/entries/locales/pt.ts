/** `coach-booking/locales/pt`: Portuguese. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { pt } from '../../i18n/languages/pt.js';

addLanguage('pt', pt);

export { pt, pt as default };
export type { DetailsDictionary } from '../../i18n/details.js';
