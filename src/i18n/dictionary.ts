import { en } from './en.js';
import { languageOf } from './locale.js';

/** The same keys with any text: literal types give way to `string`, functions keep their parameters. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Texts<T[K]>;
};

/** Every string that a visitor reads up to the choice of a time. A language that misses a key does not compile. */
export type Dictionary = Texts<typeof en>;

/** A language's words; as a function of the locale where regions write digits in their own way. */
export type Words = Dictionary | ((locale: string) => Dictionary);

/** Loads a language's words, by language: `de`, or `zh-Hant`. */
export type LanguageLoaders = Readonly<Record<string, () => Promise<{ readonly default: Words }>>>;

/** A language that takes longer gives way to English until it is there. */
const PATIENCE_MS = 2000;

const ready: Record<string, Words> = { en };
/** What was asked for, and whether it is worth waiting for still. */
const awaited: Record<string, boolean> = {};
let loaders: LanguageLoaders = {};
let tell: () => void = () => undefined;

/** Names the languages that can be loaded. */
export function provideLanguages(languages: LanguageLoaders): void {
  loaders = languages;
}

/** Adds a language, or replaces one. Elements that speak it follow at once. */
export function addLanguage(language: string, words: Words): void {
  ready[language] = words;
  tell();
}

/** Names whom to tell when a language is there, or not waited for any longer. */
export function onLanguage(listener: () => void): void {
  tell = listener;
}

/** Whether there is a dictionary of the locale's language now. */
export function isSpoken(locale: string): boolean {
  return languageOf(locale) in ready;
}

/** Whether the locale's words are on their way, and worth waiting for. Loads them when they are not there. */
export function isAwaited(locale: string): boolean {
  const language = languageOf(locale);
  const load = loaders[language];
  if (!load || language in ready) return false;
  if (!(language in awaited)) {
    const giveUp = () => {
      awaited[language] = false;
      tell();
    };
    awaited[language] = true;
    setTimeout(giveUp, PATIENCE_MS);
    load().then((module) => addLanguage(language, module.default), giveUp);
  }
  return awaited[language] === true;
}

/** The dictionary of a locale; English where there is none, or not yet. */
export function dictionaryFor(locale: string): Dictionary {
  const words = ready[languageOf(locale)] ?? en;
  return typeof words === 'function' ? words(locale) : words;
}

/** What a dictionary was before the page's own words. */
const bases = new WeakMap<Dictionary, Dictionary>();

/**
 * A dictionary with other words in it; what is of another kind than there, such as undefined, does not count. Its groups, such as
 * `errors`, are put together again by `detailsFor`.
 */
export function overridden(base: Dictionary, words: Partial<Dictionary>): Dictionary {
  const known: Readonly<Record<string, unknown>> = base;
  const usable = Object.entries(words).filter(([key, text]) => typeof text === typeof (known[key] ?? text));
  const dictionary = { ...base, ...Object.fromEntries(usable) };
  bases.set(dictionary, base);
  return dictionary;
}

/** What a dictionary was before the page's own words, if it has such. */
export function baseOf(dictionary: Dictionary): Dictionary | undefined {
  return bases.get(dictionary);
}
