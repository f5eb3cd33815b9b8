/** Files under `root` that match one of the patterns (`*`, `**`), sorted, relative to `root`. */
export function findFiles(patterns: readonly string[], root: string): string[];
