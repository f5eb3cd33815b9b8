/** Enough of a booking's long id to find it by. */
export function shortReference(id: string): string {
  return id.length > 12 ? id.slice(0, 8) : id;
}
