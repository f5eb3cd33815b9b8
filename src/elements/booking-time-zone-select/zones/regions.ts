/** A country as it is shown (`UK`), and all that it is found by. */
export interface Region {
  readonly name: string;
  readonly names: readonly string[];
}

const NONE: Region = { name: '', names: [] };

/** Names countries in the language of a locale; by their English names they are found too. */
export function regionsIn(locale: string): (code: string) => Region {
  const made = new Map<string, Region>();
  const naming = [
    new Intl.DisplayNames(locale, { type: 'region', style: 'short', fallback: 'none' }),
    new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  ];
  return (code) => {
    if (!code) return NONE;
    let region = made.get(code);
    if (!region) {
      const names = naming.flatMap((display) => display.of(code) ?? []);
      made.set(code, (region = { name: names[0] ?? '', names }));
    }
    return region;
  };
}
