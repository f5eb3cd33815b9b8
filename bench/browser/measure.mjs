// One visit to one page: everything that is told about it.
import { withPage } from './browser.mjs';
import { probe } from './probe.mjs';

const READY_MS = 60_000;
/** What a widget still does after its times are there counts as well: it blocks the visitor just the same. */
const SETTLE_MS = 2000;

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Garbage collected twice, as the first run leaves what had finalizers. */
async function heapOf(session) {
  for (let count = 0; count < 2; count++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What the page had asked for by the time it was ready, and when the first API request began. */
function requestsUntilReady() {
  const { readyAt } = window.bench;
  const all = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < readyAt);
  const path = ({ name }) => new URL(name).pathname;
  const api = all.filter((entry) => /^\/(api|v3)\//.test(path(entry)));
  return {
    scripts: all.filter((entry) => path(entry).endsWith('.js')).length,
    api: api.length,
    apiAt: api.length ? Math.min(...api.map(({ startTime }) => startTime)) : undefined,
    requests: all.filter(({ name }) => name.startsWith('http')).length,
    bytes: all.filter((entry) => !api.includes(entry)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}

/** The middle of an element as the mouse meets it. */
export const middleOf = (page, path) =>
  page.evaluate((selector) => {
    const [element] = window.bench.find(selector);
    if (!element) throw new Error(`nothing matches ${selector}`);
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, path);

/** Opens the page and stays until it has settled. */
export async function visit(page, url, { ready }) {
  await page.evaluateOnNewDocument(probe, ready);
  await page.goto(url);
  await page.waitForFunction(() => window.bench?.readyAt, { polling: 100, timeout: READY_MS });
  await wait(SETTLE_MS);
}

/** Clicks on `target` with a real mouse: ms until `heading` is another one, and until more than four match `free`. */
export async function clickOn(page, { target, heading, free }) {
  const { x, y } = await middleOf(page, target);
  await page.mouse.move(x, y);
  await wait(300);
  await page.evaluate((selectors) => window.bench.watchClick(selectors), { heading, free });
  await page.mouse.click(x, y);
  return page.evaluate(() => window.bench.clicked);
}

/** Milliseconds, bytes and counts of one visit; `readyAt` includes what a blank page takes. */
export function measure(browser, url, page, settings) {
  return withPage(browser, settings, async (tab, session) => {
    await visit(tab, url, page);
    const { readyAt, longTasks } = await tab.evaluate(() => window.bench);
    const requests = await tab.evaluate(requestsUntilReady);
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
    const tasks = longTasks.map(([, duration]) => duration);
    const heap = await heapOf(session);
    const click = page.next ? await clickOn(tab, { ...page, target: page.next }) : {};
    return {
      readyAt,
      ...requests,
      blocking: tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      longest: Math.max(0, ...tasks),
      cpu: seconds.TaskDuration,
      script: seconds.ScriptDuration,
      style: seconds.RecalcStyleDuration,
      layout: seconds.LayoutDuration,
      heap,
      next: click.shown,
      nextFree: click.filled,
    };
  });
}
