import { Agent, request as send } from 'node:http';
import type { Exchange, Fault, Reply } from './history.js';
import type { Random } from './random.js';

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Under the base path. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One client's connections to the server, over which things can go wrong on purpose. */
export interface Wire {
  exchange(request: WireRequest, fault?: Fault): Promise<Exchange>;
  close(): void;
}

const clock = (): number => performance.timeOrigin + performance.now();

function codeOf(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : undefined;
  } catch {
    return undefined;
  }
}

/** @param random where in its course a connection is cut */
export function createWire(origin: string, random: Random): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });

  /** Null when the connection ended first; `cutAfterMs` ends it. */
  function call({ method, path, headers, body }: WireRequest, cutAfterMs?: number): Promise<Reply | null> {
    return new Promise((resolve) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const outgoing = send(`${origin}/api${path}`, {
        agent,
        method,
        headers: {
          ...headers,
          ...(text && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
        },
      });
      const timer = cutAfterMs === undefined ? undefined : setTimeout(() => outgoing.destroy(), cutAfterMs);
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          clearTimeout(timer);
          const answer = Buffer.concat(chunks).toString();
          const { statusCode: status = 0 } = incoming;
          const { etag } = incoming.headers;
          const code = status < 400 ? undefined : codeOf(answer);
          resolve({ status, body: answer, ...(code !== undefined && { code }), ...(etag !== undefined && { etag }) });
        });
        incoming.on('error', () => resolve(null));
        incoming.on('close', () => resolve(null));
      });
      outgoing.on('error', () => {
        clearTimeout(timer);
        resolve(null);
      });
      outgoing.end(text);
    });
  }

  return {
    async exchange(request, fault) {
      const startedAt = clock();
      const cutAfterMs = fault === 'connection cut' ? random.next() * 15 : undefined;
      const reply = fault === 'request lost' ? null : await call(request, cutAfterMs);
      const seen = fault === 'answer lost' ? null : reply;
      return { startedAt, endedAt: clock(), reply: seen, ...(fault && { fault }) };
    },
    close: () => agent.destroy(),
  };
}
