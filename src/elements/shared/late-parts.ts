import { loadOnce } from '../../domain/load-once.js';

/** Loads and registers the parts that the first steps do not show. `attempt` counts from 0: browsers may remember a
 * module that failed to load by its address, so a loader should ask for another one when it is above 0. */
export type LatePartsLoader = (attempt: number) => Promise<unknown>;

/** Where no loader is named, the late parts are taken to be registered already. */
let load: () => Promise<unknown> = () => Promise.resolve();

/** Names the loader of the late parts. */
export function provideLateParts(loader: LatePartsLoader): void {
  load = loadOnce(loader);
}

/** Loads the late parts once. Rejects when that fails; the next call tries again. */
export function lateParts(): Promise<unknown> {
  return load();
}
