const begun = new WeakSet<object>();

/**
 * What is drawn for the first time is drawn in a task of its own: all of it in one would keep the visitor waiting. `key` tells
 * what that is: an element, or a class whose code is slow only once. For `scheduleUpdate`.
 */
export function ownTask(key: object, draw: () => void): Promise<void> | undefined {
  if (!begun.has(key)) {
    begun.add(key);
    // Before a frame that would show but a part of it.
    return 'scheduler' in globalThis
      ? scheduler.postTask(draw, { priority: 'user-blocking' })
      : new Promise((resolve) => setTimeout(resolve)).then(draw);
  }
  draw();
  return undefined;
}
