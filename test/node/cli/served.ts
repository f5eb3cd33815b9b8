import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface Served {
  readonly child: ChildProcess;
  /** Its address, once it answers. Rejects when it ends before. */
  readonly address: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  readonly output: () => string;
}

export interface ServeOptions {
  readonly folders: readonly [siteFolder: string, scriptFolder: string];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs `serve` in a process of its own, on a free port of this machine only. */
export function serve({ folders, args = [], env = {}, cwd = process.cwd() }: ServeOptions): Served {
  const script = join(import.meta.dirname, 'serve-process.ts');
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, script, ...folders, ...args], {
    cwd,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', DATA_DIR: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const seen = (chunk: Buffer): string => (output += chunk.toString());
  child.stdout.on('data', seen);
  child.stderr.on('data', seen);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`it ended without an address: ${output}`)));
  });
  // Not every test asks for it.
  address.catch(() => undefined);
  return { child, ended, address, output: () => output };
}
