import { isTimeZone } from '../../domain/time-zone.js';

/** Attributes that the browser may not understand. */
interface Host extends HTMLElement {
  readonly timeZone?: string;
  readonly locale?: string;
}

const said = new Set<string>();

/** Tells the developer, once a page, of a `time-zone` or `locale` that counts as none. The element goes on without. */
export function complain({ localName, timeZone, locale }: Host): void {
  if (timeZone && !isTimeZone(timeZone)) {
    say(`<${localName}>: time-zone="${timeZone}" is no zone that this browser knows. The visitor's own is used.`);
  }
  if (locale && !isLocale(locale)) {
    say(
      `<${localName}>: locale="${locale}" is no language that this browser knows. The page's or the browser's is used.`,
    );
  }
}

function say(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.trim().replace(/_/g, '-')).length > 0;
  } catch {
    return false;
  }
}
