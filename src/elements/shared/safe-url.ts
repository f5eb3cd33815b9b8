/** An address that may stand in a `src` or `href`: `http(s)` only, read against the page. Anything else is null. */
export function safeUrl(address: string | undefined, base: string): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
