import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import type { Browser, Page } from 'puppeteer-core';
import { build, type PluginOption } from 'vite';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { createBookingHandler } from '../../src/server/index.js';
import { run } from '../tools/run.mjs';
import { bookSession } from './book-session.js';
import { launch, openPage, root, serveSite, type Site } from './harness.js';

/** The examples of demo/frameworks/, bundled as a user would, and used as a visitor does. */

const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

const isCustomElement = (tag: string) => tag.startsWith('booking-') || tag === 'coach-profile';
const plugins: Record<string, PluginOption[]> = {
  React: [],
  Vue: [vue({ template: { compilerOptions: { isCustomElement } } })],
  Svelte: [svelte({ configFile: false })],
};

/** The package as it is published, under its own name. */
const alias = {
  'coach-booking/define': `${root}dist/entries/define.js`,
  'coach-booking/adapters/memory': `${root}dist/entries/adapters/memory.js`,
  'coach-booking': `${root}dist/entries/index.js`,
};

describe('the framework examples', { concurrency: false }, () => {
  let folder: string;
  let browser: Browser;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coach-booking-'));
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** Books, is unmounted and mounted again, and books once more. */
  async function use(site: Site, path: string, framework: RegExp) {
    const { page, errors } = await openPage(browser);
    await page.goto(site.url + path);
    const flow = await page.waitForSelector('booking-flow');
    await flow?.evaluate((element) => {
      Reflect.set(window, 'requests', []);
      element.addEventListener('booking-submit', (event) => {
        (Reflect.get(window, 'requests') as unknown[]).push(Reflect.get(event, 'detail'));
      });
    });
    await bookSession(page, { name: 'Jordan Reyes', email: 'jordan@example.com' });
    await said(page, 'Booked for Jordan Reyes');
    // What was handed over as a property arrived as an object.
    assert.match(JSON.stringify(await page.evaluate(() => Reflect.get(window, 'requests') as unknown)), framework);

    await page.click('#toggle');
    await page.waitForFunction(() => !document.querySelector('booking-flow'));
    await page.click('#toggle');
    await page.waitForSelector('booking-flow >>> [part~="base"]');
    assert.deepEqual(errors, []);
    await page.close();
  }

  const said = (page: Page, text: string) =>
    page.waitForFunction((wanted) => document.querySelector('output')?.textContent === wanted, {}, text);

  for (const [name, own] of Object.entries(plugins)) {
    test(`${name}: books, hears of it, takes objects, and bears to be unmounted`, async () => {
      const outDir = join(folder, name);
      await build({
        configFile: false,
        root: `${root}demo/frameworks/${name.toLowerCase()}`,
        logLevel: 'warn',
        plugins: own,
        resolve: { alias },
        build: { outDir, emptyOutDir: true, minify: false },
      });
      const site = await serveSite({ folder: relative(root, outDir) });
      await use(site, '/index.html', new RegExp(`I come from the ${name} app`)).finally(() => site.close());
    });
  }

  test('a plain page: the same without a bundler', async () => {
    const html = await readFile(`${root}demo/frameworks/plain/index.html`, 'utf8');
    const api = createBookingHandler({ service: createMemoryAdapter() });
    const site = await serveSite({ folder: 'dist', pages: { '/': html }, api });
    await use(site, '/', /I come from a plain page/).finally(() => site.close());
  });

  test('the types of the React example hold', async () => {
    const { code, output } = await run('npx', ['tsc', '-p', 'demo/frameworks'], { quiet: true });
    assert.equal(code, 0, output);
  });
});
