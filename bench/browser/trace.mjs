// `node trace.mjs [PAGE]`: what the main thread of one page does until its times are there, and after. Options as run.mjs:
// --dist, --throttle, and --out=FILE for the trace itself (open it in Chromium's DevTools).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { launch, withPage } from './browser.mjs';
import { visit } from './measure.mjs';
import { pages } from './pages.mjs';
import { serve } from './server.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    throttle: { type: 'string', default: '4' },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist/cdn', import.meta.url)) },
    out: { type: 'string', default: '' },
    least: { type: 'string', default: '4' },
  },
});
const [name = 'ours'] = positionals;
const least = Number(options.least);
const folders = { peer: fileURLToPath(new URL('node_modules', import.meta.url)), ours: resolve(options.dist) };
const categories = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
];

const server = await serve({ folders, pages });
const browser = await launch();
try {
  // The first visit makes the server compress what it serves.
  for (const counted of [false, true]) {
    await withPage(browser, { throttle: Number(options.throttle) }, async (page) => {
      if (counted) await page.tracing.start({ categories: ['-*', ...categories] });
      await visit(page, `${server.url}/page/${name}`, pages[name]);
      if (!counted) return;
      const { readyAt } = await page.evaluate(() => window.bench);
      const buffer = await page.tracing.stop();
      if (options.out) writeFileSync(options.out, buffer);
      report(JSON.parse(Buffer.from(buffer).toString()).traceEvents, readyAt);
    });
  }
} finally {
  await browser.close();
  server.close();
}

function report(events, readyAt) {
  const start = events.find(
    ({ name: title, args }) => title === 'navigationStart' && args?.data?.documentLoaderURL?.includes('/page/'),
  );
  const { pid, tid, ts } = start;
  const main = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.ts >= ts);
  main.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const stack = [];
  for (const event of main) {
    event.dur = event.tdur ?? event.dur ?? 0;
    event.self = event.dur;
    while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= event.ts) stack.pop();
    if (stack.length) {
      stack.at(-1).self -= event.self;
      event.depth = stack.length;
    } else event.depth = 0;
    stack.push(event);
  }
  const at = (event) => (event.ts - ts) / 1000;
  const what = (event) => {
    const data = event.args?.data ?? event.args?.beginData ?? {};
    const detail = [data.functionName, data.url?.split('/').pop(), data.type, event.args?.elementCount].filter(Boolean);
    return `${event.name} ${detail.join(' ')}`;
  };
  console.log(`ready at ${Math.round(readyAt)} ms\n\ntime, length, own share: what (of at least ${least} ms)`);
  for (const event of main) {
    if (event.dur / 1000 < least) continue;
    const cells = [at(event), event.dur / 1000, event.self / 1000].map((value) => value.toFixed(0).padStart(6));
    console.log(`${cells.join(' ')}  ${'  '.repeat(event.depth)}${what(event)}`);
  }
  for (const [title, chosen] of [
    ['until ready', main.filter((event) => at(event) < readyAt)],
    ['after', main.filter((event) => at(event) >= readyAt)],
  ]) {
    const totals = new Map();
    for (const event of chosen) totals.set(event.name, (totals.get(event.name) ?? 0) + event.self / 1000);
    console.log(`\nown time by kind, ${title}:`);
    for (const [kind, sum] of [...totals].sort(([, a], [, b]) => b - a).slice(0, 16))
      console.log(`${sum.toFixed(1).padStart(8)}  ${kind}`);
  }
}
