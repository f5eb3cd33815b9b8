// `npm run test:visual`: takes the pictures of test/visual/shots.ts and compares them. `-- --update` makes them the committed
// ones, `-- --shots=calendar` takes only those whose names match.
import { run } from './run.mjs';

const args = process.argv.slice(2);
const shots = args.find((arg) => arg.startsWith('--shots='))?.slice('--shots='.length);
const env = {
  ...(args.includes('--update') ? { UPDATE_BASELINES: '1' } : {}),
  ...(shots === undefined ? {} : { SHOTS: shots }),
};
const { code } = await run('node', ['test/tools/node-tests.mjs', 'test/visual/shots.test.ts'], { env });
process.exit(code);
