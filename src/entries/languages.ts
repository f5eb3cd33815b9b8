import type { LanguageLoaders } from '../i18n/dictionary.js';

/** The languages beside English, each loaded when an element speaks it. The script tags load files of their own, see rollup.config.mjs. */
export const languages: LanguageLoaders = {
  de: () => import('../i18n/languages/de.js'),
  es: () => import('../i18n/languages/es.js'),
  fr: () => import('../i18n/languages/fr.js'),
  it: () => import('../i18n/languages/it.js'),
  nl: () => import('../i18n/languages/nl.js'),
  pl: () => import('../i18n/languages/pl.js'),
  pt: () => import('../i18n/languages/pt.js'),
};
