import { PassThrough, Writable } from 'node:stream';
import type { Terminal } from '../../../src/cli/terminal.js';

export interface FakeTerminal extends Terminal {
  readonly stdin: PassThrough & { isTTY?: boolean };
  /** What a command said so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Ctrl-C. */
  readonly interrupt: () => void;
}

/** A terminal without a person, or with one: `isTTY`. */
export function fakeTerminal({ env = {}, isTTY = false }: { env?: Record<string, string>; isTTY?: boolean } = {}) {
  const written = { out: '', err: '' };
  const sink = (to: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        written[to] += String(chunk);
        done();
      },
    });
  const controller = new AbortController();
  const stdout = sink('out');
  const stderr = Object.assign(sink('err'), { isTTY, columns: 80 });
  const terminal: FakeTerminal = {
    env,
    stdin: Object.assign(new PassThrough(), { isTTY }),
    stdout,
    stderr,
    say: (line) => void stdout.write(`${line}\n`),
    tell: (line) => void stderr.write(`${line}\n`),
    interruptible: () => controller.signal,
    out: () => written.out,
    err: () => written.err,
    interrupt: () => controller.abort(),
  };
  return terminal;
}
