/** What a caller sends is taken only if it is harmless in a header and in a log. */
export function readRequestId(request: Request): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(request.headers.get('X-Request-Id') ?? '')?.[0];
}
