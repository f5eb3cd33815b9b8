/** What a page loads, runs and shows until the first times are painted. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { createBookingHandler } from '../../src/server/index.js';
import { run } from '../tools/run.mjs';
import { launch, openPage, serveSite, type Site } from './harness.js';

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const html = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
  <script type="module" src="/cdn/coach-booking.js"></script>${body}`;

const pages = {
  '/times': html('<booking-flow coach-id="ada" api-url="/api" duration="60"></booking-flow>'),
  '/lengths': html('<booking-flow coach-id="ada" api-url="/api"></booking-flow>'),
  '/nowhere': html('<booking-flow coach-id="ada"></booking-flow>'),
};

/** Notes, in the frame after the first times or lengths are drawn, what was loaded by then. A text, as it runs in the page. */
const NOTE_FIRST_TIMES = `
  const part = (root, ...names) => root && names.map((name) => root.querySelector(name)).find(Boolean)?.shadowRoot;
  requestAnimationFrame(function look() {
    const list = part(part(document, 'booking-flow'), 'booking-slot-list', 'booking-duration-selector');
    if (!list?.querySelector('[part~=slot], [part~=option]')) return void requestAnimationFrame(look);
    window.loadedByThen = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  });
`;

const loadedByThen = async (page: Page): Promise<string[]> => {
  await page.waitForFunction(() => 'loadedByThen' in window);
  return page.evaluate(() => Reflect.get(window, 'loadedByThen') as string[]);
};

describe('until the first times', { concurrency: false }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite({ folder: 'dist', pages, api: createBookingHandler({ service: createMemoryAdapter() }) });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const path of ['/times', '/lengths']) {
    test(`one script and one request to the backend lead to them, the rest comes after (${path})`, async () => {
      const { page, errors } = await openPage(browser);
      await page.evaluateOnNewDocument(NOTE_FIRST_TIMES);
      await page.goto(site.url + path);
      assert.deepEqual(await loadedByThen(page), ['/cdn/coach-booking.js', '/api/coaching/sessions/available']);
      await page.waitForSelector('booking-flow >>> booking-summary >>> [part~="name"]');
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  test('what is wrong with a page is said at once, though no times come', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/nowhere`);
    await page.waitForSelector('booking-flow >>> [part~="problem"]');
    await page.close();
  });
});
