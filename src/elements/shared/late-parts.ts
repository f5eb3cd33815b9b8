/** Loads and registers the parts that the first steps do not show. `attempt` counts from 0: browsers may remember a
 * module that failed to load by its address, so a loader should ask for another one when it is above 0. */
export type LatePartsLoader = (attempt: number) => Promise<unknown>;

let loader: LatePartsLoader | null = null;
let pending: Promise<void> | null = null;
let attempt = 0;
let ready = true;

/** Names the loader of the late parts. Where it is never called, they are taken to be registered already. */
export function provideLateParts(load: LatePartsLoader): void {
  loader = load;
  pending = null;
  attempt = 0;
  ready = false;
}

/** Whether the late parts can be shown now. */
export function latePartsReady(): boolean {
  return ready;
}

/** Loads the late parts once. Rejects when that fails; the next call tries again. */
export function lateParts(): Promise<void> {
  if (ready || !loader) return Promise.resolve();
  return (pending ??= loader(attempt++).then(
    () => {
      ready = true;
    },
    (error: unknown) => {
      pending = null;
      throw error;
    },
  ));
}
