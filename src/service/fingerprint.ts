/** JSON with its keys in order and without what is undefined, so that equal values have equal texts. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const ordered = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([key, each]) => [key, canonical(each)]));
}

/**
 * Tells two requests apart without keeping what is in them. Without a secure context there is no digest, and the text
 * itself stays in the page's memory.
 */
export async function fingerprintOf(value: unknown): Promise<string> {
  const text = JSON.stringify(canonical(value));
  if (!('subtle' in crypto)) return text;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
