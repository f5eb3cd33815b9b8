import { en } from './en.js';

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

/** The dictionary of a locale; English where there is no other yet. */
export function dictionaryFor(_locale: string): Dictionary {
  return en;
}
