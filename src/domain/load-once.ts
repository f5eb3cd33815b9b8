/**
 * Loads once, however often it is called. Rejects when that fails; the next call tries again. `attempt` counts from 0:
 * browsers remember a module that failed to load by its address, so above 0 another one has to be asked for. The build of
 * the script tags does that to an `import()` in a function whose parameter is `_attempt`, see rollup.config.mjs.
 */
export function loadOnce<T>(load: (attempt: number) => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | null = null;
  let attempt = 0;
  return () =>
    (pending ??= load(attempt++).catch((error: unknown) => {
      pending = null;
      throw error;
    }));
}
