/** The names of cities: a file a language, loaded after what the visitor waits for. English comes with this module. */
import english from './cities/en.js';
import { cityNames } from './city-names.js';

type File = () => Promise<{ readonly default: string }>;

/** The script tags load files of their own, see rollup.config.mjs. */
const files: Readonly<Record<string, File>> = {
  ar: () => import('./cities/ar.js'),
  de: () => import('./cities/de.js'),
  es: () => import('./cities/es.js'),
  fr: () => import('./cities/fr.js'),
  he: () => import('./cities/he.js'),
  it: () => import('./cities/it.js'),
  ja: () => import('./cities/ja.js'),
  nl: () => import('./cities/nl.js'),
  pl: () => import('./cities/pl.js'),
  pt: () => import('./cities/pt.js'),
  zh: () => import('./cities/zh.js'),
};

const loads = new Map<string, Promise<void>>();

/** `Vienna=Wien` a line. */
function read(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]);
}

/** What zones do not tell (`Sao_Paulo`) or tell by an older name, for English and for all that share it. */
export function englishCities(): ReadonlyMap<string, string> {
  return (cityNames.en ??= new Map(read(english)));
}

/**
 * Resolves when the cities of a language (`de`) have the names that can be had: at once where there are none to load. Never
 * rejects: a file that does not come leaves English, and is not asked for again.
 */
export function loadCities(language: string): Promise<void> {
  const common = englishCities();
  const file = files[language];
  if (!file) return Promise.resolve();
  let load = loads.get(language);
  if (!load) {
    load = file().then(
      ({ default: text }) => {
        cityNames[language] = new Map([...common, ...read(text)]);
      },
      () => undefined,
    );
    loads.set(language, load);
  }
  return load;
}
