/** The names in what `ffmpeg -encoders` prints: a line each, flags first (`V....D libx264   libx264 H.264 ...`), after a line of dashes. */
export function listedEncoders(printed: string): ReadonlySet<string> {
  const [, list = ''] = printed.split(/^\s*-+\s*$/m, 2);
  return new Set([...list.matchAll(/^\s*[VAS][FSXBD.]{5}\s+(\S+)/gm)].map((match) => match[1] ?? ''));
}
