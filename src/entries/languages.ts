import type { LanguageLoaders } from '../i18n/dictionary.js';

/** The languages beside English, each loaded when an element speaks it. The script tags load files of their own, see rollup.config.mjs. */
export const languages: LanguageLoaders = {
  de: () => import('../i18n/languages/de.js'),
};
