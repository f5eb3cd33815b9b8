// Browser tests: the same files in Chromium, Firefox and WebKit.
//   npm run test:chromium -- --files test/browser/calendar.test.ts
//   npm run test:browsers -- --engines=firefox,webkit
// Environment: ENGINES, TZ, COVERAGE=1, RESULTS=<file for a JSON summary>.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumFlags, chromiumPath, engines, firefoxPath } from './tools/engines.mjs';
import { dependencyBundle } from './tools/dependency-bundle.mjs';
import { findFiles } from './tools/files.mjs';
import { summaryReporter } from './tools/summary-reporter.mjs';
import { webkitCommands, webkitLauncher } from './tools/webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const mswWorker = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');

const launchers = {
  chromium: () =>
    chromeLauncher({ launchOptions: { executablePath: chromiumPath(), args: chromiumFlags }, concurrency: 1 }),
  // The Chrome launcher is puppeteer; told to, it drives Firefox by WebDriver BiDi.
  firefox: () =>
    chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: { browser: 'firefox', executablePath: firefoxPath() },
      concurrency: 1,
    }),
  webkit: webkitLauncher,
};

const flag = process.argv.find((argument) => argument.startsWith('--engines='))?.slice('--engines='.length);
const here = Object.entries(engines())
  .filter(([, found]) => found)
  .map(([name]) => name);
const wanted = (flag ?? process.env.ENGINES)?.split(',') ?? here;
const missing = wanted.filter((name) => !here.includes(name));
if (missing.length) throw new Error(`not installed here: ${missing.join(', ')}`);

const named = process.argv.filter((argument) => argument.endsWith('.test.ts'));
const files = ['test/browser/**/*.test.ts'];

export default {
  rootDir,
  files,
  concurrentBrowsers: 1,
  concurrency: 1,
  nodeResolve: { exportConditions: ['development', 'browser'] },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), summaryReporter(process.env.RESULTS)],
  coverage: process.env.COVERAGE === '1',
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['lcovonly'],
    reportDir: fileURLToPath(new URL('../coverage/browser', import.meta.url)),
  },
  plugins: [
    webkitCommands,
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: `${rootDir}tsconfig.json` }),
    dependencyBundle({
      rootDir: rootDir.replace(/\/$/, ''),
      entryPoints: () => (named.length ? named : findFiles(files, rootDir)),
    }),
  ],
  middleware: [
    // MSW's worker script straight from the package: nothing to copy into the repository.
    (context, next) => {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'text/javascript';
      context.set('Service-Worker-Allowed', '/');
      context.body = mswWorker;
      return undefined;
    },
  ],
  browsers: wanted.map((name) => launchers[name]()),
};
