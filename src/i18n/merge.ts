/** Texts that replace those of a dictionary: any of them, groups such as `errors` in part too. */
export type Override<T> = {
  readonly [K in keyof T]?: T[K] extends string | ((...parameters: never) => string) ? T[K] : Override<T[K]>;
};

/** A copy of `base` with the texts of `over` in it. One of another kind than in `base` (no function, say) does not count. */
export function merge<T extends object>(base: T, over: object): T {
  const merged: T = { ...base };
  for (const [key, text] of Object.entries(over) as [string, unknown][]) {
    const old: unknown = Reflect.get(base, key);
    if (old !== undefined && typeof old !== typeof text) continue;
    Reflect.set(merged, key, isGroup(old) && isGroup(text) ? merge(old, text) : text);
  }
  return merged;
}

const isGroup = (text: unknown): text is object => typeof text === 'object' && text !== null;
