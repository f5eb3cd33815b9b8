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
}

/** By each name of a zone. */
export type AllFacts = ReadonlyMap<string, ZoneFacts>;

/** Reads what `i18n/cities/zones.ts` has written. */
export function readFacts(text: string): AllFacts {
  const facts = new Map<string, ZoneFacts>();
  for (const line of text.trim().split('\n')) {
    const [country = '', id = '', abbreviations = '', ...others] = line.split(' ');
    const zone = { id, country: country === '-' ? '' : country, abbreviations, others };
    for (const name of [id, ...others]) facts.set(name, zone);
  }
  return facts;
}

let load: Promise<AllFacts> | undefined;

/** Never rejects: without the file, zones are found by what the browser knows of them. */
export function loadFacts(): Promise<AllFacts> {
  return (load ??= import('../../../i18n/cities/zones.js').then(
    ({ default: text }) => readFacts(text),
    () => new Map(),
  ));
}
