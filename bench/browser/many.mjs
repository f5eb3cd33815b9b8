// `npm --prefix bench/browser run many`: our flow where a month has 5,040 free times, 168 a day: until they are there, and then
// through its days and pages. --dist and --rounds as in run.mjs.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, withPage } from './browser.mjs';
import { clickOn, visit, wait } from './measure.mjs';
import { pages } from './pages.mjs';
import { median } from './report.mjs';
import { serve } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist/cdn', import.meta.url)) },
  },
});
const DAYS = 6;
const rounds = Number(options.rounds);
const page = pages['ours-many'];
const server = await serve({ folders: { ours: resolve(process.env.INIT_CWD ?? '.', options.dist) }, pages });
const browser = await launch();

async function walk(tab) {
  await visit(tab, `${server.url}/page/ours-many`, page);
  const { readyAt } = await tab.evaluate(() => window.bench);
  await tab.evaluate(() => window.bench.watchFrames());
  const days = [];
  for (let count = 0; count < DAYS; count++) {
    const { shown } = await clickOn(tab, { target: page.unchosen, heading: page.times });
    days.push(shown);
    await wait(300);
  }
  const turns = [];
  for (const target of [page.next, page.previous]) {
    turns.push((await clickOn(tab, { target, heading: page.heading })).shown);
    await wait(600);
  }
  const frames = await tab.evaluate(() => window.bench.stopFrames());
  return {
    readyAt,
    day: median(days),
    worstDay: Math.max(...days),
    turn: Math.max(...turns),
    frame: Math.max(...frames),
  };
}

try {
  console.log(`${await browser.version()}, medians of ${rounds}, ms\n`);
  console.log('| | times there | a day chosen | worst day | page turned | longest frame |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const throttle of [1, 4]) {
    const found = [];
    for (let round = 0; round <= rounds; round++) {
      const one = await withPage(browser, { throttle }, walk);
      if (round) found.push(one);
    }
    const cell = (key) => Math.round(median(found.map((one) => one[key])));
    const cells = ['readyAt', 'day', 'worstDay', 'turn', 'frame'].map(cell);
    console.log(`| ${throttle === 1 ? 'this machine' : `${throttle}x slower`} | ${cells.join(' | ')} |`);
  }
} finally {
  await browser.close();
  server.close();
}
