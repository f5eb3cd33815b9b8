// `npm run build`: dist/ with ES modules, types, script tags, migrations and the manifest. With `--missing` only when something
// under src/ is newer than what is built.
import { cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { findFiles } from './files.mjs';
import { root, run } from './run.mjs';

const stamp = `${root}dist/.built`;
const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = () => [...findFiles(['src/**/*.ts', 'src/**/*.sql'], root), 'package.json', 'rollup.config.mjs'];

function isFresh() {
  const built = time(stamp);
  return built > 0 && sources().every((file) => time(root + file) <= built);
}

const steps = [
  ['rollup', ['--config', 'rollup.config.mjs', '--silent']],
  ['tsc', ['-p', '.config/tsconfig.build.json']],
  ['cem', ['analyze', '--config', '.config/custom-elements-manifest.config.mjs', '--quiet']],
];

if (!process.argv.includes('--missing') || !isFresh()) {
  console.log('Building; this takes some seconds.');
  rmSync(`${root}dist`, { recursive: true, force: true });
  const results = await Promise.all(steps.map(([command, args]) => run(command, args, { quiet: true })));
  const failed = results.flatMap(({ code, output }, index) => (code ? [`${steps[index][0]} failed\n${output}`] : []));
  if (failed.length) {
    console.error(failed.join('\n'));
    process.exit(1);
  }
  cpSync(`${root}src/postgres/migrations`, `${root}dist/postgres/migrations`, { recursive: true });
  writeFileSync(stamp, '');
}
