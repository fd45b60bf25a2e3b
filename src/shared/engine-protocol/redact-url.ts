/**
 * An address as it may be shown and logged: protocol, host and port. Everything else may hold a key (the path of an RTMP address, the
 * query of an SRT one, a user's password) and is left out.
 */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '…';
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname.length > 1 || search !== '' ? '/…' : ''}`;
}
