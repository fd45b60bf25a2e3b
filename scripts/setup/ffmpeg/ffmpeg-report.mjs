/** What the station asks for when it starts (`src/main/infrastructure/ffmpeg/media-programs.ts`), asked for before that. */
export const REQUIRED = Object.freeze({
  version: Object.freeze([5, 1]),
  encoders: Object.freeze(['libx264', 'aac']),
  filters: Object.freeze(['scale', 'pad', 'fps', 'yadif', 'aresample', 'ebur128']),
});

/** The first year whose builds from FFmpeg's main branch, which carry no release number, are all later than 5.1. */
const FIRST_GOOD_YEAR = 2023;

/**
 * @param {string} output what `ffmpeg -version` or `ffprobe -version` printed
 * @returns {{ version: string, isRecent: boolean }} the version as printed, and whether it is late enough
 */
export function readVersion(output) {
  const version = /^ff\w+ version (\S+)/m.exec(output)?.[1] ?? 'unknown';
  const release = /^n?(\d+)\.(\d+)/.exec(version);
  if (release) {
    const [major, minor] = [Number(release[1]), Number(release[2])];
    const [needMajor = 0, needMinor = 0] = REQUIRED.version;
    return { version, isRecent: major > needMajor || (major === needMajor && minor >= needMinor) };
  }
  const year = Number(/Copyright \(c\) \d{4}-(\d{4})/.exec(output)?.[1] ?? 0);
  return { version, isRecent: year >= FIRST_GOOD_YEAR };
}

/**
 * @param {string} listing what `ffmpeg -encoders` or `ffmpeg -filters` printed
 * @param {readonly string[]} wanted
 * @returns {readonly string[]} the wanted names that it does not list
 */
export function missingFrom(listing, wanted) {
  const names = new Set(listing.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  return wanted.filter((name) => !names.has(name));
}
