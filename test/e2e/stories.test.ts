import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { AxTree, flaws } from './accessibility/ax-tree.js';
import { emulateMedia } from './accessibility/surroundings.js';
import { launch, openPage, serveSite, type Site } from './harness.js';
import { buildStorybook, builtStories, showStory } from './storybook.js';

/** Every story of the built Storybook is tested by being there: it shows, axe finds nothing, the keyboard gets through. */

await buildStorybook();
const stories = builtStories();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: { run(context: Element | Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** Each element's first state, the steps of the flow, and what has colours of its own. */
const ELSEWHERE =
  /--(default|length|day-and-time|time-chosen|details-refused|held|hold-ends-soon|taken|offline|booked|confirmed|full|dialog-open|.*(week|list|brand|popup|prices).*)$/;
const CONTRAST = ['color-contrast'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page, runOnly: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const results = await page.evaluate(
    (only) =>
      window.axe.run(document.querySelector('#storybook-root') ?? document, {
        resultTypes: ['violations'],
        runOnly: only,
        // A story is a fragment of a page: it has no landmarks or main heading of its own.
        ...(only.length > 1 && { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } }),
      }),
    [...runOnly],
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}

/** What axe finds where colours or room are others: in the dark, with the system's own colours, at 320px. */
async function violationsElsewhere(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (where: string, rules?: readonly string[]) => {
    const here = await violations(page, rules);
    if (here.length > 0) found[where] = here;
  };
  // Without transitions, in the middle of which no colour is right.
  const calm = { 'prefers-reduced-motion': 'reduce' };
  await emulateMedia(page, calm);
  await page.evaluate(() => document.documentElement.classList.add('elsewhere-dark'));
  await page.addStyleTag({ content: '.elsewhere-dark { color-scheme: dark; background: #0b0c0f }' });
  await look('dark', CONTRAST);
  await page.evaluate(() => document.documentElement.classList.remove('elsewhere-dark'));
  await emulateMedia(page, { ...calm, 'forced-colors': 'active' });
  await look('forced colours', CONTRAST);
  await emulateMedia(page, calm);
  const viewport = page.viewport();
  await page.setViewport({ width: 320, height: 800 });
  await look('320px');
  await page.setViewport(viewport);
  await emulateMedia(page, {});
  return found;
}

/** English words that an element shows though its `locale` is another language. */
function englishAmongOthers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const pending: ParentNode[] = [];
    for (const { shadowRoot } of document.querySelectorAll(
      '#storybook-root [locale]:not([locale="C"], [locale^="en"])',
    ))
      if (shadowRoot) pending.push(shadowRoot);
    for (let root = pending.pop(); root; root = pending.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) pending.push(element.shadowRoot);
        if (element.localName === 'style' || !element.checkVisibility()) continue;
        const text = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
        if (/\b(pick|see you|email address|your (time|session|clock))\b/i.test(text)) found.push(text.trim());
      }
    }
    return found;
  });
}

/** Tabs until the focus leaves the story. Answers what it met, and whether it got out. */
async function tabThrough(page: Page): Promise<{ stops: string[]; out: boolean }> {
  const stops: string[] = [];
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const { width, height } = element.getBoundingClientRect();
      const name = `${element.localName}${element.id ? `#${element.id}` : ''} ${element.textContent.trim().slice(0, 30)}`;
      return { name, seen: width > 0 && height > 0 };
    });
    if (!stop) return { stops, out: true };
    assert.ok(stop.seen, `the focus is on something that is not visible: ${stop.name}`);
    stops.push(stop.name);
  }
  return { stops, out: false };
}

describe('every story', { concurrency: false }, () => {
  let site: Site;
  let browser: Browser;
  // Most stories follow each other in one page, which is much faster than a page for each.
  let kept: Awaited<ReturnType<typeof openPage>> | undefined;
  async function freshPage() {
    const opened = await openPage(browser);
    await opened.page.evaluateOnNewDocument(() => sessionStorage.clear());
    return opened;
  }
  before(async () => {
    site = await serveSite({ folder: 'storybook-static' });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  test('there are stories', () => {
    assert.ok(stories.length > 0);
  });

  for (const { id, title, name, tags } of stories) {
    test(`${title}: ${name}`, async () => {
      kept ??= await freshPage();
      const { page, errors } = kept;
      errors.length = 0;
      let reusable = false;
      try {
        const idle = await showStory(page, site.url, id);
        assert.deepEqual(await englishAmongOthers(page), []);
        assert.deepEqual(await violations(page), []);
        const told = await AxTree.of(page);
        assert.deepEqual(flaws(await told.root()), []);
        await told.close();
        // What is dark already is not looked at in the dark again.
        if (ELSEWHERE.test(id) && !id.endsWith('-dark')) assert.deepEqual(await violationsElsewhere(page), {});
        const { stops, out } = await tabThrough(page);
        assert.ok(out, `Tab never leaves the story: ${stops.slice(-5).join(' → ')}`);
        // A mocked 503 is what some stories are about; the browser writes it to the console. What we write for the
        // host page's developer must be the story's subject, and is expected there.
        // Neither is Chromium's own look for a newer worker, which ends with the page that it belongs to.
        const ours = errors.filter((error) => !/^Failed to (load resource|update a ServiceWorker)/.test(error));
        if (tags?.includes('developer-error')) assert.match(ours.join(), /coach-booking|<booking-/);
        else assert.deepEqual(ours, []);
        reusable = idle;
      } finally {
        if (!reusable) {
          kept = undefined;
          await page.close();
        }
      }
    });
  }
});
