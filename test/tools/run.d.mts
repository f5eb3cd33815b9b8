/** The repository's folder, with a slash at its end. */
export const root: string;
/** Runs a command from `node_modules/.bin`, the path, or `node`. `quiet` keeps its output for the answer. */
export function run(
  command: string,
  args: readonly string[],
  options?: { env?: Readonly<Record<string, string>>; quiet?: boolean },
): Promise<{ code: number; output: string }>;
