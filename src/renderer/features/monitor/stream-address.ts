/** The names under which a machine reaches itself, and the addresses that stand for all of its own. */
const OWN_HOSTS = new Set(['0.0.0.0', '[::]', '127.0.0.1', '[::1]', 'localhost']);
const EVERY_HOST = new Set(['0.0.0.0', '[::]']);

/** The part of a page's location that tells which machine it came from. */
export interface PageOrigin {
  readonly protocol: string;
  readonly hostname: string;
}

/**
 * The address of the stream as this console can reach it: a station that listens on every address, or names itself by its own loopback, is
 * reached by the name that the page came from. The desktop app's page comes from no machine but its own.
 */
export function reachableAddress(address: string, page: PageOrigin): string {
  const url = new URL(address);
  const isFromNetwork = page.protocol.startsWith('http') && !OWN_HOSTS.has(page.hostname);
  if (isFromNetwork && OWN_HOSTS.has(url.hostname)) url.hostname = page.hostname;
  else if (EVERY_HOST.has(url.hostname)) url.hostname = '127.0.0.1';
  return url.href;
}
