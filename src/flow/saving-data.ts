/** Whether the visitor asks the browser to spare the network. Not every browser tells; the types know of none. */
export function isSavingData(): boolean {
  const { navigator } = globalThis as { navigator?: { connection?: { saveData?: boolean } } };
  return navigator?.connection?.saveData === true;
}
