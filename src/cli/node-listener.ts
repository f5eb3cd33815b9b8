import type { IncomingMessage, ServerResponse } from 'node:http';

export type WebHandler = (request: Request) => Response | Promise<Response>;

export interface NodeListenerOptions {
  /** Scheme and host that the handler sees, such as `https://example.com`. Default: `http` and the `Host` header. */
  readonly origin?: string;
  /** Who calls. Default: the socket's address; behind a proxy, what that proxy vouches for. */
  readonly clientAddress?: (request: IncomingMessage) => string | undefined;
}

const addresses = new WeakMap<Request, string>();

/** Who sent a request that came through `toNodeListener`: the key of a rate limiter. */
export function clientAddressOf(request: Request): string | undefined {
  return addresses.get(request);
}

/** Runs a `Request` → `Response` handler on `node:http`: `http.createServer(toNodeListener(handler))`. */
export function toNodeListener(
  handler: WebHandler,
  options: NodeListenerOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const clientAddress = options.clientAddress ?? ((incoming) => incoming.socket.remoteAddress);

  return (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) gone.abort();
      // What was not read goes nowhere, so that the connection can carry the next request.
      incoming.removeAllListeners('data').resume();
    });
    serve(incoming, gone.signal).then(
      (response) => send(response, outgoing, gone.signal),
      () => outgoing.writeHead(500).end(),
    );
  };

  async function serve(incoming: IncomingMessage, signal: AbortSignal): Promise<Response> {
    const request = toRequest(incoming, options.origin, signal);
    if (request === null) return new Response(null, { status: 400 });
    const address = clientAddress(incoming);
    if (address !== undefined) addresses.set(request, address);
    return handler(request);
  }
}

/** `null` for what HTTP lets through and `Request` does not: a broken host, a `TRACE`. */
function toRequest(incoming: IncomingMessage, origin: string | undefined, signal: AbortSignal): Request | null {
  const { url = '/', method = 'GET' } = incoming;
  const headers = new Headers();
  try {
    for (const [name, values] of Object.entries(incoming.headersDistinct)) {
      for (const value of values ?? []) if (!name.startsWith(':')) headers.append(name, value);
    }
    // Joined as text: `new URL('//other', base)` would leave the host.
    const base = origin ?? `http://${incoming.headers.host ?? 'localhost'}`;
    const target = new URL(url.startsWith('/') ? base + url : url);
    const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming);
    // `duplex` is required for a streamed body and missing in the DOM's types.
    const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
    return new Request(target, init);
  } catch {
    return null;
  }
}

/**
 * The body as a stream that can be left unread. Node's own `Readable.toWeb` closes the socket when it is cancelled, before
 * the answer that says why (413) is written.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let open = true;
  const finish = (act: () => void): void => {
    if (open) act();
    open = false;
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.pause();
      incoming.on('data', (chunk: Uint8Array) => {
        if (!open) return;
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on('end', () => finish(() => controller.close()));
      incoming.on('error', (error) => finish(() => controller.error(error)));
      incoming.on('close', () => finish(() => controller.error(new Error('the client left'))));
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      open = false;
      incoming.resume();
    },
  });
}

async function send(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const reader = response.body?.getReader();
  try {
    outgoing.writeHead(response.status, headers);
    for (let part = await reader?.read(); part && !part.done && !signal.aborted; part = await reader?.read()) {
      if (!outgoing.write(part.value)) await drained(outgoing, signal);
    }
    outgoing.end();
  } catch {
    // The status line may be out: a cut connection is the only way left to say that the body is not whole.
    outgoing.destroy();
  } finally {
    if (signal.aborted) await reader?.cancel().catch(() => undefined);
  }
}

function drained(outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
