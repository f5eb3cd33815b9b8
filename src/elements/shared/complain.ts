import { isTimeZone } from '../../domain/time-zone.js';

/** Attributes that the browser may not understand. */
interface Host extends HTMLElement {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly coachId?: string;
  readonly demo?: boolean;
}

const said = new Set<string>();

/** The attributes in question. */
export const questionable = ['time-zone', 'locale', 'coach-id', 'demo'];

/** Tells the developer, once a page, of a `time-zone` or `locale` that counts as none, and of a coach that is missing. */
export function complain({ localName, timeZone, locale, coachId, demo }: Host): void {
  if (coachId === '' && !demo) say(`<${localName}>: no coach. Set its "coach-id" attribute.`, 'error');
  if (timeZone && !isTimeZone(timeZone)) {
    say(`<${localName}>: time-zone="${timeZone}" is no zone that this browser knows. The visitor's own is used.`);
  }
  if (locale && !isLocale(locale)) {
    say(
      `<${localName}>: locale="${locale}" is no language that this browser knows. The page's or the browser's is used.`,
    );
  }
}

function say(message: string, how: 'warn' | 'error' = 'warn'): void {
  if (said.has(message)) return;
  said.add(message);
  if (how === 'error') console.error(message);
  else console.warn(message);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.trim().replace(/_/g, '-')).length > 0;
  } catch {
    return false;
  }
}
