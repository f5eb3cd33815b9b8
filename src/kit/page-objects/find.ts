/** Finds what a visitor would: by role and name, through open shadow roots, only what is shown. */

/** All elements under a root in document order, those in shadow roots and slots included once. */
export function* deepElements(root: Element | ShadowRoot): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* deepElements(child.shadowRoot);
    yield* deepElements(child);
  }
}

const IMPLICIT_ROLES: Record<string, string> = {
  'a[href]': 'link',
  button: 'button',
  'h1,h2,h3,h4': 'heading',
  'input[type=radio]': 'radio',
  'input[type=checkbox]': 'checkbox',
  'input:not([type]),input[type=text],input[type=email],input[type=tel],textarea': 'textbox',
  'input[type=number]': 'spinbutton',
  select: 'combobox',
  li: 'listitem',
};

export function roleOf(element: Element): string {
  const explicit = element.getAttribute('role');
  if (explicit) return explicit;
  return Object.entries(IMPLICIT_ROLES).find(([selector]) => element.matches(selector))?.[1] ?? '';
}

/** Text as it is read: white space joined, what is hidden from assistive technology left out. */
export function textOf(node: Node): string {
  const read = (at: Node): string => {
    if (at.nodeType === Node.TEXT_NODE) return at.textContent ?? '';
    if (!(at instanceof Element || at instanceof DocumentFragment)) return '';
    if (at instanceof Element && (at.getAttribute('aria-hidden') === 'true' || !isShown(at))) return '';
    const inner = at instanceof Element && at.shadowRoot ? at.shadowRoot : at;
    const text = [...inner.childNodes].map(read).join('');
    return at instanceof Element && /^(inline|contents)$/.test(getComputedStyle(at).display) ? text : ` ${text} `;
  };
  return read(node).replace(/\s+/g, ' ').trim();
}

/** Good enough for these elements, not a full computation of accessible names. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label.trim();
  const root = element.getRootNode();
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  if (ids.length && (root instanceof ShadowRoot || root instanceof Document)) {
    return ids
      .map((id) => root.getElementById(id))
      .map((part) => (part ? textOf(part) : ''))
      .join(' ');
  }
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  return labels.length ? labels.map(textOf).join(' ') : textOf(element);
}

/** Rendered, and not hidden from assistive technology by itself. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents';
}

/** A text has to be contained, an expression to match; engines differ in the spaces of times, so all count as one kind. */
export type Name = string | RegExp;

export function matches(text: string, name: Name | undefined): boolean {
  const plain = text.replace(/\s+/g, ' ');
  if (name === undefined) return true;
  return typeof name === 'string' ? plain.includes(name.replace(/\s+/g, ' ')) : name.test(plain);
}

/** All that are shown with that role and name. */
export function allByRole(root: Element, role: string, name?: Name): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of deepElements(root.shadowRoot ?? root)) {
    if (!(element instanceof HTMLElement) || roleOf(element) !== role || !isShown(element)) continue;
    if (matches(nameOf(element), name)) found.push(element);
  }
  return found;
}

type Found<T> = T | null | undefined | false;

/** Waits until `read` answers something, looking at each frame. Rejects with `what` after `timeoutMs`. */
export async function until<T>(read: () => Found<T> | Promise<Found<T>>, what: string, timeoutMs = 4000): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}
