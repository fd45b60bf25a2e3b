import type { HlsStorage } from '../hls/index.ts';

/** Longer than a segment should take on any uplink that can carry the channel. */
const PATIENCE_MS = 15_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = { ts: 'video/mp2t', m3u8: 'application/vnd.apple.mpegurl' };

/** A web server that did not take a file. The message is fit for an operator and holds no address. */
class PutFailure extends Error {
  override readonly name = 'PutFailure';
}

/**
 * An `HlsStorage` on a web server: files are PUT, and DELETEd when nobody wants them any more. Nothing can be read back: after a restart the
 * numbers go on from the channel's grid.
 */
export class HttpStorage implements HlsStorage {
  readonly #playlistUrl: URL;
  readonly #playlistName: string;
  readonly #authorization: string | null;
  readonly #abandoned = new AbortController();

  /** `url`: the playlist's; segments go beside it, with the same query. A user and password in it are sent as HTTP's basic ones. */
  constructor(url: string) {
    const parsed = new URL(url);
    const userinfo = `${decodeURIComponent(parsed.username)}:${decodeURIComponent(parsed.password)}`;
    this.#authorization = userinfo === ':' ? null : `Basic ${Buffer.from(userinfo).toString('base64')}`;
    parsed.username = '';
    parsed.password = '';
    this.#playlistUrl = parsed;
    this.#playlistName = parsed.pathname.slice(parsed.pathname.lastIndexOf('/') + 1);
  }

  async write(name: string, contents: Buffer): Promise<void> {
    const type = CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)];
    // What is no part of the stream (the numbers that outlive an engine) is no business of the server's.
    if (type === undefined) return;
    const status = await this.#request('PUT', name, { body: new Uint8Array(contents), headers: { 'Content-Type': type } });
    if (status === 401 || status === 403) throw new PutFailure('The other side does not accept the key or the password.');
    if (status === 404 || status === 405) throw new PutFailure('The other side takes no files at this address.');
    if (status === 413 || status === 507) throw new PutFailure('The other side has no room.');
    if (status >= 300) throw new PutFailure(`The other side answers with error ${status}.`);
  }

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  sizes(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map());
  }

  /** A server that keeps old files, or knows no DELETE, is as good. */
  async remove(name: string): Promise<void> {
    await this.#request('DELETE', name, {});
  }

  explain(error: unknown): string {
    return error instanceof PutFailure ? error.message : 'The stream could not be sent.';
  }

  /** Gives up whatever is under way and all that is still asked. */
  abandon(): void {
    this.#abandoned.abort();
  }

  async #request(method: string, name: string, request: RequestInit): Promise<number> {
    const headers = { ...request.headers, ...(this.#authorization === null ? {} : { Authorization: this.#authorization }) };
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), this.#abandoned.signal]);
      const response = await fetch(this.#urlOf(name), { ...request, method, headers, redirect: 'manual', signal });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      throw new PutFailure(wordsOf(error), { cause: error });
    }
  }

  /** The sink's own playlist is always `index.m3u8`; the server's has the name that its address says. */
  #urlOf(name: string): URL {
    const url = new URL(this.#playlistUrl);
    const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
    url.pathname = folder + (name === 'index.m3u8' ? this.#playlistName : name);
    return url;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'The other side stopped taking the stream.';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ECONNREFUSED') return 'Nobody takes connections at this address.';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET') return 'The other side ended the connection.';
  return 'The other side can not be reached.';
}
