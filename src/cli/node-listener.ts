import type { IncomingMessage, ServerResponse } from 'node:http';

/** A function from `Request` to `Response`, such as `createBookingHandler` makes. */
export type WebHandler = (request: Request) => Promise<Response>;

/** How long a client may go on sending a body that was already answered. */
const LINGER_MS = 1000;

const addresses = new WeakMap<Request, string>();

/** The address at the other end of the socket: what a rate limiter goes by when there is no proxy in front. */
export function clientAddress(request: Request): string | undefined {
  return addresses.get(request);
}

/** Mounts a handler on `http.createServer`. */
export function toNodeListener(handler: WebHandler): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    answer(handler, incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'Content-Type': 'text/plain' });
      outgoing.end();
    });
  };
}

async function answer(handler: WebHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const request = toRequest(incoming, gone.signal);
  if (!request) {
    outgoing.writeHead(400, { 'Content-Type': 'text/plain' }).end('Bad request\n');
    return;
  }
  const response = await handler(request);
  const body = Buffer.from(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  if (response.status !== 204 && response.status !== 304 && incoming.method !== 'HEAD') {
    outgoing.setHeader('Content-Length', body.byteLength);
  }
  if (!incoming.complete) {
    // Refused before it was read: the connection cannot be used again, and must not be fed for ever.
    outgoing.setHeader('Connection', 'close');
    outgoing.once('finish', () => setTimeout(() => incoming.socket.destroy(), LINGER_MS).unref());
  }
  outgoing.end(body);
}

/** Null for a request line or a host that makes no URL. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | null {
  const { method = 'GET', url: target = '/', headersDistinct, socket } = incoming;
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const url = target.startsWith('/') ? `http://${incoming.headers.host ?? 'localhost'}${target}` : '';
  if (!URL.canParse(url)) return null;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const init: RequestInit & { readonly duplex?: 'half' } = {
      method,
      headers,
      signal,
      ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
    };
    const request = new Request(url, init);
    if (socket.remoteAddress !== undefined) addresses.set(request, socket.remoteAddress);
    return request;
  } catch {
    // A method that fetch forbids, such as TRACE.
    return null;
  }
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let cancelled = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on('data', (chunk: Buffer) => {
        if (cancelled) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once('end', () => {
        if (!cancelled) controller.close();
      });
      incoming.once('error', (error) => {
        if (!cancelled) controller.error(error);
      });
      incoming.pause();
    },
    pull: () => void incoming.resume(),
    cancel() {
      cancelled = true;
      incoming.resume();
    },
  });
}
