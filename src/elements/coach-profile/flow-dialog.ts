import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import { iconClose } from '../shared/later-icons.js';

export interface FlowDialogView {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  readonly timeZone: string;
  readonly lockTimeZone: boolean;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly hour12: boolean | undefined;
  readonly now: () => number;
  readonly title: string;
  readonly close: string;
}

/** The booking flow in a native modal dialog: made when it is first opened, kept with all that was typed when it is closed. */
export class FlowDialog {
  private opened = false;
  /** The next opening begins anew. */
  private done = false;
  /** What the page says about its own scrolling, while the dialog holds it still. */
  private pageOverflow: string | undefined;
  private duration = 0;
  private day = '';

  constructor(
    private readonly host: LitElement,
    private readonly onClosed: () => void,
  ) {}

  open(duration: number, day: string): void {
    this.opened = true;
    this.duration = duration;
    this.day = day;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const dialog = this.element;
      if (!dialog?.isConnected || dialog.open) return;
      dialog.showModal();
      this.holdPage();
      // Not the close button, which comes first: the title says where one is.
      dialog.querySelector<HTMLElement>('.heading')?.focus();
    });
  }

  /** The element has been taken out of the page. */
  leave(): void {
    this.close();
    this.releasePage();
  }

  render(view: FlowDialogView): TemplateResult | typeof nothing {
    if (!this.opened) return nothing;
    return html`<dialog
      part="dialog"
      dir=${view.dir}
      lang=${view.locale}
      aria-label=${view.title}
      @close=${this.onClose}
    >
      <div class="dialog-bar" part="dialog-bar">
        <p class="heading" tabindex="-1">${view.title}</p>
        <button type="button" class="icon-button" part="close" aria-label=${view.close} @click=${this.close}>
          ${iconClose()}
        </button>
      </div>
      <booking-flow
        part="flow"
        coach-id=${view.coachId}
        time-zone=${view.timeZone}
        ?lock-time-zone=${view.lockTimeZone}
        locale=${view.locale}
        dir=${view.dir}
        .adapter=${view.adapter}
        .hour12=${view.hour12}
        .now=${view.now}
        .duration=${this.duration}
        .day=${this.day}
        @booking-complete=${this.onComplete}
      ></booking-flow>
    </dialog>`;
  }

  private get element(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private readonly close = (): void => this.element?.close();

  private readonly onComplete = (): void => {
    this.done = true;
  };

  private holdPage(): void {
    const { style } = this.host.ownerDocument.documentElement;
    this.pageOverflow ??= style.overflow;
    style.overflow = 'hidden';
  }

  private releasePage(): void {
    if (this.pageOverflow === undefined) return;
    this.host.ownerDocument.documentElement.style.overflow = this.pageOverflow;
    this.pageOverflow = undefined;
  }

  private readonly onClose = (): void => {
    this.releasePage();
    this.opened = !this.done;
    this.done = false;
    this.host.requestUpdate();
    this.onClosed();
  };
}
