// Two ways to reach the handler.
import { Agent, request as send } from 'node:http';
import type { BookingHandler } from '../../src/server/index.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export type Send = (request: Request) => Promise<Answer>;

export const inProcess =
  (handler: BookingHandler): Send =>
  async (request) => {
    const response = await handler(request);
    return { status: response.status, text: await response.text() };
  };

/** Over connections that stay open. */
export function overHttp(origin: string, connections: number): { readonly send: Send; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    async send(request) {
      const { pathname, search } = new URL(request.url);
      const body = request.method === 'GET' ? '' : await request.text();
      const headers = Object.fromEntries(request.headers);
      return new Promise((resolve, reject) => {
        const outgoing = send(origin + pathname + search, { agent, method: request.method, headers }, (incoming) => {
          let text = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => (text += chunk));
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
          incoming.on('error', reject);
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      });
    },
  };
}
