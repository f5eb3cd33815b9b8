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

const html = (body: string, before = '') =>
  `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${before}
  <script type="module" src="/cdn/coach-booking.js"></script>${body}`;

const FLOW = '<booking-flow coach-id="ada" api-url="/api" duration="60"></booking-flow>';

const pages = {
  '/times': html(FLOW),
  '/german': html(FLOW.replace('>', ' locale="de">')),
  '/tokyo': html(FLOW.replace('>', ' time-zone="Asia/Tokyo">')),
  '/british': html(FLOW.replace('>', ' locale="en-GB">')),
  '/twice': html(FLOW + FLOW.replace('ada', 'ada&')),
  '/failing': html(
    FLOW,
    `<script>
      const { fetch } = window;
      window.fetch = (...parameters) => {
        window.fetch = fetch;
        return Promise.reject(new TypeError('Failed to fetch'));
      };
    </script>`,
  ),
  '/order': html(
    FLOW,
    `<script>
      window.order = [];
      for (const [target, name] of [[window, 'fetch'], [customElements, 'define']]) {
        const method = target[name].bind(target);
        target[name] = (...parameters) => (order.push(name), method(...parameters));
      }
    </script>`,
  ),
  '/elsewhere': html(`
    <booking-flow demo coach-id="ada" api-url="/api"></booking-flow>
    <booking-flow mode="popup" coach-id="ada" api-url="/api"></booking-flow>
    <booking-provider api-url="/other"><booking-flow coach-id="ada" api-url="/api"></booking-flow></booking-provider>`),
  '/lengths': html('<booking-flow coach-id="ada" api-url="/api"></booking-flow>'),
  '/nowhere': html('<booking-flow coach-id="ada"></booking-flow>'),
};

/** Notes, in the frame after the first times or lengths are drawn, what was loaded by then. A text, as it runs in the page. */
const NOTE_FIRST_TIMES = `
  window.boxesNow = () => {
    const flow = document.querySelector('booking-flow').shadowRoot;
    const found = [];
    for (const name of ['booking-slot-list', 'booking-calendar', 'booking-duration-selector']) {
      const part = flow.querySelector(name);
      for (const element of part?.shadowRoot.querySelectorAll('.day, .weekday, [part~=slot], [part~=title], [part~=option], [part~=price]') ?? []) {
        const { x, y, width, height } = element.getBoundingClientRect();
        found.push([element.textContent.replace(/\\s+/g, ' ').trim(), x, y, width, height].join(' '));
      }
    }
    return found;
  };
  const part = (root, ...names) => root && names.map((name) => root.querySelector(name)).find(Boolean)?.shadowRoot;
  requestAnimationFrame(function look() {
    const list = part(part(document, 'booking-flow'), 'booking-slot-list', 'booking-duration-selector');
    if (!list?.querySelector('[part~=slot], [part~=option]')) return void requestAnimationFrame(look);
    window.first = { asked: [...(window.askedIntl ?? [])], boxes: boxesNow() };
    window.loadedByThen = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  });
`;

/** Notes each formatter that is made. */
const COUNT_INTL = `
  window.askedIntl = [];
  for (const name of ['DateTimeFormat', 'NumberFormat']) {
    Intl[name] = new Proxy(Intl[name], {
      apply: (target, self, parameters) => (askedIntl.push(name), Reflect.apply(target, self, parameters)),
      construct: (target, parameters) => (askedIntl.push(name), Reflect.construct(target, parameters)),
    });
  }
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

  test('the request leaves before anything is set up to show its answer', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/order`);
    await page.waitForSelector('booking-flow >>> [part~="slot"]');
    const order = await page.evaluate(() => Reflect.get(window, 'order') as string[]);
    assert.deepEqual(order.slice(0, 2), ['fetch', 'define']);
    await page.close();
  });

  for (const path of ['/times', '/german', '/tokyo', '/british', '/lengths']) {
    test(`it is the very request that the flow makes: nothing is asked twice (${path})`, async () => {
      const { page } = await openPage(browser, 'Pacific/Auckland');
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/available?')) asked.push(request.url());
      });
      await page.goto(site.url + path);
      await page.waitForSelector('booking-flow >>> [part~="slot"], booking-flow >>> [part~="option"]');
      await page.waitForSelector('booking-flow >>> booking-summary >>> [part~="name"]');
      assert.equal(asked.length, new Set(asked).size, asked.join('\n'));
      await page.close();
    });
  }

  test('one that fails is sent again by the flow', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/failing`);
    await page.waitForSelector('booking-flow >>> [part~="slot"]');
    assert.equal(await page.$('booking-flow >>> [part~="error"]'), null);
    await page.close();
  });

  test('nothing is asked for a demo, a popup, or a flow that has its data from a provider', async () => {
    const { page } = await openPage(browser);
    const before: string[] = [];
    page.on('request', (request) => before.push(new URL(request.url()).pathname));
    await page.evaluateOnNewDocument(`
      const define = customElements.define.bind(customElements);
      customElements.define = (...parameters) => {
        window.askedBefore ??= performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length;
        define(...parameters);
      };`);
    await page.goto(`${site.url}/elsewhere`);
    await page.waitForFunction(() => 'askedBefore' in window);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'askedBefore') as number), 0);
    await page.close();
  });

  for (const path of ['/times', '/british', '/lengths', '/tokyo']) {
    test(`English is painted, and stays, without Intl (${path})`, async () => {
      const { page, errors } = await openPage(browser);
      // A step that slides in is no jump.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.evaluateOnNewDocument(COUNT_INTL);
      await page.evaluateOnNewDocument(NOTE_FIRST_TIMES);
      await page.goto(site.url + path);
      const { asked, boxes } = await page
        .waitForFunction(() => Reflect.get(window, 'first') as unknown)
        .then((handle) => handle.jsonValue() as Promise<{ asked: string[]; boxes: string[] }>);
      assert.deepEqual(asked, []);
      assert.ok(boxes.length > 5, `${boxes.length} boxes`);
      await page.waitForSelector('booking-flow >>> booking-summary >>> [part~="name"]');
      await page.waitForNetworkIdle();
      const after = (await page.evaluate('boxesNow()')) as string[];
      assert.deepEqual(after.slice(0, boxes.length), boxes);
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
