/** The plural categories of each language (source: CLDR; a test compares them with `Intl`). English has its own two words for it. */
export const pluralCategories = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  de: ['one', 'other'],
  es: ['one', 'many', 'other'],
  fr: ['one', 'many', 'other'],
  he: ['one', 'two', 'other'],
  it: ['one', 'many', 'other'],
  ja: ['other'],
  nl: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
  pt: ['one', 'many', 'other'],
  zh: ['other'],
} as const;

export type PluralLanguage = keyof typeof pluralCategories;

/** A text for every plural category of a language, no more and no fewer; `#` stands for the number. */
export type PluralForms<Language extends PluralLanguage> = { readonly other: string } & Readonly<
  Record<(typeof pluralCategories)[Language][number], string>
>;

/**
 * A message that counts. A language that misses one of its categories does not compile; a category that only the
 * browser knows gets the words of `other`.
 * @param number writes the number; default: its digits
 */
export function plural<Language extends PluralLanguage>(
  language: Language,
  forms: PluralForms<Language>,
  number: (count: number) => string = String,
): (count: number) => string {
  const texts: Partial<Record<string, string>> = forms;
  let rules: Intl.PluralRules | undefined;
  return (count) => {
    rules ??= new Intl.PluralRules(language);
    return (texts[rules.select(count)] ?? forms.other).replace('#', number(count));
  };
}
