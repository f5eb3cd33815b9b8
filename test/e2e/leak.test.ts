import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, CDPSession } from 'puppeteer-core';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { createBookingHandler } from '../../src/server/index.js';
import { run } from '../tools/run.mjs';
import { launch, openPage, serveSite, type Site } from './harness.js';

/** A page that shows flows and takes them away again, all day long: nothing of them stays. */

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const ROUNDS = 50;
/** The browser itself remembers what had the focus last, and before a dialog. That number does not grow; a leak would be one of each round. */
const KEPT = 8;

const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
  <script type="module" src="/cdn/coach-booking.js"></script><button id="opener">Book</button></html>`;

/** As text: what compiles these tests adds helpers of its own to functions, which a page does not know. */
const COUNT_TIMERS = `{
  const running = (window.running = new Set());
  const { setInterval: start, clearInterval: stop } = window;
  window.setInterval = (...given) => {
    const timer = start(...given);
    running.add(timer);
    return timer;
  };
  window.clearInterval = (timer) => {
    running.delete(timer);
    stop(timer);
  };
}`;

/** Listeners on an object of the page, as the browser counts them. */
async function listenersOn(client: CDPSession, expression: string): Promise<string[]> {
  const { result } = await client.send('Runtime.evaluate', { expression });
  const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  return listeners.map(({ type }) => type).sort();
}

/**
 * Shows a flow, uses it, moves it, and takes it away, while the page keeps only weak references to it. In the page alone: what
 * asks from outside for elements holds them.
 */
const useOnce = (mode: string) => `(async () => {
  const inside = (element, selector) => element?.shadowRoot?.querySelector(selector);
  const until = async (read) => {
    for (let tries = 0; tries < 800; tries++) {
      const found = read();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it never came: ' + read);
  };
  let flow = document.createElement('booking-flow');
  Object.assign(flow, { coachId: 'ada', apiUrl: '/api', mode: '${mode}', duration: 60 });
  document.body.append(flow);
  if (flow.mode === 'popup') await flow.open();
  (await until(() => inside(inside(flow, 'booking-slot-list'), 'input'))).click();
  (await until(() => inside(flow, '[part~="main-button"][aria-disabled="false"]'))).click();
  const form = await until(() => inside(flow, 'booking-form'));
  await until(() => inside(form, 'input'));
  const box = document.createElement('div');
  document.body.append(box);
  box.append(flow);
  box.remove();
  (window.refs ??= []).push(new WeakRef(flow), new WeakRef(form));
})()`;

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
      await page.evaluateOnNewDocument(COUNT_TIMERS);
      await page.goto(site.url);
      const client = await page.createCDPSession();
      const counts = async () => ({
        window: await listenersOn(client, 'window'),
        document: await listenersOn(client, 'document'),
        timers: await page.evaluate(() => (Reflect.get(window, 'running') as Set<unknown>).size),
      });
      // What is loaded and set up once is there after the first.
      await page.evaluate(useOnce(mode));
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      const atFirst = await counts();
      for (let round = 1; round < ROUNDS; round++) await page.evaluate(useOnce(mode));
      // Steps back in the history, and the patience with what was on its way.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      assert.deepEqual(await counts(), atFirst);
      let left = Infinity;
      for (let tries = 0; tries < 10 && left > KEPT; tries++) {
        await client.send('HeapProfiler.collectGarbage');
        left = await page.evaluate(
          () => (Reflect.get(window, 'refs') as WeakRef<object>[]).filter((ref) => ref.deref()).length,
        );
        if (left > KEPT) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      }
      assert.ok(left <= KEPT, `${left} of ${ROUNDS * 2} elements are still there`);
      // A time is asked for while the flow before still gives it back: the next one is told, and holds it later.
      const faults = errors.filter((error) => !error.includes('409 (Conflict)'));
      assert.deepEqual(faults, []);
      await page.close();
    });
  }
});
