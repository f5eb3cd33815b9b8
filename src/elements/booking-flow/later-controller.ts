import type { LitElement, ReactiveController } from 'lit';
import { addStyles } from '../shared/add-styles.js';
import { afterPaint } from '../shared/after-paint.js';
import { laterTemplates, loadLater, type Later } from './later-loader.js';

/** So long there is only the frame: times that come sooner need no placeholders, which take as long to draw as they do. */
const EARLY_MS = 250;

/** Times that take longer are not waited for by the rest. */
const PATIENCE_MS = 1000;

/** Loads what the first times do not need: once they are painted, when they take long, or with what the visitor does. */
export class LaterController implements ReactiveController {
  status: 'ready' | 'loading' | 'failed' = 'loading';
  /** Nothing is drawn in place of times that are on their way. */
  isEarly = true;
  /** Looks for more than the first times. */
  lookAhead = (): void => undefined;
  private goOn = (): void => undefined;
  /** Settled once the rest is asked for. */
  readonly asked = new Promise<void>((resolve) => (this.goOn = resolve));
  /** One that failed is asked for again at the next step. */
  private isAsked = false;

  constructor(
    private readonly host: LitElement,
    private readonly mayWait: () => boolean,
    private readonly onReady: (later: Later) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    setTimeout(() => this.set(this.status, false), EARLY_MS);
    setTimeout(() => this.mayWait() || this.isAsked || this.load(), PATIENCE_MS);
  }

  readonly load = (): void => {
    this.lookAhead();
    this.isAsked = true;
    if (this.status === 'ready') return;
    this.set('loading');
    this.goOn();
    loadLater().then(
      () => this.onLoaded(),
      () => this.set('failed'),
    );
  };

  /** Times are told. */
  onTimes(isFirst: boolean): void {
    this.set(this.status, false);
    // The parts are drawn after the flow, each in its own task.
    if (isFirst) void this.host.updateComplete.then(() => setTimeout(afterPaint, 0, this.load));
  }

  private onLoaded(): void {
    const later = laterTemplates();
    if (!later || this.status === 'ready') return;
    const { shadowRoot } = this.host;
    if (shadowRoot) addStyles(shadowRoot, later.laterStyles);
    this.set('ready');
    this.onReady(later);
  }

  private set(status: LaterController['status'], isEarly = this.isEarly): void {
    if (status === this.status && isEarly === this.isEarly) return;
    this.status = status;
    this.isEarly = isEarly;
    this.host.requestUpdate();
  }
}
