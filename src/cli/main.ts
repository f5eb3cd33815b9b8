import { EXIT, type Command } from './command.js';
import { Failure, UsageError } from './failure.js';
import type { Terminal } from './terminal.js';

export interface MainSettings {
  readonly commands: Readonly<Record<string, Command>>;
  readonly version: string;
}

/** Runs one command line, `['verify', '--json']` say, and answers the exit code. */
export async function main(args: readonly string[], terminal: Terminal, settings: MainSettings): Promise<number> {
  const { say, tell } = terminal;
  const [name = '', ...rest] = args;
  const { commands, version } = settings;
  if (name === '--version' || name === '-v') {
    say(version);
    return EXIT.ok;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const [wanted = ''] = rest;
    const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
    say(command ? command.help(wanted) : overview(settings));
    return EXIT.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    if (name !== '') tell(`There is no command ${JSON.stringify(name)}.\n`);
    tell(overview(settings));
    return EXIT.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    say(command.help(name));
    return EXIT.ok;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      tell(`${error.message}\nSee  coach-booking ${name} --help`);
      return EXIT.usage;
    }
    // Of a fault of ours, all that there is to know.
    if (error instanceof Failure || !(error instanceof Error))
      tell(error instanceof Error ? error.message : String(error));
    else tell(error.stack ?? error.message);
    return EXIT.failed;
  }
}

function overview({ commands, version }: MainSettings): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    `coach-booking ${version}: bookings in Postgres, and a demo to try them`,
    '',
    'Usage: coach-booking <command> [options]',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'coach-booking <command> --help says more. Exit codes: 0 done, 1 found or failed, 2 wrong command line, 130 stopped.',
  ].join('\n');
}
