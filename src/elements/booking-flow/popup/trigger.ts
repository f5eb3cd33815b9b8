/** The page's own links and buttons with `data-booking-open` or `data-booking-coach`. */
import { flowFor } from './open-booking.js';
import { expectOpening, type OpenOptions } from './popup.js';

const IN_PLACE = 'booking-flow:not([mode=popup],[mode=button])';
const TRIGGER = '[data-booking-open],[data-booking-coach]';

/** What can be opened by name: a flow, or a profile with a flow in its dialog. */
interface Target extends Element {
  open?(options: OpenOptions): Promise<void>;
  openFlow?(duration: number, day: string, opener: EventTarget): void;
}

/** Opens what a link or button of the page names, or asks for it as somebody is about to. */
export async function heedTrigger(trigger: EventTarget, isPress: boolean): Promise<void> {
  if (!(trigger instanceof HTMLElement) || trigger.ariaDisabled === 'true') return;
  mark(trigger);
  watchForMore(trigger.ownerDocument);
  try {
    if (isPress) await open(trigger);
    else expect(trigger);
  } catch (error) {
    if (!isPress) return;
    console.error('[coach-booking] nothing was opened:', error);
    if (trigger instanceof HTMLAnchorElement && trigger.href) location.assign(trigger.href);
  }
}

async function open(trigger: HTMLElement): Promise<void> {
  const { bookingOpen, bookingDuration, bookingDay = '' } = trigger.dataset;
  const duration = Number(bookingDuration) || 0;
  const target: Target = bookingOpen === undefined ? coachOf(trigger) : named(trigger, bookingOpen);
  if (target.openFlow) target.openFlow(duration, bookingDay, trigger);
  else if (target.open) await target.open({ duration, day: bookingDay, opener: trigger });
  else throw new Error(`<${target.localName}> opens no booking.`);
}

function expect(trigger: HTMLElement): void {
  const { bookingOpen } = trigger.dataset;
  const target = bookingOpen === undefined ? coachOf(trigger) : named(trigger, bookingOpen);
  if (target instanceof HTMLElement) expectOpening(target);
}

/** By a selector, in the same tree or in the page. What is no selector finds nothing. */
function find(trigger: HTMLElement, selector: string): Element | null {
  const root = trigger.getRootNode();
  try {
    const near = root instanceof ShadowRoot ? root.querySelector(selector) : null;
    return near ?? trigger.ownerDocument.querySelector(selector);
  } catch {
    return null;
  }
}

function named(trigger: HTMLElement, selector: string): Element {
  const found = find(trigger, selector);
  if (!found) throw new Error(`there is no "${selector}" in the page.`);
  return found;
}

function coachOf(trigger: HTMLElement): Element {
  const { bookingCoach, bookingApiUrl, bookingTimeZone, bookingLocale, bookingName, bookingEmail } = trigger.dataset;
  return flowFor({
    coachId: bookingCoach,
    apiUrl: bookingApiUrl,
    timeZone: bookingTimeZone,
    locale: bookingLocale,
    name: bookingName,
    email: bookingEmail,
    opener: trigger,
  });
}

let observer: MutationObserver | undefined;

/** Tells screen readers of the page's triggers that they open a dialog, also of those that come later. */
export function watchForMore(page: Document): void {
  if (observer) return;
  let isDue = false;
  const markAll = () => {
    isDue = false;
    page.querySelectorAll<HTMLElement>(TRIGGER).forEach(mark);
  };
  observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(markAll, 200);
  });
  const attributeFilter = ['data-booking-open', 'data-booking-coach'];
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter });
  markAll();
}

/** Tells screen readers that a dialog opens. A flow in its place is only scrolled to. */
function mark(trigger: HTMLElement): void {
  const { bookingOpen } = trigger.dataset;
  if (bookingOpen !== undefined && find(trigger, bookingOpen)?.matches(IN_PLACE)) return;
  trigger.ariaHasPopup ??= 'dialog';
}
