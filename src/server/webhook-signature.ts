/** Bytes over their own memory: what Web Crypto takes. */
type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** A secret of Standard Webhooks is `whsec_` and base64; any other text is taken as it is. */
function keyBytesOf(secret: string): Bytes {
  const base64 = /^whsec_(.+)$/.exec(secret)?.[1];
  if (base64 === undefined) return encoder.encode(secret);
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new TypeError('A webhook secret that begins with whsec_ has to go on in base64');
  }
}

/** What is signed, as Standard Webhooks has it. */
export interface SignedContent {
  readonly id: string;
  /** Unix seconds. */
  readonly timestamp: string;
  /** The body as it is sent, to the byte. */
  readonly body: string;
}

export interface WebhookKey {
  /** `v1,` and the base64 of the HMAC-SHA-256 of `id.timestamp.body`. */
  sign(content: SignedContent): Promise<string>;
  /** Whether one of the signatures of a header is ours; it takes equally long wherever they differ. */
  verify(content: SignedContent, header: string): Promise<boolean>;
}

/** Throws `TypeError` for a secret that is too short to keep anything secret. */
export function createWebhookKey(secret: string): WebhookKey {
  const bytes = keyBytesOf(secret);
  if (bytes.length < 16) throw new TypeError('A webhook secret needs at least 16 bytes');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  let key: Promise<CryptoKey> | undefined;
  const keyOf = (): Promise<CryptoKey> =>
    (key ??= crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']));
  const textOf = ({ id, timestamp, body }: SignedContent): Bytes => encoder.encode(`${id}.${timestamp}.${body}`);

  return {
    async sign(content) {
      const mac = await crypto.subtle.sign('HMAC', await keyOf(), textOf(content));
      return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
    },
    async verify(content, header) {
      for (const signature of header.split(' ')) {
        const given = decode(signature);
        if (given && (await crypto.subtle.verify('HMAC', await keyOf(), given, textOf(content)))) return true;
      }
      return false;
    },
  };
}

/** Signatures of other versions are not ours to judge. */
function decode(signature: string): Bytes | null {
  if (!signature.startsWith('v1,')) return null;
  try {
    return Uint8Array.from(atob(signature.slice(3)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
