/** A site on a real socket and a real browser in front of it. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { toNodeListener, type WebHandler } from '../../src/cli/node-listener.js';
import { chromiumFlags, chromiumPath } from '../tools/engines.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface SiteOptions {
  /** Path → HTML of a page. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Folder of the repository that is served below `/`. */
  readonly folder: string;
  /** Headers of every answer that is not the handler's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers everything below `/api/`. */
  readonly api?: WebHandler;
}

export interface Site {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Serves pages, a folder and an API on a free port. */
export async function serveSite({ pages = {}, folder, headers = {}, api }: SiteOptions): Promise<Site> {
  const requests: string[] = [];
  const handle: WebHandler = async (request) => {
    const { pathname } = new URL(request.url);
    requests.push(pathname);
    if (api && pathname.startsWith('/api/')) return api(request);
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const page = pages[pathname];
    if (page !== undefined)
      return new Response(page, { headers: { ...headers, 'content-type': TYPES['.html'] ?? '' } });
    const file = join(root, folder, normalize(decodeURIComponent(pathname)));
    try {
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return new Response(await readFile(file), { headers: { ...headers, 'content-type': type } });
    } catch {
      return new Response('not found', { status: 404, headers });
    }
  };
  const server: Server = createServer(toNodeListener(handle)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts Chromium, with more flags than those of every test. */
export function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  return puppeteer.launch({ executablePath, args: [...chromiumFlags, ...flags] });
}

export interface Troubles {
  /** Errors of the console and the page, and violations of the page's policy. */
  readonly errors: string[];
  readonly warnings: string[];
}

/** A page to which functions of the tests can be handed: their compiler names them by a helper that pages do not have. */
export async function blankPage(browser: Browser | BrowserContext): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument('globalThis.__name = (target) => target');
  return page;
}

/** Opens a page that remembers what went wrong on it. */
export async function openPage(
  browser: Browser | BrowserContext,
  timeZone = 'America/New_York',
): Promise<{ page: Page } & Troubles> {
  const page = await blankPage(browser);
  await page.setViewport({ width: 1024, height: 900 });
  await page.emulateTimezone(timeZone);
  const errors: string[] = [];
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    if (message.type() === 'warn') warnings.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  return { page, errors, warnings };
}
