export function chromiumPath(): string | undefined;
export function firefoxPath(): string | undefined;
export function webkitPaths(): { driver: string; browser: string } | undefined;
/** Start flags that keep Chromium quiet, sandbox-free (root in CI) and off the network. */
export const chromiumFlags: string[];
