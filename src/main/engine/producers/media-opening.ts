import { chooseSoundTrack } from './sound-track.ts';
import { inputFormat } from './still-image.ts';

/** What a decoder needs to know of a media file before it starts, read from the file's first packet and what FFmpeg says of its streams. */
export interface MediaOpening {
  /** The file's own time of its first picture (or of its first sound, when it has no picture), in microseconds. */
  readonly originUs: number;
  /** How to turn its colours into the channel's BT.709; null: they are taken as they are. */
  readonly colourMatrix: ColourMatrix | null;
  /** Whether its pictures are of high dynamic range: PQ (SMPTE ST 2084) or HLG (ARIB STD-B67). */
  readonly isHdr: boolean;
  /** Which of its sound tracks is aired, counted from 0. */
  readonly soundTrack: number;
}

/** The name that FFmpeg's scaler has for a matrix other than the channel's; `rgb` for pictures that have none. */
export type ColourMatrix = 'bt601' | 'bt470' | 'smpte170m' | 'smpte240m' | 'fcc' | 'bt2020' | 'rgb';

/** Arguments that make FFmpeg tell a file's streams on stderr and its first packet on stdout. Nothing is decoded. Attached cover art is no picture. */
export function openingArguments(path: string, hasPicture: boolean): readonly string[] {
  const source = ['-hide_banner', '-nostdin', '-v', 'info', '-copyts', ...inputFormat(path), '-i', path];
  const packet = ['-map', hasPicture ? '0:V:0' : '0:a:0', '-frames', '1', '-c', 'copy', '-avoid_negative_ts', 'disabled'];
  return [...source, ...packet, '-f', 'framecrc', 'pipe:1'];
}

/**
 * Reads what FFmpeg printed for `openingArguments`; null when the file has no first packet.
 * @param language of the sound that the station would rather air, ISO 639-2; null: any
 */
export function parseOpening(stdout: string, stderr: string, language: string | null): MediaOpening | null {
  const timebase = /^#tb 0: (\d+)\/(\d+)/m.exec(stdout);
  const packet = /^0,\s*-?\d+,\s*(-?\d+),/m.exec(stdout);
  if (timebase === null || packet === null) return null;
  const originUs = Math.round((Number(packet[1]) * Number(timebase[1]) * 1e6) / Number(timebase[2]));
  const streams = sourceStreams(stderr);
  const picture = streams.find((line) => line.includes(': Video: ') && !line.includes('(attached pic)')) ?? '';
  return {
    // Before 0 lies what the container's edit list hides: it is decoded but never shown.
    originUs: Math.max(0, originUs),
    colourMatrix: parseColourMatrix(picture),
    isHdr: /\b(smpte2084|arib-std-b67)\b/.test(picture),
    soundTrack: chooseSoundTrack(
      streams.filter((line) => line.includes(': Audio: ')),
      language,
    ),
  };
}

/** The lines that name the streams of the file itself: what follows `Output` is of our own making. */
function sourceStreams(stderr: string): readonly string[] {
  const source = stderr.split(/^Output #0/m, 1)[0] ?? '';
  return source.split('\n').filter((line) => /^\s*Stream #0:\d+/.test(line));
}

const MATRICES: Readonly<Record<string, ColourMatrix | null>> = {
  bt709: null,
  bt470bg: 'bt470',
  smpte170m: 'smpte170m',
  smpte240m: 'smpte240m',
  fcc: 'fcc',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
};

/**
 * The matrix that a picture's stream line names, when it isn't the channel's own. Pictures that don't say are taken for BT.601 up
 * to 576 lines, as broadcast equipment does (ITU-R BT.601), and for BT.709 above.
 */
function parseColourMatrix(picture: string): ColourMatrix | null {
  if (/\b0?a?(gbra?p|rgb|bgr|pal8)/.test(picture)) return 'rgb';
  const named = /\b(bt709|bt470bg|smpte170m|smpte240m|fcc|bt2020nc|bt2020c)\b/.exec(picture)?.[1];
  if (named !== undefined) return MATRICES[named] ?? null;
  const height = Number(/, \d+x(\d+)/.exec(picture)?.[1] ?? 0);
  return height <= 576 ? 'bt601' : null;
}
