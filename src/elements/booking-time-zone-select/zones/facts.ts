/** What the tz database knows of a zone. */
export interface ZoneFacts {
  /** Its name today. */
  readonly id: string;
  /** ISO 3166, such as `DE`; empty for `UTC`. */
  readonly country: string;
  /** What its clocks are called, winter and summer: `CET/CEST`; `-` for those that are called by numbers. */
  readonly abbreviations: string;
  /** Names that it goes by in other places: older ones, links. */
  readonly others: readonly string[];
  /** Large cities that name no zone, in the ways that they are written, and abbreviations that no data gives. */
  readonly cities: string;
  /** Its place among the zones that most people live in; `Infinity` for the others. */
  readonly rank: number;
}

/** By each name of a zone. */
export type AllFacts = ReadonlyMap<string, ZoneFacts>;

const UNKNOWN = { cities: '', rank: Infinity };

/** Reads `i18n/cities/zones.ts` and `i18n/cities/well-known.ts`. */
export function readFacts(text: string, wellKnown: string): AllFacts {
  const facts = new Map<string, ZoneFacts>();
  const ranked = new Map(
    wellKnown
      .trim()
      .split('\n')
      .map((line, rank) => {
        const [, id = '', cities = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
        return [id, { rank, cities }];
      }),
  );
  for (const line of text.trim().split('\n')) {
    const [country = '', id = '', abbreviations = '', ...others] = line.split(' ');
    const zone = { id, country: country === '-' ? '' : country, abbreviations, others, ...(ranked.get(id) ?? UNKNOWN) };
    for (const name of [id, ...others]) facts.set(name, zone);
  }
  return facts;
}

let load: Promise<AllFacts> | undefined;

/** Never rejects: without the files, zones are found by what the browser knows of them. */
export function loadFacts(): Promise<AllFacts> {
  return (load ??= Promise.all([
    import('../../../i18n/cities/zones.js'),
    import('../../../i18n/cities/well-known.js'),
  ]).then(
    ([zones, wellKnown]) => readFacts(zones.default, wellKnown.default),
    () => new Map(),
  ));
}
