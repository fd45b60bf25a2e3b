/** Addresses that a station listens on but that nobody on another machine can reach it by. */
const LOCAL_HOSTS = new Set(['0.0.0.0', '[::]', '127.0.0.1', '[::1]', 'localhost']);

/**
 * The address of the stream as this console can reach it: a station that listens on every address, or names itself by its own loopback, is
 * reached by the name that the page came from.
 */
export function reachableAddress(address: string, pageHost: string): string {
  const url = new URL(address);
  if (LOCAL_HOSTS.has(url.hostname) && pageHost !== '') url.hostname = pageHost;
  else if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  return url.href;
}
