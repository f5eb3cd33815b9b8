import { enterHistory } from './history-entry.js';
import { holdPage } from './page-lock.js';

/** What has the focus, also inside shadow roots. */
export function focusedIn(root: DocumentOrShadowRoot): HTMLElement | null {
  const { activeElement } = root;
  const inner = activeElement?.shadowRoot?.activeElement ? focusedIn(activeElement.shadowRoot) : activeElement;
  return inner instanceof HTMLElement ? inner : null;
}

/**
 * A native modal dialog as visitors expect it: the focus goes in and back out to what opened it, the page behind it stays
 * where it is, and Escape, a press beside it and the browser's back button close it.
 */
export class Modal {
  private dialog: HTMLDialogElement | null = null;
  /** What gets the focus back. */
  opener: HTMLElement | null = null;
  private releasePage: () => void = () => undefined;
  private leaveHistory: ReturnType<typeof enterHistory> | null = null;
  private pressedBeside = false;
  private listening = new AbortController();

  /** @param onClose told once it is closed and nobody goes back in the history any more */
  constructor(private readonly onClose: (settled: Promise<unknown>) => void) {}

  get opened(): boolean {
    return this.dialog !== null;
  }

  open(dialog: HTMLDialogElement, focus: HTMLElement | null, opener: HTMLElement | null): void {
    if (this.dialog || !dialog.isConnected) return;
    this.dialog = dialog;
    this.opener = opener ?? focusedIn(dialog.ownerDocument);
    const { signal } = (this.listening = new AbortController());
    dialog.addEventListener('pointerdown', this.onPress, { signal });
    dialog.addEventListener('click', this.onPress, { signal });
    // By Escape, or the system's own way back; one of before may still be on its way.
    dialog.addEventListener('close', () => dialog.open || this.close(), { signal });
    dialog.showModal();
    this.watchOut(dialog, signal);
    this.releasePage = holdPage(dialog.ownerDocument);
    this.leaveHistory = enterHistory(() => this.close());
    focus?.focus();
  }

  /** @param isGone the element was taken out of the page, perhaps by a router that is about to go on */
  close(isGone = false): void {
    const { dialog, opener, leaveHistory } = this;
    if (!dialog) return;
    this.dialog = null;
    this.leaveHistory = null;
    this.listening.abort();
    this.releasePage();
    dialog.close();
    if (!isGone && opener?.isConnected) opener.focus({ preventScroll: true });
    this.onClose(leaveHistory?.(isGone) ?? Promise.resolve());
  }

  /** Hidden with the place that it stands in, it would keep the page still, and nobody could close it. */
  private watchOut(dialog: HTMLDialogElement, signal: AbortSignal): void {
    const observer = new ResizeObserver(() => dialog.getClientRects().length || this.close());
    observer.observe(dialog);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /**
   * `pointerdown` and `click` have to be beside it, so that a drag which ends there closes nothing. The second press of a
   * double click belongs to what opened it.
   */
  private readonly onPress = (event: MouseEvent): void => {
    const isBeside = event.target === event.currentTarget && !isWithin(event);
    if (event.type === 'click' && event.detail < 2 && isBeside && this.pressedBeside) this.close();
    this.pressedBeside = isBeside && event.type === 'pointerdown';
  };
}

function isWithin({ currentTarget, clientX, clientY }: MouseEvent): boolean {
  if (!(currentTarget instanceof Element)) return true;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
