import { loadPopup } from './popup-loader.js';

/** Links and buttons of the page that open a flow (docs/embedding.md). */
const TRIGGER = '[data-booking-open],[data-booking-coach]';

/** How long after it begins to listen it looks for those that are there. */
const PATIENCE_MS = 1000;

/** Listens once for presses of the page's own links and buttons, wherever and whenever they come into the page. */
export function listenForTriggers(page: Document): void {
  // Before the page's own listeners: a router would follow the link.
  for (const type of ['click', 'pointerover', 'focusin']) page.addEventListener(type, heed, true);
  setTimeout(() => {
    if (page.querySelector(TRIGGER)) {
      loadPopup().then(
        ({ watchForMore }) => watchForMore(page),
        () => undefined,
      );
    }
  }, PATIENCE_MS);
}

function heed(event: Event): void {
  const trigger = event.composedPath().find((node) => node instanceof Element && node.matches(TRIGGER));
  const isPress = event instanceof MouseEvent && event.type === 'click';
  // With a key held, the visitor wants the link itself: a new tab, a download.
  if (!trigger || (isPress && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey))) return;
  if (isPress) event.preventDefault();
  loadPopup().then(
    ({ heedTrigger }) => heedTrigger(trigger, isPress),
    () => isPress && 'href' in trigger && location.assign(String(trigger.href)),
  );
}
