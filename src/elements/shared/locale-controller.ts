import type { ComplexAttributeConverter, ReactiveController, ReactiveControllerHost } from 'lit';
import { dictionaryFor, type Dictionary } from '../../i18n/dictionary.js';
import { formatsFor, type Formats } from '../../i18n/format.js';
import { directionOf, resolveLocale, spokenLocale } from '../../i18n/locale.js';

/** An element that speaks the visitor's language. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  /** BCP 47; empty: the closest `locale` or `lang` around the element, else the browser's. */
  locale: string;
  /** `true` 12-hour clock, `false` 24-hour clock, `undefined` as the locale has it. */
  hour12?: boolean | undefined;
}

/** For `hour12`, which has three states: no attribute means "as the locale has it", `hour12="false"` the 24-hour clock. */
export const optionalBoolean: ComplexAttributeConverter<boolean | undefined> = {
  fromAttribute: (value) => (value === null ? undefined : value !== 'false'),
  toAttribute: (value) => (value === undefined ? null : String(value)),
};

/** Gives its host the dictionary and the formats of its locale, anew before each update. */
export class LocaleController implements ReactiveController {
  /** BCP 47, known to `Intl`: in the dictionary's language, with the conventions of the region that is wanted. */
  locale = 'en';
  private stop: (() => void) | undefined;

  constructor(private readonly host: LocaleHost) {
    host.addController(this);
  }

  /** Every string that a visitor reads. */
  get text(): Dictionary {
    return dictionaryFor(this.locale);
  }

  get formats(): Formats {
    return formatsFor(this.locale, this.host.hour12);
  }

  /** As the element says itself (`dir`), else as its words are written. */
  get dir(): 'ltr' | 'rtl' {
    const { dir } = this.host;
    return dir === 'ltr' || dir === 'rtl' ? dir : directionOf(this.locale);
  }

  hostConnected(): void {
    this.stop = onPageLanguage(this.host);
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  hostUpdate(): void {
    this.locale = spokenLocale(resolveLocale([this.host.locale, languageAround(this.host)]));
  }
}

/** The closest `locale` or `lang` attribute, through shadow roots. */
function languageAround(element: Element): string | null {
  const closest = element.closest('[locale]:not([locale=""]),[lang]');
  if (closest) return closest.getAttribute(closest.getAttribute('locale') ? 'locale' : 'lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : null;
}

const listeners = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Pages that switch their language do it on `<html lang>`, or on the element itself: one observer for all elements. */
function onPageLanguage(host: LocaleHost): () => void {
  listeners.add(host);
  observer ??= new MutationObserver(() => listeners.forEach((listener) => listener.requestUpdate()));
  for (const element of [host.ownerDocument.documentElement, host]) {
    observer.observe(element, { attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    listeners.delete(host);
    if (!listeners.size) observer?.disconnect();
  };
}
