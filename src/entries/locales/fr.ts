/** `coach-booking/locales/fr`: French. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { fr } from '../../i18n/languages/fr.js';

addLanguage('fr', fr);

export { fr, fr as default };
export type { DetailsDictionary } from '../../i18n/details.js';
