import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { run } from '../tools/run.mjs';
import { launch, openPage, serveSite, type Site } from './harness.js';

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const page = (style = '') =>
  `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><style>${style}</style>
  <script type="module" src="/cdn/coach-booking.demo.js"></script><booking-flow demo duration="60"></booking-flow>`;

const PAGES = {
  '/plain': page(),
  '/small-root': page('html { font-size: 62.5% }'),
  '/large-root': page('html { font-size: 40px }'),
  '/tokens': page('booking-flow { --booking-font-size: 17px; --booking-height: 700px }'),
};

describe('the text size that a visitor has chosen in the browser', { concurrency: false }, () => {
  let site: Site;
  const browsers: Browser[] = [];
  before(async () => {
    site = await serveSite({ folder: 'dist', pages: PAGES });
    browsers.push(await launch(), await launch(['--blink-settings=defaultFontSize=20']));
  });
  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await site.close();
  });

  /** Sizes of a flow in a window of that width: text, frame, and whether the receipt is a column beside. */
  async function sizes(visitor: number, path: string, width = 1300) {
    const browser = browsers[visitor];
    assert.ok(browser);
    const { page: tab } = await openPage(browser);
    await tab.setViewport({ width, height: 1000 });
    await tab.goto(site.url + path);
    await tab.waitForFunction(() =>
      document.querySelector('booking-flow')?.shadowRoot?.querySelector('booking-time-zone-select'),
    );
    const found = await tab.evaluate(() => {
      const frame = document.querySelector('booking-flow')?.shadowRoot?.querySelector('.frame');
      if (!frame) throw new Error('no frame');
      const { fontSize, flexDirection } = getComputedStyle(frame);
      const { width: inline, height } = frame.getBoundingClientRect();
      return { fontSize, height, inline, column: flexDirection === 'row' };
    });
    await tab.close();
    return found;
  }

  test('16 px is where the measures of the documentation hold', async () => {
    assert.deepEqual(await sizes(0, '/plain'), { fontSize: '15px', height: 640, inline: 1040, column: true });
  });

  test('20 px: text, frame and widest width are a quarter larger', async () => {
    assert.deepEqual(await sizes(1, '/plain'), { fontSize: '18.75px', height: 800, inline: 1284, column: true });
    assert.deepEqual(await sizes(1, '/plain', 1500), { fontSize: '18.75px', height: 800, inline: 1300, column: true });
  });

  test('20 px: the narrower layout comes at a width that is a quarter larger', async () => {
    assert.equal((await sizes(0, '/plain', 900)).column, true);
    assert.equal((await sizes(1, '/plain', 900)).column, false);
  });

  for (const path of ['/small-root', '/large-root']) {
    test(`${path}: the size of the page's root changes nothing, for either`, async () => {
      assert.deepEqual(await sizes(0, path), await sizes(0, '/plain'));
      assert.deepEqual(await sizes(1, path), await sizes(1, '/plain'));
    });
  }

  test('lengths that the page sets are its own', async () => {
    const { fontSize, height } = await sizes(1, '/tokens');
    assert.deepEqual({ fontSize, height }, { fontSize: '17px', height: 700 });
  });
});
