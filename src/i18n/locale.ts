/** The language that is always there. */
const FALLBACK = 'en';

/** A language without country, which a browser's own locale may complete. Chinese is left out: its script hangs on the country. */
const BARE_LANGUAGE = /^(?!zh$)[a-z]{2,3}$/i;

/** The canonical form of a tag, or null when `Intl` does not take it (`C`, `en_US.UTF-8`, `"x"`). */
function canonical(tag: string | null | undefined): string | null {
  try {
    return tag ? (Intl.getCanonicalLocales(tag.trim().replace(/_/g, '-'))[0] ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * The first usable tag of `wanted` (attribute, closest `lang`, …), else of the browser's `languages`, else English. Never throws.
 * A bare language takes the country of the visitor's own locale (`en` → `en-GB`), so that clocks and weeks are as they know them.
 */
export function resolveLocale(
  wanted: readonly (string | null | undefined)[],
  languages: readonly string[] = browserLanguages(),
): string {
  const browser = languages.map(canonical);
  for (const tag of [...wanted.map(canonical), ...browser]) {
    if (!tag) continue;
    const prefix = `${tag}-`;
    const isBare = BARE_LANGUAGE.test(tag);
    return browser.find((own) => isBare && own?.startsWith(prefix) && own.length === prefix.length + 2) ?? tag;
  }
  return FALLBACK;
}

/** None where there is no browser. */
function browserLanguages(): readonly string[] {
  return 'navigator' in globalThis ? navigator.languages : [];
}

/** What a locale's dictionary is kept under: its language. Traditional Chinese is one of its own (CLDR has it so too). */
export function languageOf(locale: string): string {
  return /^zh-(Hant|TW|HK|MO)/.test(locale) ? 'zh-Hant' : locale.replace(/-.*/, '');
}

/** Words and formats share a language: English with the conventions of the locale's own region. `sv` → `en-SE`. */
export function englishOf(locale: string): string {
  const { region } = new Intl.Locale(locale).maximize();
  return region ? `en-${region}` : FALLBACK;
}

/** `rtl` for the languages that are written from right to left. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|dv|fa|he|iw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
}
