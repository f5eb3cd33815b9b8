import type { Terminal } from './terminal.js';

const WIDTH = 24;
const REDRAW_MS = 100;
const LINE_MS = 5000;

export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** Takes the bar away, so that a line can be written; the next update brings it back. */
  readonly clear: () => void;
}

/** A bar on a terminal, a plain line every few seconds elsewhere. `now` in milliseconds. */
export function createProgress({ stderr }: Pick<Terminal, 'stderr'>, unit: string, now = Date.now): Progress {
  const started = now();
  let drawn = -Infinity;
  let isShown = false;
  const clear = (): void => {
    if (isShown) stderr.write('\r\u001b[K');
    isShown = false;
  };
  return {
    clear,
    update(done, total) {
      const isEnd = done >= total;
      const pause = stderr.isTTY === true ? REDRAW_MS : LINE_MS;
      if (!isEnd && now() - drawn < pause) return;
      drawn = now();
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const amount = `${count(done)} of ${count(total)} ${unit}`;
      if (stderr.isTTY !== true) {
        stderr.write(`${amount} (${Math.floor(share * 100)} %)\n`);
        return;
      }
      const filled = Math.round(share * WIDTH);
      const left = share > 0 && !isEnd ? `, ${span(((now() - started) / share) * (1 - share))} left` : '';
      const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} %  ${amount}${left}`;
      stderr.write(`\r${line.slice(0, (stderr.columns ?? 80) - 1)}\u001b[K`);
      isShown = true;
      if (isEnd) {
        stderr.write('\n');
        isShown = false;
      }
    },
  };
}

const count = (number: number): string => number.toLocaleString('en');

function span(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
