// `npm --prefix bench/browser run shots`: pictures of all pages at the same size, into bench/browser/out/ (not committed).
// --width=1000 --height=800 --dark --pages=ours,nylas --dist=FOLDER
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, withPage } from './browser.mjs';
import { visit } from './measure.mjs';
import { pages } from './pages.mjs';
import { serve } from './server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    width: { type: 'string', default: '1000' },
    height: { type: 'string', default: '800' },
    dark: { type: 'boolean', default: false },
    pages: { type: 'string', default: 'ours,nylas,cronofy,timekit,cally,flatpickr' },
    dist: { type: 'string', default: here('../../dist/cdn') },
  },
});
const folders = { peer: here('node_modules'), ours: resolve(process.env.INIT_CWD ?? '.', options.dist) };
const server = await serve({ folders, pages });
const browser = await launch();
mkdirSync(here('out'), { recursive: true });
try {
  for (const name of options.pages.split(',')) {
    await withPage(browser, { throttle: 1 }, async (tab) => {
      await tab.setViewport({ width: Number(options.width), height: Number(options.height) });
      if (options.dark) await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await visit(tab, `${server.url}/page/${name}`, pages[name]);
      const file = `out/${name}-${options.width}${options.dark ? '-dark' : ''}.png`;
      await tab.screenshot({ path: here(file) });
      console.log(`bench/browser/${file}`);
    });
  }
} finally {
  await browser.close();
  server.close();
}
