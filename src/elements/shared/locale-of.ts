import { isAwaited, isSpoken } from '../../i18n/dictionary.js';
import { englishOf, resolveLocale } from '../../i18n/locale.js';

/** BCP 47 that an element speaks: as wanted; where there is no dictionary of it, English with the conventions of its region. */
export function localeOf(element: Element, own = ''): { readonly locale: string; readonly awaited: boolean } {
  const wanted = resolveLocale([own, ...languagesAround(element)]);
  const awaited = isAwaited(wanted);
  return { locale: awaited || isSpoken(wanted) ? wanted : englishOf(wanted), awaited };
}

/** The `locale` and `lang` attributes from an element on outwards, through shadow roots. */
function languagesAround(element: Element | null): (string | null)[] {
  if (!element) return [];
  const { parentNode } = element;
  const around = parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
  return [element.getAttribute('locale'), element.getAttribute('lang'), ...languagesAround(around)];
}
