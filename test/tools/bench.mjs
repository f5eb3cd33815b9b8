// `npm run bench`: every bench of bench/ but the sizes, which need a build (`npm run size`).
import { findFiles } from './files.mjs';
import { root, run } from './run.mjs';

let failed = 0;
for (const file of findFiles(['bench/*.bench.ts', 'bench/*.bench.mjs'], root)) {
  console.log(`\n${file}`);
  const { code } = await run('node', ['--import', 'tsx', file]);
  if (code) failed++;
}
process.exit(failed ? 1 : 0);
