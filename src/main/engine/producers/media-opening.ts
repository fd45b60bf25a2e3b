/** What a decoder needs to know of a media file before it starts, read from the file's first packet. */
export interface MediaOpening {
  /** The file's own time of its first picture (or of its first sound, when it has no picture), in microseconds. */
  readonly originUs: number;
  /** How to turn its colours into the channel's BT.709; null: they are taken as they are. */
  readonly colourMatrix: ColourMatrix | null;
}

/** The name that FFmpeg's scaler has for a matrix other than the channel's. */
export type ColourMatrix = 'bt601' | 'bt470' | 'smpte170m' | 'smpte240m' | 'fcc' | 'bt2020';

/** Arguments that make FFmpeg tell a file's streams on stderr and its first packet on stdout. Nothing is decoded. */
export function openingArguments(path: string, hasPicture: boolean): readonly string[] {
  const source = ['-hide_banner', '-nostdin', '-v', 'info', '-copyts', '-i', path];
  const packet = ['-map', hasPicture ? '0:v:0' : '0:a:0', '-frames', '1', '-c', 'copy', '-avoid_negative_ts', 'disabled'];
  return [...source, ...packet, '-f', 'framecrc', 'pipe:1'];
}

/** Reads what FFmpeg printed for `openingArguments`; null when the file has no first packet. */
export function parseOpening(stdout: string, stderr: string): MediaOpening | null {
  const timebase = /^#tb 0: (\d+)\/(\d+)/m.exec(stdout);
  const packet = /^0,\s*-?\d+,\s*(-?\d+),/m.exec(stdout);
  if (timebase === null || packet === null) return null;
  const originUs = Math.round((Number(packet[1]) * Number(timebase[1]) * 1e6) / Number(timebase[2]));
  // Before 0 lies what the container's edit list hides: it is decoded but never shown.
  return { originUs: Math.max(0, originUs), colourMatrix: parseColourMatrix(stderr) };
}

/**
 * The matrix that the picture's stream line names, when it isn't the channel's own. Pictures that don't say are taken for BT.601 up
 * to 576 lines, as broadcast equipment does (ITU-R BT.601), and for BT.709 above.
 */
function parseColourMatrix(stderr: string): ColourMatrix | null {
  const stream = /Stream #0:\d+.*?: Video: (.*)/.exec(stderr)?.[1] ?? '';
  if (/\b(gbrp|rgb|bgr|pal8)/.test(stream)) return null;
  const named = /\b(bt709|bt470bg|smpte170m|smpte240m|fcc|bt2020nc|bt2020c)\b/.exec(stream)?.[1];
  if (named === undefined) {
    const height = Number(/, \d+x(\d+)/.exec(stream)?.[1] ?? 0);
    return height <= 576 ? 'bt601' : null;
  }
  const matrices: Readonly<Record<string, ColourMatrix>> = {
    bt470bg: 'bt470',
    smpte170m: 'smpte170m',
    smpte240m: 'smpte240m',
    fcc: 'fcc',
    bt2020nc: 'bt2020',
    bt2020c: 'bt2020',
  };
  return matrices[named] ?? null;
}
