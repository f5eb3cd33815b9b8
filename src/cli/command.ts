import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './failure.js';
import type { Terminal } from './terminal.js';

/** Exit codes, as scripts may rely on them. */
export const EXIT = {
  ok: 0,
  /** Something was found, refused or failed. */
  failed: 1,
  /** The command line itself is wrong; nothing was done. */
  usage: 2,
  /** Ended by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

/** An option of `parseArgs` with what `--help` says about it. */
interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: false;
  /** What stands for its value in the help: `<url>`. */
  readonly value?: string;
  readonly help: string;
}
export type Options = Readonly<Record<string, Option>>;

type Values<O extends Options> = { readonly [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string };

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: (name: string) => string;
  /** Answers the exit code. Throws `UsageError` and `Failure` for what a user can put right. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

interface Definition<O extends Options> {
  readonly summary: string;
  /** What `--help` says below the summary. */
  readonly about: string;
  readonly options: O;
  readonly run: (values: Values<O>, terminal: Terminal) => Promise<number>;
}

/** A command whose help is written from its options, so that the two cannot differ. */
export function defineCommand<const O extends Options>({ summary, about, options, run }: Definition<O>): Command {
  return {
    summary,
    help: (name) =>
      [`Usage: coach-booking ${name} [options]`, '', summary, '', about, '', 'Options:', ...optionLines(options)].join(
        '\n',
      ),
    run: (args, terminal) => run(readOptions(args, options), terminal),
  };
}

function readOptions<O extends Options>(args: readonly string[], options: O): Values<O> {
  try {
    const config: ParseArgsConfig['options'] = Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        short === undefined ? { type } : { type, short },
      ]),
    );
    // Node types values by the literal config; ours is built from the same options.
    return parseArgs({ args: [...args], options: config, strict: true }).values as Values<O>;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's advice on positional arguments fills three more lines.
    throw new UsageError(error.message.replace(/\. To specify[^]*$/, '').replace(/\n[^]*$/, ''));
  }
}

function optionLines(options: Options): string[] {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => {
    const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return [flag, help] as const;
  });
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return [...rows, ['-h, --help', 'show this'] as const].map(
    ([flag, help]) => `  ${flag.padEnd(width)}  ${help.replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`,
  );
}
