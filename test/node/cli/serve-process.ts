/** A process of its own for the tests of `serve`: the folders come as arguments, then those of the command. */
import { createServeCommand } from '../../../src/cli/commands/serve.js';
import { main } from '../../../src/cli/main.js';
import { processTerminal } from '../../../src/cli/terminal.js';

const [siteFolder = '', scriptFolder = '', ...args] = process.argv.slice(2);
process.exitCode = await main(['serve', ...args], processTerminal(), {
  version: '0.0.0',
  commands: { serve: createServeCommand({ siteFolder, scriptFolder }) },
});
