import { isTimeZone } from '../../../domain/time-zone.js';
import { cityNames } from '../../../i18n/city-names.js';
import { loadCities } from '../../../i18n/load-cities.js';
import { languageOf, resolveLocale } from '../../../i18n/locale.js';
import { loadFacts, type AllFacts } from './facts.js';
import { findZones } from './find-zones.js';
import { regionsIn } from './regions.js';
import { byOffset, describeZone, type Zone, type ZoneContext } from './zone.js';
import { zoneIds } from './zone-ids.js';

/** What a list of zones is made for. */
export interface CatalogueView {
  readonly locale: string;
  /** IANA. */
  readonly current: string;
  /** Milliseconds. */
  readonly now: number;
}

/** What may be done at a stretch before the page must answer. */
const SLICE_MS = 8;
const PAUSE_MS = 16;
/** Countries and names of cities that take longer are left out. */
const PATIENCE_MS = 1500;
const MOST_LANGUAGES = 3;
const HOUR_MS = 3_600_000;

const NO_FACTS: AllFacts = new Map();

/** All zones, described for a visitor. */
export class ZoneCatalogue {
  zones: Zone[] = [];
  private facts = NO_FACTS;
  /** Zones that are still to be described. */
  private waiting: string[] = [];
  private madeFor = '';
  private context: ZoneContext | undefined;

  constructor(private readonly view: () => CatalogueView) {}

  /** The list's, and a few of those that the visitor reads. */
  private get languages(): readonly [string, ...string[]] {
    const { locale } = this.view();
    // Some name none that `Intl` takes (`C`): those count as English.
    const own = new Set(navigator.languages.map((each) => resolveLocale([each], [])));
    own.delete(locale);
    return [locale, ...[...own].slice(0, MOST_LANGUAGES)];
  }

  /** Resolves when it can be told what zones are called, or when that takes too long. Never rejects. */
  async load(): Promise<void> {
    const data = Promise.all([loadFacts(), ...this.languages.map((each) => loadCities(languageOf(each)))]);
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([data.then(([facts]) => (this.facts = facts)), patience]);
  }

  /** Describes the zones in small steps, so that opening need not. */
  async warm(): Promise<void> {
    await this.load();
    this.describe(SLICE_MS);
    while (this.waiting.length) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      this.describe(SLICE_MS);
    }
  }

  /** Goes on describing zones for so long; starts anew when locale, zone, hour or what is known are others than the last time. */
  describe(budgetMs = Infinity): void {
    const { current, now } = this.view();
    const { languages } = this;
    const named = languages.filter((each) => languageOf(each) in cityNames);
    const wanted = [languages, current, Math.floor(now / HOUR_MS), this.facts.size, named].join(' ');
    if (this.madeFor !== wanted || !this.context) {
      this.madeFor = wanted;
      this.zones = [];
      this.waiting = zoneIds(current, this.facts);
      this.context = { languages, now, facts: this.facts, regionOf: regionsIn(languages) };
    }
    const until = performance.now() + budgetMs;
    while (this.waiting.length && performance.now() < until) {
      const zone = describeZone(this.waiting.pop() ?? '', this.context);
      if (zone) this.zones.push(zone);
      if (!this.waiting.length) this.zones.sort(byOffset);
    }
  }

  /** What a query leads to. The name of a zone leads to that alone, also where browsers know it and do not list it (`Etc/GMT+5`). */
  find(query: string): readonly Zone[] {
    const found = findZones(this.zones, query);
    const id = query.trim();
    if (!id.includes('/') || !this.context || !isTimeZone(id)) return found;
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions();
    const named = found.find((zone) => zone.id === timeZone);
    return named ? [named] : found.length ? found : [describeZone(timeZone, this.context) ?? []].flat();
  }
}
