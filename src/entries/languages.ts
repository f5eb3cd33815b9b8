import type { LanguageLoaders } from '../i18n/dictionary.js';

/** The languages beside English, each loaded when an element speaks it. The script tags load files of their own, see rollup.config.mjs. */
export const languages: LanguageLoaders = {
  ar: () => import('../i18n/languages/ar.js'),
  de: () => import('../i18n/languages/de.js'),
  es: () => import('../i18n/languages/es.js'),
  fr: () => import('../i18n/languages/fr.js'),
  he: () => import('../i18n/languages/he.js'),
  it: () => import('../i18n/languages/it.js'),
  ja: () => import('../i18n/languages/ja.js'),
  nl: () => import('../i18n/languages/nl.js'),
  pl: () => import('../i18n/languages/pl.js'),
  pt: () => import('../i18n/languages/pt.js'),
  zh: () => import('../i18n/languages/zh.js'),
};
