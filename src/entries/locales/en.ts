/** `coach-booking/locales/en`: every string that a visitor reads, in English. */
export { en, en as default } from '../../i18n/en.js';
export type { Dictionary } from '../../i18n/dictionary.js';
