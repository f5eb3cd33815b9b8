import type { Readable, Writable } from 'node:stream';

/** What a command sees of the world: given, so that tests can give another. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Results. */
  readonly say: (line: string) => void;
  /** Progress, and what went wrong: beside the results, so that those can be piped on. */
  readonly tell: (line: string) => void;
  /**
   * From now on Ctrl-C aborts this signal instead of ending the process; a second one ends it. For work that should
   * stop between two steps.
   */
  readonly interruptible: () => AbortSignal;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process;
  return {
    env,
    stdin,
    stdout,
    stderr,
    say: (line) => void stdout.write(`${line}\n`),
    tell: (line) => void stderr.write(`${line}\n`),
    interruptible() {
      const controller = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => {
          if (controller.signal.aborted) process.exit(130);
          controller.abort();
        });
      }
      return controller.signal;
    },
  };
}

/** A variable that is set to nothing counts as not set. */
export const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
