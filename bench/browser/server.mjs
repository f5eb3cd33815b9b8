// Serves the pages, their files and their backends from this machine: brotli, never from a cache.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { apis } from './apis.mjs';

const TYPES = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const brotli = (body, quality) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/** Whether a path is a backend's. */
export const isApi = (path) => /^\/(api|v3)\//.test(path);

/**
 * `folders`: first part of a path → folder of files. `pages`: name → page. `latency`: what an API answer waits, in ms.
 * What was compressed is kept, so that all but the warm-up round is served from memory.
 */
export async function serve({ folders, pages, latency = 0 }) {
  const kept = new Map();
  const backends = apis();

  function make(url) {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const [, area, ...rest] = pathname.split('/');
    if (area === 'page' && pages[rest[0]]) return { type: 'text/html; charset=utf-8', body: pages[rest[0]].html };
    // Nylas takes an origin only.
    const [backend, path] = area === 'v3' ? ['nylas', pathname] : [rest[0], `/${rest.slice(1).join('/')}`];
    if (isApi(pathname) && backends[backend]) {
      const answer = backends[backend](path, searchParams);
      return answer && { type: TYPES['.json'], body: JSON.stringify(answer) };
    }
    const file = folders[area] && join(folders[area], ...rest);
    return file && existsSync(file) && { type: TYPES[extname(file)] ?? 'text/plain', body: readFileSync(file) };
  }

  const server = createServer((request, response) => {
    if (!kept.has(request.url)) {
      const made = make(request.url);
      // A backend compresses as it answers.
      kept.set(request.url, made ? { type: made.type, body: brotli(made.body, isApi(request.url) ? 4 : 11) } : null);
    }
    const found = kept.get(request.url);
    const headers = {
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
    };
    const send = () =>
      found
        ? response
            .writeHead(200, { ...headers, 'Content-Type': found.type, 'Content-Encoding': 'br' })
            .end(request.method === 'OPTIONS' ? undefined : found.body)
        : response.writeHead(404, headers).end();
    if (latency && isApi(request.url)) setTimeout(send, latency);
    else send();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
