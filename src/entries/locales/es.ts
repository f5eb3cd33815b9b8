/** `coach-booking/locales/es`: Spanish. On import, elements speak it at once instead of loading it. */
import { addLanguage } from '../../i18n/dictionary.js';
import { es } from '../../i18n/languages/es.js';

addLanguage('es', es);

export { es, es as default };
export type { DetailsDictionary } from '../../i18n/details.js';
