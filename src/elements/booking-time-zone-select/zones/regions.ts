/** A country as it is shown (`UK`), and all that it is found by. */
export interface Region {
  readonly name: string;
  readonly names: readonly string[];
}

const NONE: Region = { name: '', names: [] };

/** Languages that are spoken in a country beside its likeliest one, which `Intl` knows. */
const ALSO_SPOKEN =
  'fr-BE de-BE fr-CH it-CH fr-CA sv-FI ga-IE de-LU lb-LU ca-ES eu-ES cy-GB kk-KZ be-BY tr-CY fr-MA fr-DZ fr-TN ar-IL ta-LK zh-SG ms-SG'.split(
    ' ',
  );

/** Names countries in the first of some languages. They are found by their names in all of these, in English and at home. */
export function regionsIn(languages: readonly string[]): (code: string) => Region {
  const made = new Map<string, Region>();
  const displays = new Map<string, Intl.DisplayNames>();
  const nameIn = (language: string, style: 'short' | 'long', code: string): string | undefined => {
    const key = language + style;
    const display = displays.get(key) ?? new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
    displays.set(key, display);
    return display.of(code);
  };
  return (code) => {
    if (!code) return NONE;
    let region = made.get(code);
    if (!region) {
      const { language, script } = new Intl.Locale(`und-${code}`).maximize();
      const others = ALSO_SPOKEN.filter((tag) => tag.endsWith(code)).map((tag) => tag.slice(0, 2));
      const spoken = [...languages, 'en', `${language}-${script}`, ...others];
      const names = spoken.flatMap((each) =>
        [nameIn(each, 'short', code) ?? [], nameIn(each, 'long', code) ?? []].flat(),
      );
      made.set(code, (region = { name: names[0] ?? '', names: [...new Set(names)] }));
    }
    return region;
  };
}
