import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A folder and the address that its files are found under. */
export interface Mount {
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly folder: string;
  /** Sent with each of its files. */
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** Rollup's chunks have a digest of their content in their name. */
const NEVER_CHANGES = /-[\w-]{8,}\.js(\.map)?$/;

const encoders = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** Answers with a file of the first mount that has it, or null. Files outside a mount cannot be reached. */
export function createStaticFiles(mounts: readonly Mount[]): (request: Request) => Promise<Response | null> {
  const compressed = new Map<string, Promise<Buffer>>();

  return async (request) => {
    const path = decodePath(new URL(request.url).pathname);
    if (path === null) return null;
    for (const { prefix, folder, headers } of mounts) {
      if (!path.startsWith(prefix)) continue;
      const file = await findFile(folder, path.slice(prefix.length));
      if (file) return answer(request, file, headers);
    }
    return null;
  };

  async function answer(request: Request, file: FoundFile, extra: Mount['headers']): Promise<Response> {
    const isText = /text|json|svg/.test(file.type);
    const encoding = isText ? pickEncoding(request.headers.get('Accept-Encoding') ?? '') : null;
    const etag = `W/"${file.version}${encoding ? `-${encoding}` : ''}"`;
    const headers = new Headers({
      'Content-Type': file.type,
      'Cache-Control': NEVER_CHANGES.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
      ...(isText && { Vary: 'Accept-Encoding' }),
      ...(encoding && { 'Content-Encoding': encoding }),
      ...extra,
    });
    if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
    const read = (): Promise<Buffer> => readFile(file.path);
    if (!encoding) return new Response(new Uint8Array(await read()), { headers });
    const key = `${file.path} ${etag}`;
    const body = compressed.get(key) ?? read().then(encoders[encoding]);
    compressed.set(key, body);
    return new Response(new Uint8Array(await body), { headers });
  }
}

/** Null for what cannot name one of our files: broken escapes, steps upwards, hidden files. */
function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    const isPlain = !/[\0\\]/.test(path) && !path.split('/').some((segment) => segment.startsWith('.'));
    return isPlain ? path : null;
  } catch {
    return null;
  }
}

interface FoundFile {
  readonly path: string;
  readonly type: string;
  readonly version: string;
}

/** A file itself, a folder's `index.html`, or a page without its ending. Links out of the folder are not followed. */
async function findFile(folder: string, name: string): Promise<FoundFile | null> {
  const wanted = join(folder, name);
  for (const candidate of [wanted, join(wanted, 'index.html'), `${wanted}.html`]) {
    try {
      const [path, root] = await Promise.all([realpath(candidate), realpath(folder)]);
      if (!path.startsWith(root + sep)) continue;
      const info = await stat(path);
      if (!info.isFile()) continue;
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return { path, type, version: `${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}` };
    } catch {
      // Not there: the next candidate.
    }
  }
  return null;
}

function pickEncoding(accepted: string): 'br' | 'gzip' | null {
  return /\bbr\b(?!;q=0)/.test(accepted) ? 'br' : /\bgzip\b(?!;q=0)/.test(accepted) ? 'gzip' : null;
}
