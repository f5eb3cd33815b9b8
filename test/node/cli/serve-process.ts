/** A process of its own for serve.test.ts: the folders come as arguments. */
import { runServe } from '../../../src/cli/run-serve.js';

const [siteFolder = '', scriptFolder = ''] = process.argv.slice(2);
await runServe({ env: process.env, siteFolder, scriptFolder });
