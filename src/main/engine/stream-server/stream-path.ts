/** A file that may be served, and how. */
export interface StreamFile {
  readonly name: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const FOLDER = '/hls/';

/**
 * The file that a request target names; null for all that is not a playlist or a segment in /hls/ or in a rendition's folder there. Only plain names
 * pass, so no way of writing a path leads anywhere else, nor to what the engine keeps beside the stream.
 */
export function readStreamPath(target: string): StreamFile | null {
  const path = target.split('?', 1)[0] ?? '';
  const name = path.startsWith(FOLDER) ? decode(path.slice(FOLDER.length)) : '';
  if (/^(?:\d+p\/)?[a-z0-9][a-z0-9-]*\.m3u8$/i.test(name))
    return { name, contentType: 'application/vnd.apple.mpegurl', cacheControl: 'no-cache' };
  // A segment's name is never used for anything else, so whoever keeps it can't be wrong.
  const [, extension] = /^(?:\d+p\/)?[a-z0-9][a-z0-9-]*\.(ts|m4s|mp4)$/.exec(name) ?? [];
  if (extension === undefined) return null;
  return { name, contentType: extension === 'ts' ? 'video/mp2t' : 'video/mp4', cacheControl: 'public, max-age=86400, immutable' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
