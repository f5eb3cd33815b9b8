import type { AmbientEvent } from '../../../flow/event.js';
import type { FlowState } from '../../../flow/state.js';
import { complain } from '../../shared/complain.js';

/** A tab that was away for less has seen nothing that could be old. */
const AWAY_MS = 10_000;

/** While the form is open, free times are fetched anew this often; not any more when nobody has touched it for long. */
const REFRESH_MS = 60_000;
const IDLE_MS = 15 * 60_000;

const MINUTE_MS = 60_000;
/** Timers may be a little early. */
const LATE_MS = 50;

export interface WatchedFlow {
  readonly state: FlowState | null;
  readonly send: (event: AmbientEvent) => void;
  /** In milliseconds, by the server's clock. */
  readonly now: () => number;
}

export type Watch = (host: HTMLElement, flow: WatchedFlow) => () => void;

/** Follows the connection, the tab and the page on behalf of a flow. Answers the way to stop. */
export function watchPage(host: HTMLElement, flow: WatchedFlow): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const { send } = flow;
  let hiddenAt = Infinity;
  let touchedAt = Date.now();
  // A flow in a popup has a box only in its shadow tree.
  const box = () => host.shadowRoot?.querySelector('[part~="base"]') ?? host;
  const isVisible = () => document.visibilityState === 'visible' && box().getClientRects().length > 0;

  if ((flow.state?.online ?? true) !== navigator.onLine) send({ type: navigator.onLine ? 'online' : 'offline' });
  for (const type of ['online', 'offline'] as const) addEventListener(type, () => send({ type }), { signal });
  for (const type of ['pointerdown', 'keydown']) {
    host.addEventListener(type, () => (touchedAt = Date.now()), { signal, passive: true });
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now();
      else if (Date.now() - hiddenAt >= AWAY_MS) send({ type: 'return' });
    },
    { signal },
  );
  // What `pagehide` released is held again where the browser kept the page.
  addEventListener('pagehide', () => send({ type: 'leave' }), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && send({ type: 'return' }), { signal });

  complain(host);
  const attributes = new MutationObserver(() => complain(host));
  attributes.observe(host, { attributeFilter: ['time-zone', 'locale'] });

  const timer = setInterval(() => {
    const isTouched = Date.now() - touchedAt < IDLE_MS;
    if (isVisible() && isTouched && flow.state?.online && isOpen(flow.state)) send({ type: 'refresh' });
  }, REFRESH_MS);

  let minute: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    minute = setTimeout(
      () => {
        send({ type: 'tick' });
        tick();
      },
      MINUTE_MS - (flow.now() % MINUTE_MS) + LATE_MS,
    );
  };
  tick();

  return () => {
    clearTimeout(minute);
    clearInterval(timer);
    attributes.disconnect();
    controller.abort();
  };
}

/** Whether a time is chosen, or about to be, and nothing is on its way. */
function isOpen(state: FlowState): boolean {
  return state.step === 'datetime' || (state.step === 'confirmation' && !('attempt' in state.submission));
}
