import type { IncomingMessage } from 'node:http';

/** The largest body that a request may have. */
const MOST_BODY_BYTES = 1024 * 1024;

/** How far a body that is too large is still listened to, so that its sender gets to read the answer. */
const MOST_DRAINED_BYTES = 32 * MOST_BODY_BYTES;

/** What a request carried: JSON, nothing, or something that is refused. */
export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'BAD_INPUT' | 'TOO_LARGE'; readonly message: string };

/** Reads a request's body. No body counts as an empty object, as all inputs are objects. @throws when the connection breaks. */
export async function readJsonBody(request: IncomingMessage): Promise<JsonBody> {
  const bytes = await readBytes(request);
  if (bytes === null) return { ok: false, code: 'TOO_LARGE', message: `A request may carry ${MOST_BODY_BYTES} bytes at most` };
  if (bytes.length === 0) return { ok: true, value: {} };
  if (!isJson(request.headers['content-type']))
    return { ok: false, code: 'BAD_INPUT', message: 'Send JSON, with Content-Type: application/json' };
  return parse(bytes);
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

function parse(bytes: Buffer): JsonBody {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { ok: false, code: 'BAD_INPUT', message: 'The body is not valid JSON' };
  }
}

/** All of the body; null when it is too large. */
async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_DRAINED_BYTES) break;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return size > MOST_BODY_BYTES ? null : Buffer.concat(chunks);
}
