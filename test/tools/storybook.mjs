// `npm run build:storybook`: storybook-static/, with the manifest that its controls are made from.
// With `--missing` only when a story or a source file is newer than what is built.
import { statSync } from 'node:fs';
import { findFiles } from './files.mjs';
import { root, run } from './run.mjs';

const time = (file) => statSync(root + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = () => findFiles(['src/**/*.ts', 'stories/**/*', '.storybook/*'], root);
const built = time('storybook-static/index.json');
const fresh = built > 0 && sources().every((file) => time(file) <= built);

if (!process.argv.includes('--missing') || !fresh) {
  const manifest = await run('cem', ['analyze', '--config', '.config/custom-elements-manifest.config.mjs', '--quiet']);
  if (manifest.code) process.exit(manifest.code);
  const options = ['--quiet', '--disable-telemetry', '--output-dir', 'storybook-static'];
  const { code, output } = await run('storybook', ['build', ...options], { quiet: true });
  if (code) console.error(output);
  process.exit(code);
}
