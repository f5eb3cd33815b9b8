import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { createBookingHandler } from '../../src/server/index.js';
import { run } from '../tools/run.mjs';
import { launch, openPage, serveSite, type Site } from './harness.js';

/** A page that shows flows and takes them away again, all day long: nothing of them stays. */

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const ROUNDS = 50;

const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
  <script type="module" src="/cdn/coach-booking.js"></script><button id="opener">Book</button></html>`;

/** Listeners on an object of the page, as the browser counts them. */
async function listenersOn(client: CDPSession, expression: string): Promise<string[]> {
  const { result } = await client.send('Runtime.evaluate', { expression });
  const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  return listeners.map(({ type }) => type).sort();
}

/** Shows a flow, uses it, and takes it away, while the page keeps only a weak reference to it. */
const useOnce = (page: Page, mode: string) =>
  page.evaluate(async (wanted) => {
    const inside = (root: Element | undefined | null, selector: string) => root?.shadowRoot?.querySelector(selector);
    const until = async <T>(read: () => T | null | undefined) => {
      for (let tries = 0; tries < 400; tries++) {
        const found = read();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error('it never came');
    };
    const flow = document.createElement('booking-flow');
    Object.assign(flow, { coachId: 'ada', apiUrl: '/api', mode: wanted, duration: 60 });
    document.body.append(flow);
    if (wanted === 'popup') await flow.open();
    const slot = await until(() => inside(inside(flow, 'booking-slot-list'), 'input'));
    (slot as HTMLInputElement).click();
    const goOn = await until(() => inside(flow, '[part~="main-button"][aria-disabled="false"]'));
    (goOn as HTMLElement).click();
    const form = await until(() => inside(flow, 'booking-form'));
    await until(() => inside(form, 'input'));
    // Moved, and put back.
    const box = document.createElement('div');
    document.body.append(box);
    box.append(flow);
    box.remove();
    const refs = ((window as unknown as { refs?: WeakRef<object>[] }).refs ??= []);
    refs.push(new WeakRef(flow), new WeakRef(form));
  }, mode);

describe('a page that shows and removes flows', { concurrency: false }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const api = createBookingHandler({ service: createMemoryAdapter() });
    site = await serveSite({ folder: 'dist', pages: { '/': html }, api });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const mode of ['inline', 'popup']) {
    test(`${mode}: after ${ROUNDS} of them none is left, nor a listener or a timer of theirs`, async () => {
      const { page, errors } = await openPage(browser);
      await page.evaluateOnNewDocument(() => {
        const running = new Set<unknown>();
        const { setInterval: start, clearInterval: stop } = window;
        Object.assign(window, {
          running,
          setInterval: (...args: Parameters<typeof setInterval>) => {
            const timer = start(...args);
            running.add(timer);
            return timer;
          },
          clearInterval: (timer: number) => {
            running.delete(timer);
            stop(timer);
          },
        });
      });
      await page.goto(site.url);
      const client = await page.createCDPSession();
      const counts = async () => ({
        window: await listenersOn(client, 'window'),
        document: await listenersOn(client, 'document'),
        timers: await page.evaluate(() => (Reflect.get(window, 'running') as Set<unknown>).size),
      });
      // What is loaded and set up once is there after the first.
      await useOnce(page, mode);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      const atFirst = await counts();
      for (let round = 1; round < ROUNDS; round++) await useOnce(page, mode);
      // Steps back in the history, and the patience with what was on its way.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(await counts(), atFirst);
      for (let tries = 0; tries < 3; tries++) await client.send('HeapProfiler.collectGarbage');
      const left = await page.evaluate(
        () => (Reflect.get(window, 'refs') as WeakRef<object>[]).filter((ref) => ref.deref()).length,
      );
      // The last one may still be what the browser remembers as focused.
      assert.ok(left <= 2, `${left} of ${ROUNDS * 2} elements are still there`);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});
