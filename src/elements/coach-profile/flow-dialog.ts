import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import type { OpenOptions } from '../booking-flow/popup/popup.js';

export interface FlowDialogView {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  readonly timeZone: string;
  readonly lockTimeZone: boolean;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly hour12: boolean | undefined;
  readonly now: () => number;
  /** What the visitor may read before the flow has asked who the coach is. */
  readonly coachName: string;
}

/** The booking flow in a popup: made when it is first opened, kept with all that was typed when it is closed. */
export class FlowDialog {
  private wanted = false;

  constructor(
    private readonly host: LitElement,
    private readonly onClosed: () => void,
  ) {}

  async open(options: OpenOptions): Promise<void> {
    this.wanted = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    await this.host.renderRoot.querySelector('booking-flow')?.open(options);
  }

  render(view: FlowDialogView): TemplateResult | typeof nothing {
    if (!this.wanted) return nothing;
    return html`<booking-flow
      part="flow"
      exportparts="dialog, dialog-bar, dialog-title, close"
      mode="popup"
      coach-id=${view.coachId}
      coach-name=${view.coachName}
      time-zone=${view.timeZone}
      ?lock-time-zone=${view.lockTimeZone}
      locale=${view.locale}
      dir=${view.dir}
      .adapter=${view.adapter}
      .hour12=${view.hour12}
      .now=${view.now}
      @booking-close=${this.onClosed}
    ></booking-flow>`;
  }
}
