import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AmbientEvent, VisitorEvent } from '../../flow/event.js';
import type { Draft, FlowState } from '../../flow/state.js';
import { createFlowStore, type FlowListener, type FlowStore } from '../../flow/store.js';
import type { BookingAdapter } from '../../ports/booking-adapter.js';
import { BookingSubmitEvent } from '../events.js';
import type { Watch } from './later/watch-page.js';

/** What a flow is made of. Another adapter or coach makes another flow, in which the draft stays. */
export interface FlowInput {
  readonly adapter: BookingAdapter;
  readonly coachId: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
  /** `YYYY-MM-DD` to show first; empty: the first free one. */
  readonly day: string;
  readonly firstDayOfWeek: number;
  /** How many days are shown at once; default 42. */
  readonly pageDays?: number;
  readonly now: () => number;
}

/** Ties a store to an element: lives while it is connected, rests while it is not, keeps its state through both. */
export class FlowController implements ReactiveController {
  /** When times last arrived, in milliseconds; 0 before. */
  timesAt = 0;
  private stop: (() => void) | undefined;
  private watching: Watch | undefined;
  private store: FlowStore | null = null;
  private input: FlowInput | null = null;
  /** What was typed outlives the store. */
  private draft: Draft | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly read: () => FlowInput | null,
    private readonly listener: FlowListener,
    /** Given what loads who the coach is, and all that the first times do not need. */
    private readonly defer: (load: () => void) => void,
  ) {
    host.addController(this);
  }

  get state(): FlowState | null {
    return this.store?.getState() ?? null;
  }

  /** In milliseconds, by the server's clock as far as the answers tell it. */
  readonly now = (): number => (this.input?.now() ?? 0) + (this.state?.clockSkew ?? 0);

  readonly send = (event: VisitorEvent | AmbientEvent): void => this.store?.send(event);

  hostConnected(): void {
    this.store?.connect();
    this.watch();
  }

  /** Follows the connection, the tab and the page, from when the code for it is given. */
  watch(watching = this.watching): void {
    this.stop?.();
    this.watching = watching;
    if (this.host.isConnected) this.stop = watching?.(this.host, this);
  }

  hostDisconnected(): void {
    this.stop?.();
    this.store?.disconnect();
  }

  hostUpdate(): void {
    const input = this.read();
    const last = this.input;
    this.input = input;
    if (!input) this.close();
    else if (!this.store || input.adapter !== last?.adapter || input.coachId !== last.coachId) this.open(input);
    else this.follow(input, last);
  }

  /** What the page changes later is what a visitor might have chosen. */
  private follow(input: FlowInput, last: FlowInput): void {
    if (input.timeZone !== last.timeZone) this.send({ type: 'change-time-zone', timeZone: input.timeZone });
    if (input.durationMinutes && input.durationMinutes !== last.durationMinutes) {
      this.send({ type: 'select-duration', durationMinutes: input.durationMinutes });
    }
    if (input.pageDays && input.pageDays !== last.pageDays)
      this.send({ type: 'change-view', pageDays: input.pageDays });
    if (input.day && input.day !== last.day) this.send({ type: 'select-day', day: input.day });
  }

  private open({ durationMinutes, day, ...input }: FlowInput): void {
    this.close();
    const { draft } = this;
    const store = createFlowStore({
      ...input,
      ...(durationMinutes && { durationMinutes }),
      ...(draft && { draft }),
      mayBook: (request) => this.host.dispatchEvent(new BookingSubmitEvent(request)),
      defer: this.defer,
    });
    this.store = store;
    store.subscribe((state, previous, event) => {
      // A store that was given up has nothing more to say.
      if (store !== this.store) return;
      if (event.type === 'times-loaded') this.timesAt = this.now();
      this.host.requestUpdate();
      this.listener(state, previous, event);
    });
    if (day) store.send({ type: 'select-day', day });
    if (this.host.isConnected) store.connect();
    this.watch();
  }

  private close(): void {
    this.draft = this.state?.draft ?? this.draft;
    this.store?.disconnect();
    this.store = null;
    this.timesAt = 0;
  }
}
