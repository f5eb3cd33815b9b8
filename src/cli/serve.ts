/** `npm start`: a coach's site with both elements on the real handler. */
import { fileURLToPath } from 'node:url';
import { HELP, runServe } from './run-serve.js';

/** The package's folder, from `src/cli/` as well as from `dist/cli/`. */
const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

if (process.argv.includes('--help') || process.argv.includes('-h')) console.log(HELP);
else await runServe({ env: process.env, siteFolder: folder('demo'), scriptFolder: folder('dist/cdn') });
