/**
 * What a console may load (CSP Level 3): its own files, and the channel's stream. Blobs are for the player, which builds its media and its
 * worker in memory. Everything else, inline scripts above all, is refused by the browser.
 * @param streamOrigin where the stream server is, such as `http://127.0.0.1:8081`; null while that is not known
 */
export function contentSecurityPolicy(streamOrigin: string | null): string {
  const stream = streamOrigin === null ? '' : ` ${streamOrigin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self' data:",
    `img-src 'self' data: blob:${stream}`,
    `connect-src 'self'${stream}`,
    `media-src 'self' blob:${stream}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
