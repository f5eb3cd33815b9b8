import { BookingError } from '../domain/booking-error.js';

/**
 * The JSON of a request, without any `__proto__`. Throws `validation_failed`: 413 when it is larger than `maxBytes`, 400
 * when it is not JSON or too deep for the stack.
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text, (key, item: unknown) => (key === '__proto__' ? undefined : item));
  } catch (cause) {
    throw new BookingError('validation_failed', { status: 400, message: 'The body is not JSON', cause });
  }
}

/** Undefined where requests cannot be streamed: in Firefox, under a mock that runs in the page. */
function streamOf({ body }: { readonly body?: Request['body'] }): Request['body'] | undefined {
  return body;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = new BookingError('validation_failed', {
    status: 413,
    message: `The body is larger than ${String(maxBytes)} bytes`,
  });
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = streamOf(request);
  const body = stream === undefined ? new Response(await request.arrayBuffer()).body : stream;
  const reader = body?.getReader();
  if (!reader) return '';
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) break;
      text += decoder.decode(part.value, { stream: true });
    }
    if (size <= maxBytes) return text + decoder.decode();
  } catch (cause) {
    throw new BookingError('validation_failed', { status: 400, message: 'The body cannot be read', cause });
  }
  void reader.cancel().catch(() => undefined);
  throw tooLarge;
}
