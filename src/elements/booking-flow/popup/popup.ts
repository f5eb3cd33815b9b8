/** A flow in a dialog, opened by the page or by a button of its own. Loaded where a page has such a flow. */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Booking } from '../../../domain/booking.js';
import type { VisitorEvent, AmbientEvent } from '../../../flow/event.js';
import type { FlowState } from '../../../flow/state.js';
import { detailsFor } from '../../../i18n/details.js';
import type { Dictionary } from '../../../i18n/dictionary.js';
import { BookingCloseEvent, BookingOpenEvent } from '../../later-events.js';
import { addStyles } from '../../shared/add-styles.js';
import { iconCalendar, iconClose } from '../../shared/later-icons.js';
import { leaveStaleEntry } from './history-entry.js';
import { focusedIn, Modal } from './modal.js';
import { popupStyles } from './popup.styles.js';

/** What a popup is opened with. */
export interface OpenOptions {
  /** A session length in minutes to start with. */
  readonly duration?: number | undefined;
  /** A day to show, `YYYY-MM-DD` in the visitor's zone. */
  readonly day?: string | undefined;
  /** Gets the focus back when the popup is closed. Default: what has the focus now. */
  readonly opener?: HTMLElement | null | undefined;
}

/** What a popup needs of the flow that it shows. */
export interface PopupHost extends LitElement {
  mode: string;
  label: string;
  duration: number;
  day: string;
}

/** The flow's own store, behind the element. */
export interface PopupFlow {
  readonly state: FlowState | null;
  readonly send: (event: VisitorEvent | AmbientEvent) => void;
}

export interface PopupView {
  /** What the dialog is called. */
  readonly title: string;
  readonly text: Dictionary;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The first words are not there yet. */
  readonly waiting: boolean;
}

/** Flows that somebody is about to open, before they have their popup. */
const expected = new WeakSet<HTMLElement>();
const popups = new WeakMap<HTMLElement, Popup>();

/** Asks for what a flow will show, as somebody is about to open it. */
export function expectOpening(flow: HTMLElement): void {
  expected.add(flow);
  popups.get(flow)?.warm();
}

export class Popup implements ReactiveController {
  /** Somebody is about to open it: it may ask for what it shows. */
  awake = false;
  private wasOpened = false;
  /** Closed before it was open, it stays closed. */
  private closings = 0;
  private booked: Booking | null = null;
  /** What had the focus when the visitor was to be brought to a heading that is not there yet; undefined: nowhere. */
  private broughtFrom: HTMLElement | null | undefined;
  private readonly modal = new Modal((settled) => this.onClose(settled));

  constructor(
    private readonly host: PopupHost,
    private readonly flow: PopupFlow,
    private readonly loadLater: () => void,
  ) {
    host.addController(this);
    leaveStaleEntry();
    popups.set(host, this);
    if (expected.has(host)) this.warm();
    host.addEventListener('booking-complete', ({ detail }) => (this.booked = detail.booking));
  }

  get opened(): boolean {
    return this.modal.opened;
  }

  hostUpdate(): void {
    const { shadowRoot } = this.host;
    if (shadowRoot) addStyles(shadowRoot, [popupStyles]);
  }

  hostUpdated(): void {
    if (this.opened && !this.dialog) this.modal.close(true);
    this.bringThere();
  }

  hostDisconnected(): void {
    this.modal.close(true);
  }

  /** Asks for what the popup will show. */
  readonly warm = (): void => {
    if (this.awake) return;
    this.awake = true;
    this.loadLater();
    this.host.requestUpdate();
  };

  async open({ duration = 0, day = '', opener = null }: OpenOptions = {}): Promise<void> {
    const { host } = this;
    const state = this.flow.state;
    const { closings } = this;
    if (!host.isConnected) return;
    this.goTo(state, duration, day);
    this.warm();
    host.requestUpdate();
    await host.updateComplete;
    if (closings !== this.closings || !this.host.isConnected) return;
    const { dialog } = this;
    if (!dialog) {
      // In its place on the page: that is where the visitor is brought to.
      host.scrollIntoView({ block: 'nearest' });
      this.broughtFrom = focusedIn(host.ownerDocument);
      this.bringThere();
      return;
    }
    if (this.opened) return;
    this.booked = null;
    this.modal.open(dialog, dialog.querySelector('.heading'), opener);
    // What was left before has grown old.
    if (this.wasOpened) this.flow.send({ type: 'return' });
    this.wasOpened = true;
    host.dispatchEvent(new BookingOpenEvent(this.modal.opener));
  }

  readonly close = (): void => {
    this.closings++;
    this.broughtFrom = undefined;
    this.modal.close();
  };

  /** The focus goes to the heading of a flow in its place as soon as there is one, unless it has gone elsewhere meanwhile. */
  private bringThere(): void {
    const { host, broughtFrom } = this;
    if (broughtFrom === undefined) return;
    const heading = host.renderRoot.querySelector<HTMLElement>('h2');
    const isElsewhere = focusedIn(host.ownerDocument) !== broughtFrom;
    if (heading || isElsewhere) this.broughtFrom = undefined;
    if (!isElsewhere) heading?.focus();
  }

  /** What the visitor pressed says what they want: an earlier choice gives way, what was typed stays. */
  private goTo(state: FlowState | null, duration: number, day: string): void {
    const { host, flow } = this;
    if (duration) host.duration = duration;
    if (day) host.day = day;
    if (!state) return;
    if (state.step === 'booked') flow.send({ type: 'restart' });
    const isOther = (duration && duration !== state.durationMinutes) || (day && day !== state.day);
    if (isOther && state.step === 'confirmation') flow.send({ type: 'back', to: 'datetime' });
    if (duration) flow.send({ type: 'select-duration', durationMinutes: duration });
    // One that the coach does not offer is not chosen.
    if (duration && flow.state?.step === 'duration' && flow.state.durationMinutes === duration)
      flow.send({ type: 'continue' });
    if (day) flow.send({ type: 'select-day', day });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private onClose(settled: Promise<unknown>): void {
    const { host, flow, booked } = this;
    flow.send({ type: 'leave' });
    // Where the page goes on from here, nobody steps back behind it.
    void settled.then(() => host.dispatchEvent(new BookingCloseEvent(booked)));
  }

  private readonly onButton = ({ currentTarget }: Event): void => {
    void this.open({ opener: currentTarget instanceof HTMLElement ? currentTarget : null });
  };

  render(content: TemplateResult, view: PopupView): TemplateResult {
    const text = detailsFor(view.text);
    return html`${this.host.mode === 'button' && !view.waiting ? this.renderButton(this.host.label || text.bookSession) : nothing}
      <dialog part="dialog" dir=${view.dir} lang=${view.locale} aria-label=${view.title}>
        <div class="dialog-bar" part="dialog-bar">
          <p class="heading" part="dialog-title" tabindex="-1">${view.title}</p>
          <button type="button" class="icon-button" part="close" aria-label=${text.close} @click=${this.close}>
            ${iconClose()}
          </button>
        </div>
        ${this.awake ? content : nothing}
      </dialog>`;
  }

  private renderButton(label: string): TemplateResult {
    return html`<button
      type="button"
      class="button primary open-button"
      part="open-button"
      aria-haspopup="dialog"
      @pointerenter=${this.warm}
      @focus=${this.warm}
      @click=${this.onButton}
    >
      ${iconCalendar()}<span>${label}</span>
    </button>`;
  }
}
