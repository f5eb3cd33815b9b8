import { cityNames, cityPart } from '../../i18n/city-names.js';
import { languageOf } from '../../i18n/locale.js';
import { englishCities, loadCities } from '../../i18n/load-cities.js';
import { speakAnew, speakers } from './speakers.js';

const wanted = new Set<string>();

/** Who counts bytes gets them when the list of zones is opened. */
const savesData = (): boolean =>
  'connection' in navigator && (navigator.connection as { saveData?: boolean } | undefined)?.saveData === true;

/** Safari has no idle time to ask for. */
const whenIdle = (run: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run, 200);

/** Names the cities in the language of a locale, all over the page: once nothing else is to be done, and only once. */
export function wantCities(locale: string): void {
  const language = languageOf(locale);
  if (wanted.has(language)) return;
  wanted.add(language);
  if (!cityNames.en) speakAnewOf(englishCities());
  if (language !== 'en' && !savesData()) whenIdle(() => void loadCities(language).then(speakAnew));
}

/** Draws anew only where one of these cities is shown: hardly ever, and all else is new at that time. */
function speakAnewOf(cities: ReadonlyMap<string, string>): void {
  for (const speaker of speakers) {
    const { timeZone = '', coachTimeZone = '' } = speaker as { timeZone?: string; coachTimeZone?: string };
    if ([timeZone, coachTimeZone].some((zone) => cities.has(cityPart(zone)))) speaker.requestUpdate();
  }
}
