import type { ReactiveControllerHost, ReactiveElement } from 'lit';
import { contrast, contrastColors } from './contrast.styles.js';
import { registerProperty } from './register-property.js';
import { speakers } from './speakers.js';
import { tokens } from './tokens.styles.js';

/** What a page may set. As long as it sets none of them, the theme's own colours are readable, and nothing is worked out. */
const COLORS = ['accent', 'accent-text', 'surface', 'surface-raised', 'text', 'muted'];

/** A class of elements; `addInitializer` as Lit has it. */
export interface Initialized {
  addInitializer?(initializer: (element: ReactiveElement) => void): void;
}

const CALM_MS = 100;

/** Null once the page has set a colour. */
let watch: MutationObserver | null | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps text readable in all elements, those to come of these classes too, from the moment on in which the page sets a colour.
 * Where it does so by a class of an element in between, it is noticed when the visitor goes on.
 */
export function keepContrastOf(classes: readonly Initialized[]): void {
  if (watch !== undefined || typeof MutationObserver === 'undefined') return;
  watch = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) observe(element);
  for (const speaker of speakers) follow(speaker);
  for (const elements of classes) elements.addInitializer?.(follow);
}

function follow(host: ReactiveControllerHost): void {
  if (!watch || !(host instanceof HTMLElement)) return;
  const hostConnected = (): void => {
    // What is inside of another element has the colours of that.
    if (!watch || host.hasAttribute('nested')) return;
    observe(host);
    lookAt(host);
  };
  host.addController({ hostConnected, hostUpdated: lookSoon });
}

function observe(element: Element | null): void {
  if (element) watch?.observe(element, { attributes: true });
}

/** Once nothing more is drawn: sooner, the answer costs a layout. */
function lookSoon(): void {
  clearTimeout(timer);
  if (watch) timer = setTimeout(look, CALM_MS);
}

function look(): void {
  for (const speaker of speakers)
    if (speaker instanceof HTMLElement && !speaker.hasAttribute('nested')) lookAt(speaker);
}

function lookAt(element: Element): void {
  if (!watch) return;
  const style = getComputedStyle(element);
  if (!COLORS.some((name) => style.getPropertyValue(`--booking-${name}`))) return;
  watch.disconnect();
  watch = null;
  for (const name of contrastColors) registerProperty(`--booking-c-${name}`, '<color>', '#000');
  const sheet = tokens.styleSheet;
  sheet?.insertRule(contrast.cssText, sheet.cssRules.length);
}
