/** Proofs that their bearer made a booking. The same booking always gets the same one, so that a replay answers the same. */
export interface ManageTokens {
  issue(bookingId: string): Promise<string>;
  verify(bookingId: string, token: string): Promise<boolean>;
}

/** Raised when tokens that were given out must lose their force. */
const TOKEN_VERSION = 1;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => (sign === '+' ? '-' : sign === '/' ? '_' : ''));

/** Takes equally long wherever the two differ. */
function equal(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}

/** HMAC-SHA-256 over the booking's id: nothing is stored, and every server with the secret can check it. */
export function createManageTokens(secret: string): ManageTokens {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const text = new TextEncoder();
  let key: Promise<CryptoKey> | undefined;

  async function issue(bookingId: string): Promise<string> {
    key ??= crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
    const mac = await crypto.subtle.sign('HMAC', await key, text.encode(`${bookingId}.${TOKEN_VERSION}`));
    return base64url(new Uint8Array(mac));
  }

  return { issue, verify: async (bookingId, token) => equal(await issue(bookingId), token) };
}

/** Random tokens kept in memory: for pages without a secure context, where Web Crypto has no HMAC. */
export function createRememberedTokens(randomId: () => string): ManageTokens {
  const tokens = new Map<string, string>();
  return {
    issue(bookingId) {
      const token = tokens.get(bookingId) ?? randomId();
      tokens.set(bookingId, token);
      return Promise.resolve(token);
    },
    verify: (bookingId, token) => Promise.resolve(equal(tokens.get(bookingId) ?? '', token) && token !== ''),
  };
}
