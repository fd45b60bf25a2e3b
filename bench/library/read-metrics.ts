/** The samples of Prometheus' text format that carry no labels, by name. */
export function readMetrics(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => /^[a-z_]+ /.test(line));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]));
}

/** A field of `/proc/PID/status` (proc(5)), as a number: kilobytes as bytes, counts as they are. 0 when it is not there, as for a process that has just ended. */
export function readStatusField(text: string, field: string): number {
  const match = new RegExp(`^${field}:\\s+(\\d+)( kB)?$`, 'm').exec(text);
  return match ? Number(match[1]) * (match[2] === undefined ? 1 : 1024) : 0;
}
