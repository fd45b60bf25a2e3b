/**
 * Whether a `Host` header may reach a station that listens on this machine alone. A web page that a browser on this machine has open can make
 * a name of its own resolve to 127.0.0.1 (DNS rebinding) and would then count as the station's own page; its name gives it away.
 */
export function isLoopbackHost(header: string | undefined): boolean {
  const name = hostName(header);
  return name !== null && (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name));
}

/** The name in a `Host` header, without the port; null when it can't be one. */
export function hostName(header: string | undefined): string | null {
  const match = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}

/** Whether an address to listen on is reachable from this machine alone. */
export function isLoopbackAddress(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127(\.\d{1,3}){3}$/.test(address);
}
