// `npm test`: builds what is missing and runs everything in the engines that it finds. With CI=1 also the static
// checks and the coverage, and a missing engine fails. The last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { mergedCoverage } from './coverage.mjs';
import { engineLabels, engines } from './engines.mjs';
import { postgresMissing } from './postgres-binaries.mjs';
import { findFiles } from './files.mjs';
import { root, run } from './run.mjs';

const ci = ['1', 'true'].includes(process.env.CI ?? '');
const MINIMUM_COVERAGE = 90;
/** Zone rules are tried from machines in other zones, east and west, with half hours and reversed seasons. */
const OTHER_ZONES = ['America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];
/** `timestamp` columns hold UTC wherever the server stands. */
const DATABASE_ZONE = 'America/Los_Angeles';
const DATABASE_ZONE_FILES =
  /\/(migrate|host-database|triggers|roles|backfill|verify|store-host|store-contract)\.test\.ts$/;
/** Each engine's machine stands somewhere else, too. */
const ENGINE_ZONES = { chromium: 'America/New_York', firefox: 'Asia/Kolkata', webkit: 'Europe/Berlin' };

const results = `${root}coverage/results`;
rmSync(`${root}coverage`, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: [] };
const notes = [];

function record(name, { passed, failed, skipped = [] }, seconds) {
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped.map((title) => `${name}: ${title}`));
  notes.push(`${name.padEnd(34)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds}`);
}

/** Runs one step, says what it is, and records what `count` makes of its outcome. */
async function step(name, action) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const outcome = await action();
  record(name, outcome, `${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s`);
}

const check = (name, command, args, env) =>
  step(name, async () => {
    const { code } = await run(command, args, { env });
    return { passed: code ? 0 : 1, failed: code ? 1 : 0 };
  });

/** Node's runner counts at the end of its TAP output. */
async function nodeTests(name, files, env = {}) {
  await step(name, async () => {
    const tap = `${results}/${name.replace(/\W+/g, '-')}.tap`;
    const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout'];
    reporters.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
    const { code } = await run('node', ['test/tools/node-tests.mjs', ...reporters, ...files], { env });
    const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
    const number = (key) => Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    const failed = number('fail') + number('cancelled');
    if (failed || code) console.log(failures(text));
    const skipped = [...text.matchAll(/^\s*ok \d+ - (.*) # SKIP ?(.*)$/gm)].map(
      ([, title, why]) => `${title} [${why}]`,
    );
    return { passed: number('pass'), failed: failed || (code ? 1 : 0), skipped };
  });
}

/** The failed tests of a TAP report with their messages. */
const failures = (tap) =>
  [...tap.matchAll(/^( *)not ok \d+ - .*\n(?:\1  .*\n)*/gm)].map(([block]) => block).join('\n') || tap.slice(-4000);

async function browserTests(name) {
  await step(engineLabels[name], async () => {
    const file = `${results}/${name}.json`;
    const coverage = ci && name === 'chromium' ? '1' : '';
    const env = { ENGINES: name, RESULTS: file, COVERAGE: coverage, TZ: ENGINE_ZONES[name] };
    const { code } = await run('wtr', ['--config', 'test/web-test-runner.config.mjs'], { env });
    const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'))[name] : undefined;
    const outcome = counted ?? { passed: 0, failed: 1, skipped: [] };
    return code && !outcome.failed ? { ...outcome, failed: 1 } : outcome;
  });
}

async function coverage() {
  await step('coverage of src/', async () => {
    const lcov = `${root}coverage/node`;
    const what = ['--src=src', '--include=src/**', '--exclude=src/**/*.d.ts', '--exclude-after-remap', '--all'];
    const report = ['report', `--temp-directory=${root}coverage/v8`, `--reports-dir=${lcov}`, '--reporter=lcovonly'];
    await run('c8', [...report, ...what], { quiet: true });
    const { rows, percent } = mergedCoverage([`${lcov}/lcov.info`, `${root}coverage/browser/lcov.info`]);
    const low = rows.filter(({ lines, covered }) => covered < lines * 0.8);
    for (const { file, lines, covered } of low) console.log(`${file}: ${covered} of ${lines} lines`);
    console.log(`${percent.toFixed(1)} % of the lines of src/ (at least ${MINIMUM_COVERAGE} %)`);
    const enough = percent >= MINIMUM_COVERAGE;
    return { passed: enough ? 1 : 0, failed: enough ? 0 : 1 };
  });
}

const here = engines();
const missing = Object.keys(here).flatMap((name) => (here[name] ? [] : [engineLabels[name]]));
if (postgresMissing()) missing.push('PostgreSQL');

await check('build', 'node', ['test/tools/build.mjs', ...(ci ? [] : ['--missing'])]);
if (ci) {
  await check('types', 'npm', ['run', '--silent', 'typecheck']);
  await check('lint', 'npm', ['run', '--silent', 'lint']);
  await check('package', 'npm', ['run', '--silent', 'check:package']);
  await check('size', 'node', ['bench/size.mjs']);
}
await nodeTests('Node', [], ci ? { NODE_V8_COVERAGE: `${root}coverage/v8` } : {});
for (const zone of OTHER_ZONES) await nodeTests(`Node, domain, TZ=${zone}`, ['test/node/domain'], { TZ: zone });
if (!postgresMissing()) {
  const files = findFiles(['test/node/postgres/*.test.ts'], root).filter((file) => DATABASE_ZONE_FILES.test(file));
  await nodeTests(`Node, migrations, TZ=${DATABASE_ZONE}`, files, { TZ: DATABASE_ZONE });
}
for (const name of Object.keys(here)) if (here[name]) await browserTests(name);
if (here.chromium) {
  await check('Storybook builds', 'node', ['test/tools/storybook.mjs', ...(ci ? [] : ['--missing'])]);
  await nodeTests('end to end', ['test/e2e']);
  if (ci) await nodeTests('pictures', ['test/visual']);
}
if (ci) await coverage();

console.log(`\n${notes.join('\n')}`);
if (total.skipped.length) console.log(`\nNot possible here:\n${total.skipped.map((title) => `  ${title}`).join('\n')}`);
console.log(`\nMissing engines: ${missing.join(', ') || 'none'}`);
if (ci) total.failed += missing.length;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
