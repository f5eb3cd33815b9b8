import type { ComplexAttributeConverter, ReactiveController, ReactiveControllerHost } from 'lit';
import { dictionaryFor, onLanguage, type Dictionary } from '../../i18n/dictionary.js';
import { formatsFor, type Formats } from '../../i18n/format.js';
import { directionOf } from '../../i18n/locale.js';
import { localeOf } from './locale-of.js';
import { speakAnew, speakers } from './speakers.js';
import { setStrings, withStrings, type BookingStrings } from './strings.js';

/** An element that speaks the visitor's language. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  /** BCP 47; empty: the closest `locale` or `lang` around the element, else the browser's. */
  locale: string;
  /** `true` 12-hour clock, `false` 24-hour clock, `undefined` as the locale has it. */
  hour12?: boolean | undefined;
  /** The page's own words instead of the dictionary's. */
  strings: BookingStrings | null;
}

/** For `hour12`, which has three states: no attribute means "as the locale has it", `hour12="false"` the 24-hour clock. */
export const optionalBoolean: ComplexAttributeConverter<boolean | undefined> = {
  fromAttribute: (value) => (value === null ? undefined : value !== 'false'),
  toAttribute: (value) => (value === undefined ? null : String(value)),
};

/**
 * Gives its host the dictionary and the formats of its locale, anew before each update. While the first words are on
 * their way the host is laid out and not seen, unless it says itself how it looks then (`showsWaiting`).
 */
export class LocaleController implements ReactiveController {
  /** BCP 47, known to `Intl`: as wanted; where there is no dictionary of it, English with the conventions of its region. */
  locale = 'en';
  /** The first words are not there yet. */
  waiting = true;
  private dictionary: Dictionary | undefined;
  private stop: (() => void) | undefined;
  private ownDir = false;

  constructor(
    private readonly host: LocaleHost,
    private readonly showsWaiting = false,
  ) {
    host.addController(this);
  }

  /** Every string that a visitor reads. */
  get text(): Dictionary {
    return (this.dictionary ??= withStrings(dictionaryFor(this.locale), this.host));
  }

  get formats(): Formats {
    return formatsFor(this.locale, this.host.hour12);
  }

  /** As the element says itself (`dir`), else as its words are written. */
  get dir(): 'ltr' | 'rtl' {
    const { dir } = this.host;
    return !this.ownDir && (dir === 'ltr' || dir === 'rtl') ? dir : directionOf(this.locale);
  }

  hostConnected(): void {
    this.stop = onPageLanguage(this.host);
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  hostUpdate(): void {
    const { host } = this;
    const { locale, awaited } = localeOf(host, host.locale);
    // A page that changes its language keeps the words that it has until the others are there.
    if (!awaited || this.waiting) this.locale = locale;
    // What is laid out already and has no words yet is not seen, so that no other language flashes up.
    if (this.waiting && !this.showsWaiting) host.style.visibility = awaited ? 'hidden' : '';
    this.waiting &&= awaited;
    setStrings(host, host.strings);
    this.dictionary = undefined;
    // A part by itself, where nothing else says which way it runs.
    if (this.showsWaiting) return;
    const isRtl = directionOf(this.locale) === 'rtl';
    if (isRtl ? !host.closest('[dir]') : this.ownDir) host.dir = (this.ownDir = isRtl) ? 'rtl' : '';
  }
}

let observer: MutationObserver | undefined;

/** Pages that switch their language do it on `<html lang>`, or on the element itself: one observer for all elements. */
function onPageLanguage(host: LocaleHost): () => void {
  speakers.add(host);
  onLanguage(speakAnew);
  observer ??= new MutationObserver(speakAnew);
  for (const element of [host.ownerDocument.documentElement, host]) {
    observer.observe(element, { attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    speakers.delete(host);
    if (!speakers.size) observer?.disconnect();
  };
}
