/** The time zone that this machine is set to, as an IANA name (`Europe/Lisbon`). */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
