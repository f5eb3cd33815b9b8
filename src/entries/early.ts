/**
 * Imported first by the module script: the request for the first times of each flow in the page leaves before anything is
 * set up to show them. The flow that asks for the same takes the answer over (`adapters/rest/early.ts`).
 */
import { askEarly } from '../adapters/rest/early.js';
import { localeOf } from '../elements/shared/locale-of.js';
import { zoneOr } from '../elements/shared/visitor-zone.js';
import { firstQuery } from '../flow/first-query.js';
import { provideLanguages } from '../i18n/dictionary.js';
import { formatsFor } from '../i18n/format.js';
import { languages } from './languages.js';

/** Flows that will ask a server, at once, for six weeks. */
const FLOWS = 'booking-flow[coach-id][api-url]:not([demo], [mode=popup], [mode=button], [view], booking-provider *)';

provideLanguages(languages);
if (!customElements.get('booking-flow')) document.querySelectorAll(FLOWS).forEach(ask);

function ask(flow: Element): void {
  // What the page gave it as a property counts for more.
  if ('adapter' in flow || 'now' in flow) return;
  const [coachId, apiUrl, timeZone, day, duration] = ['coach-id', 'api-url', 'time-zone', 'day', 'duration'].map(
    (name) => flow.getAttribute(name) ?? '',
  );
  if (!coachId || !apiUrl) return;
  const query = firstQuery({
    coachId,
    timeZone: zoneOr(timeZone ?? ''),
    day,
    durationMinutes: Number(duration) || undefined,
    firstDayOfWeek: formatsFor(localeOf(flow).locale).firstDayOfWeek,
    now: Date.now(),
  });
  if (query) askEarly(apiUrl, query);
}
