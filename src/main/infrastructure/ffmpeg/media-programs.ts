/** What the station can't do without in an FFmpeg. `-fps_mode` exists from 5.1. */
export const NEEDED = {
  major: 5,
  minor: 1,
  encoders: ['libx264', 'aac'],
  filters: ['scale', 'pad', 'fps', 'yadif', 'aresample', 'ebur128'],
} as const;

/** The first year whose builds from FFmpeg's main branch, which carry no release number, are all later than 5.1. */
const FIRST_GOOD_YEAR = 2023;

/** Whether the program that printed this for `-version` is late enough: `ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 ...`. */
export function isRecentEnough(versionOutput: string): boolean {
  const version = /^ff\w+ version n?(\d+)\.(\d+)/m.exec(versionOutput);
  if (version === null) return Number(/Copyright \(c\) \d{4}-(\d{4})/.exec(versionOutput)?.[1] ?? 0) >= FIRST_GOOD_YEAR;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
}

/** The wanted names that a listing of `-encoders` or `-filters` does not hold; each line is flags, name, description. */
export function missingFrom(listing: string, wanted: readonly string[]): readonly string[] {
  const names = new Set(listing.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  return wanted.filter((name) => !names.has(name));
}
