import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createRestAdapter } from '../adapters/rest/index.js';
import type { BookingAdapter } from '../ports/booking-adapter.js';
import type { Telemetry } from '../ports/telemetry.js';
import { PROVIDER_CHANGE, providersOf } from './booking-provider/booking-provider.js';
import { configuration, onConfigure } from './configure.js';

/** What an element says itself about where its data comes from. */
export interface AdapterHost extends ReactiveControllerHost, HTMLElement {
  adapter: BookingAdapter | null;
  apiUrl: string;
  demo: boolean;
}

/** `pending` while the page still loads and may yet name an adapter. */
export type ResolvedAdapter =
  | { readonly status: 'ready'; readonly adapter: BookingAdapter }
  | { readonly status: 'pending' }
  | { readonly status: 'missing'; readonly reason: 'adapter' | 'demo' };

const byUrl = new Map<string, BookingAdapter>();

/** Elements with the same address share one adapter. */
function restAdapter(baseUrl = ''): BookingAdapter | null {
  if (!baseUrl) return null;
  const known = byUrl.get(baseUrl);
  if (known) return known;
  const adapter = createRestAdapter({ baseUrl });
  byUrl.set(baseUrl, adapter);
  return adapter;
}

/** Which adapter an element uses: its `adapter`, the `demo` one, the nearest provider's, its `api-url`, the page's. */
export function resolveAdapter(host: AdapterHost): ResolvedAdapter {
  const { adapter, demoAdapter } = configuration();
  const provider = providersOf(host).find((candidate) => candidate.adapter !== null || candidate.apiUrl !== '');
  const around = provider?.adapter ?? restAdapter(provider?.apiUrl) ?? restAdapter(host.apiUrl) ?? adapter;
  const found = host.adapter ?? (host.demo ? demoAdapter : around);
  if (found) return { status: 'ready', adapter: found };
  if (host.ownerDocument.readyState !== 'complete') return { status: 'pending' };
  return { status: 'missing', reason: host.demo ? 'demo' : 'adapter' };
}

/** Whom to tell what visitors do: the nearest provider's sink, else the page's. */
export function telemetryFor(host: Element): Telemetry | undefined {
  return providersOf(host).find(({ telemetry }) => telemetry)?.telemetry ?? configuration().telemetry;
}

/** Keeps an element's adapter up to date with its own properties, the providers around it and `configure`. */
export class AdapterController implements ReactiveController {
  resolved: ResolvedAdapter = { status: 'pending' };
  private connection: AbortController | undefined;
  private warned = '';

  constructor(private readonly host: AdapterHost) {
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.connection = new AbortController());
    const update = () => this.host.requestUpdate();
    for (const provider of providersOf(this.host)) provider.addEventListener(PROVIDER_CHANGE, update, { signal });
    this.host.ownerDocument.defaultView?.addEventListener('load', update, { signal });
    signal.addEventListener('abort', onConfigure(update));
    update();
  }

  hostDisconnected(): void {
    this.connection?.abort();
  }

  hostUpdate(): void {
    this.resolved = resolveAdapter(this.host);
    const reason = this.resolved.status === 'missing' ? this.resolved.reason : '';
    if (reason && reason !== this.warned) console.error(`<${this.host.localName}>: ${CONSOLE_MESSAGE[reason]}`);
    this.warned = reason;
  }
}

/** For developers; the element itself says it in the visitor's language. */
const CONSOLE_MESSAGE = {
  adapter: 'no booking adapter. Set "adapter" or "api-url".',
  demo: '"demo" needs the demo script.',
};
