// `npm run bench:browser`: our flow beside its peers in one run of Chromium. docs/performance.md tells how to read it.
//
//   --pages=ours,nylas  only these (the blank page is always there)   --rounds=7   counted visits a page
//   --throttle=4        how much slower than this machine             --network=slow4g
//   --dist=FOLDER       another dist/cdn as ours                      --against=FOLDER  a second one beside it
//   --latency=0         ms that an API answer waits                   --json=FILE  all visits
//   --check             exit code 1 where a goal is not met
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { measure } from './measure.mjs';
import { pages as known } from './pages.mjs';
import { goals, summarize, table } from './report.mjs';
import { serve } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '' },
    rounds: { type: 'string', default: '7' },
    throttle: { type: 'string', default: '4' },
    network: { type: 'string', default: '' },
    latency: { type: 'string', default: '0' },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist/cdn', import.meta.url)) },
    against: { type: 'string', default: '' },
    json: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
});

/** Paths are as the caller of npm means them. */
const folder = (path) => resolve(process.env.INIT_CWD ?? '.', path);
const folders = {
  peer: fileURLToPath(new URL('node_modules', import.meta.url)),
  ours: folder(options.dist),
  ...(options.against && { against: folder(options.against) }),
};
for (const path of Object.values(folders)) if (!existsSync(path)) throw new Error(`${path} does not exist`);

const asked = options.pages.split(',').filter(Boolean);
const unknown = asked.filter((name) => !known[name]);
if (unknown.length) throw new Error(`no such page: ${unknown.join(', ')}. There are ${Object.keys(known).join(', ')}.`);
const names = Object.keys(known).filter((name) => (asked.length ? asked.includes(name) : !known[name].optional));
const pages = Object.fromEntries(['blank', ...names].map((name) => [name, known[name]]));
if (options.against) {
  const { ours } = known;
  pages.against = { ...ours, label: `ours of ${options.against}`, html: ours.html.replace('/ours/', '/against/') };
}

const rounds = Number(options.rounds);
const settings = { throttle: Number(options.throttle), network: options.network };
const server = await serve({ folders, pages, latency: Number(options.latency) });
const browser = await launch();
const visits = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
try {
  // One visit a page and round, so that the machine's moods fall on all of them; the first round is thrown away.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, page] of Object.entries(pages)) {
      const visit = await measure(browser, `${server.url}/page/${name}`, page, settings);
      if (round) visits[name].push(visit);
      if (process.stderr.isTTY) process.stderr.write(`\r${round}/${rounds} ${name.padEnd(14)}`);
    }
  }
  const medians = summarize(visits);
  const slower = `${settings.throttle}x slower CPU${settings.network && `, ${settings.network}`}`;
  console.log(`${await browser.version()}, ${cpus().length} cores, ${slower}, medians of ${rounds}\n`);
  console.log(table(pages, medians, visits));
  const reached = medians.ours ? goals(pages, medians) : [];
  if (reached.length)
    console.log(`\n${reached.map(({ text, met }) => `- ${met ? 'met' : 'NOT MET'}: ${text}`).join('\n')}`);
  if (options.json) writeFileSync(options.json, JSON.stringify({ settings, medians, visits }, null, 1));
  if (options.check && reached.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
