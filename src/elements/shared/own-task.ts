/** A late part is drawn for the first time in a task of its own: all of them in one would keep the visitor waiting. */
export async function ownTask({ hasUpdated }: { readonly hasUpdated: boolean }): Promise<void> {
  if (!hasUpdated) await new Promise((resolve) => setTimeout(resolve));
}
