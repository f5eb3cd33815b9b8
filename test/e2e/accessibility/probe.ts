/** Looks at a page from inside, through shadow roots. */
import type { Page } from 'puppeteer-core';

interface Stop {
  readonly name: string;
  /** Points of the box, of five, that something else covers or that are outside of the window. */
  readonly hidden: number;
  /** Width of the ring around it, or around the label that stands for it, in pixels. */
  readonly ring: number;
}

export interface Probe {
  /** Everything shown, through shadow roots. */
  shown(): Element[];
  /** What live regions said since the last call, in order; null where the focus moved. */
  heard(): (string | null)[];
  /** What has the focus, and whether it can be seen. */
  stop(): Stop | null;
  /** What can be pressed, with the box that takes the press. */
  targets(): { name: string; width: number; height: number; inText: boolean; day: boolean }[];
  /** What sticks out of the window, scrolls sideways, or hides a part of its text. */
  lost(): string[];
  /** Animations and transitions that run. */
  moving(): string[];
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page, before everything else. */
function install(): void {
  const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';
  const texts = new WeakMap<Element, string>();
  let said: (string | null)[] = [];
  const watched = new WeakSet<Node>();

  const deep = function* (root: ParentNode): Generator<Element> {
    for (const child of root.children) {
      yield child;
      if (child.shadowRoot) yield* deep(child.shadowRoot);
      yield* deep(child);
    }
  };
  const label = (element: Element) => {
    const text = element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim();
    const part = element.getAttribute('part') ?? element.id;
    return `${element.localName}${part ? `[${part}]` : ''} ${text.slice(0, 40)}`;
  };
  const forEyes = (element: Element) => !element.closest('.hidden');

  function listen(): void {
    for (const element of deep(document)) {
      if (element.shadowRoot && !watched.has(element.shadowRoot)) {
        watched.add(element.shadowRoot);
        // From one place to another in the same shadow tree, no event leaves it.
        element.shadowRoot.addEventListener('focusin', () => said.push(null));
        new MutationObserver(listen).observe(element.shadowRoot, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }
      if (!element.matches(LIVE)) continue;
      const text = element.textContent.replace(/\s+/g, ' ').trim();
      const before = texts.get(element);
      texts.set(element, text);
      // A region that comes with its text is not announced.
      if (before !== undefined && before !== text && text !== '') said.push(text);
    }
  }
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
  });

  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body || element === document.documentElement ? null : element;
  };
  const at = (x: number, y: number) => {
    let element = document.elementFromPoint(x, y);
    for (;;) {
      const inner = element?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  };
  /** The element that stands for a control: a radio button covers a label, which is what is seen and pressed. */
  const face = (element: Element) =>
    element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
      ? (element.closest('label') ?? element)
      : element;
  /** The box that takes the press: with the label beside it, where there is one. */
  const boxOf = (element: Element) => {
    const box = face(element).getBoundingClientRect();
    if (!(element instanceof HTMLInputElement) || element.type !== 'checkbox') return box;
    const labels = [...(element.labels ?? [])].map((caption) => caption.getBoundingClientRect());
    const width = Math.max(box.right, ...labels.map(({ right }) => right)) - box.left;
    return { width, height: Math.max(box.height, ...labels.map((caption) => caption.height)) };
  };
  const ringOf = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  };
  const contains = (outer: Element, inner: Element | null) => {
    for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
      if (node === outer) return true;
    return false;
  };

  const PRESSABLE =
    'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="option"], [role="gridcell"]:not([aria-disabled="true"])';

  window.probe = {
    shown: () => [...deep(document.body)].filter((element) => element.checkVisibility({ visibilityProperty: true })),
    heard() {
      const now = said;
      said = [];
      return now;
    },
    stop() {
      const element = active();
      if (!element) return null;
      const shown = face(element);
      const box = shown.getBoundingClientRect();
      // Its middle and the middles of its sides, as corners may be round.
      const [x, y, inset] = [box.left + box.width / 2, box.top + box.height / 2, 2];
      const points = [
        [x, y],
        [x, box.top + inset],
        [x, box.bottom - inset],
        [box.left + inset, y],
        [box.right - inset, y],
      ] as const;
      const hidden = points.filter((point) => {
        const hit = at(...point);
        return !contains(shown, hit) && !contains(element, hit);
      }).length;
      return { name: label(element), hidden, ring: Math.max(ringOf(element), ringOf(shown)) };
    },
    targets: () =>
      window.probe
        .shown()
        // What the page puts into a slot is the page's own.
        .filter((element) => element.getRootNode() instanceof ShadowRoot)
        .filter((element) => element.matches(PRESSABLE) && forEyes(element))
        .map((element) => {
          const { width, height } = boxOf(element);
          const inText = element.localName === 'a' && getComputedStyle(element).display === 'inline';
          return { name: label(element), width, height, inText, day: element.matches('[role="gridcell"]') };
        }),
    lost() {
      const found: string[] = [];
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
      for (const element of window.probe.shown()) {
        if (!forEyes(element) || element.closest('svg')) continue;
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const style = getComputedStyle(element);
        if (box.right > clientWidth + 1 || box.left < -1) found.push(`${label(element)} sticks out`);
        const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
          found.push(`${label(element)} has ${element.scrollWidth} in a width of ${element.clientWidth}`);
        if (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
          found.push(`${label(element)} has ${element.scrollHeight} in a height of ${element.clientHeight}`);
      }
      return found;
    },
    moving: () =>
      [document, ...window.probe.shown().flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        .flatMap((root) => root.getAnimations())
        .filter(({ playState }) => playState === 'running')
        .map((animation) => {
          const { effect } = animation;
          const target = effect instanceof KeyframeEffect && effect.target ? label(effect.target) : '?';
          const name: unknown = Reflect.get(animation, 'animationName') ?? Reflect.get(animation, 'transitionProperty');
          return `${String(name)} of ${target}`;
        }),
  };
}

/** Call before the page loads; then `window.probe` is there. */
export const withProbe = async (page: Page): Promise<void> => {
  await page.evaluateOnNewDocument(install);
};
