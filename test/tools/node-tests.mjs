// Node tests on any Node from 20.19: `npm run test:node -- [files…]`, all of test/node without files. TZ comes from the
// environment. Folders may be given as well as files.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findFiles } from './files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith('--'));
const named = args.filter((arg) => !arg.startsWith('--'));
const files = (named.length ? named : ['test/node']).flatMap((name) =>
  statSync(new URL(name, `file://${root}`)).isDirectory()
    ? findFiles([`${name.replace(/\/$/, '')}/**/*.test.ts`], root)
    : [name],
);
if (!files.length) {
  console.log('no test files');
  process.exit(0);
}
// Node 20 answers TAP when its output is no terminal.
const reporter = flags.some((flag) => flag.startsWith('--test-reporter')) ? [] : ['--test-reporter=spec'];
const child = spawn(process.execPath, ['--import', 'tsx', '--test', ...reporter, ...flags, ...files], {
  cwd: root,
  stdio: 'inherit',
});
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
