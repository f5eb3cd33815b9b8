/** What a host page does to all of its elements, and what of it is seen in ours. */
import { deepElements } from '../../src/kit/page-objects/find.js';

/** The text of a file of an installed package. */
const file = async (path: string): Promise<string> => (await fetch(`/node_modules/${path}`)).text();

/** Tailwind's own functions, as its compiler leaves them where a page has no theme of its own. */
const withoutThemes = (css: string): string => css.replace(/--theme\(\s*--[\w-]+,([^)]*)\)/g, '$1');

/** Stylesheets that have broken widgets, by what a page's author would call them. */
export const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  'a root of 62.5 %': () => Promise.resolve('html { font-size: 62.5% }'),
  'a root of 40 px': () => Promise.resolve('html { font-size: 40px }'),
  Bootstrap: () => file('bootstrap/dist/css/bootstrap.min.css'),
  "Tailwind's preflight": async () => withoutThemes(await file('tailwindcss/preflight.css')),
  '`* { all: revert }`': () => Promise.resolve('* { all: revert; font-size: 40px }'),
  '`* { all: unset !important }`': () =>
    Promise.resolve('body * { all: unset !important } head * { display: none !important }'),
  'everything inherited, made ugly': () =>
    Promise.resolve(`
      * {
        box-sizing: content-box; color: red; cursor: crosshair; direction: ltr; font: italic 900 40px/3 monospace;
        font-variant: small-caps; hyphens: auto; letter-spacing: 9px; line-break: anywhere; list-style: square inside;
        overflow-wrap: anywhere; tab-size: 1; text-align: end; text-align-last: right; text-decoration: underline;
        text-emphasis: dot; text-indent: 40px; text-shadow: 9px 9px red; text-transform: uppercase; white-space: pre;
        word-break: break-all; word-spacing: 30px; -webkit-text-fill-color: red; -webkit-text-stroke: 2px red;
      }
      *::before, *::after { content: 'x'; color: red }
      button, input, label, h2, h3, p, div, section, svg, path {
        all: revert !important; padding: 30px !important; background: red !important; fill: red !important;
      }
    `),
};

/** Runs on a page with that stylesheet, which is gone afterwards. */
export async function onPage<T>(css: string, run: () => Promise<T>): Promise<T> {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  try {
    return await run();
  } finally {
    style.remove();
  }
}

/** All that is inherited and seen, and what makes a box. */
const SEEN = [
  'display position float inline-size block-size margin padding border outline border-radius box-sizing overflow',
  'background-color background-image box-shadow opacity visibility z-index filter transform clip-path pointer-events',
  'color font-family font-size font-style font-weight font-stretch font-variant font-feature-settings line-height',
  'letter-spacing word-spacing text-align text-align-last text-indent text-transform text-shadow text-decoration-line',
  'text-emphasis white-space word-break overflow-wrap hyphens line-break tab-size direction writing-mode cursor',
  'list-style-type list-style-position border-collapse quotes color-scheme accent-color caret-color fill stroke',
  '-webkit-text-fill-color -webkit-text-stroke-width -webkit-text-stroke-color',
]
  .join(' ')
  .split(' ');

/** Each element inside, with its place within the host and its computed styles: equal where a visitor sees the same. */
export function seenIn(host: HTMLElement): string[] {
  // The first is centred in whatever place the page gives.
  const [room, ...inside] = [...deepElements(host.shadowRoot ?? host)];
  const origin = (room ?? host).getBoundingClientRect();
  return inside.map((element) => {
    const box = element.getBoundingClientRect();
    const isShown = box.width > 0 || box.height > 0;
    const place = isShown ? [box.x - origin.x, box.y - origin.y, box.width, box.height] : [];
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute('class') ?? element.getAttribute('part') ?? ''}`;
    const styles = SEEN.map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ');
    return `${name.replace(/\s+/g, '.')} at ${place.map((length) => Math.round(length * 4) / 4).join(' ')} { ${styles} }`;
  });
}

/** What differs, shortly: the elements with the declarations that are others. */
export function differences(clean: readonly string[], hostile: readonly string[]): string[] {
  if (clean.length !== hostile.length) return [`${clean.length} elements, then ${hostile.length}`];
  return clean.flatMap((was, index) => {
    const is = hostile[index] ?? '';
    if (is === was) return [];
    const before = new Set(was.split(/[{;]/));
    const other = is.split(/[{;]/).filter((part) => !before.has(part));
    return [`${was.split(' {')[0] ?? ''} →${other.join(';').replace(/\s+/g, ' ')}`];
  });
}
