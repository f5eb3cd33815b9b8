#!/usr/bin/env node
/** `npx coach-booking`, and `npm start` with `serve`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { objectOf, readString } from '../domain/read.js';
import { backfillCommand } from './commands/backfill.js';
import { cleanupCommand } from './commands/cleanup.js';
import { migrateCommand } from './commands/migrate.js';
import { createServeCommand } from './commands/serve.js';
import { verifyCommand } from './commands/verify.js';
import { main } from './main.js';
import { processTerminal } from './terminal.js';

/** The package's folder, from `src/cli/` as well as from `dist/cli/`. */
const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const { version } = objectOf<{ version: string }>({ version: readString })(
  JSON.parse(readFileSync(folder('package.json'), 'utf8')),
);

process.exitCode = await main(process.argv.slice(2), processTerminal(), {
  version,
  commands: {
    migrate: migrateCommand,
    backfill: backfillCommand,
    verify: verifyCommand,
    cleanup: cleanupCommand,
    serve: createServeCommand({ siteFolder: folder('demo'), scriptFolder: folder('dist/cdn') }),
  },
});
