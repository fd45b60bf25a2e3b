import type { Milliseconds } from '../../../shared/time/index.ts';
import { inputFormat } from './input-format.ts';

/** The two halves of FFmpeg's arguments, before and after its input. */
export interface DecodeArguments {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/** What of a file to decode, and how far: null is to the end. */
export interface DecodePart {
  readonly path: string;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly until: Milliseconds | null;
}

/**
 * The form that sound has on air. Six channels are 3 LU louder once they are mixed down to it, so they are measured after that; in
 * floating point, because FFmpeg mixes whole numbers down by up to 8 dB more.
 */
const AS_AIRED = 'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo';

/**
 * Finds black from one frame on, and pictures that stand still; both counted from the first picture, which some containers start late.
 * In the same pass as the check: looking costs far less than decoding again.
 */
const PICTURE_WATCH = 'setpts=PTS-STARTPTS,blackdetect=d=0.01:pix_th=0.10,freezedetect=n=-60dB:d=5';

/** Finds silence, in what the loudness is measured on. */
const SOUND_WATCH = 'silencedetect=n=-50dB:d=0.1';

/**
 * FFmpeg's arguments to decode a whole file and throw the result away, with one thread, so that two cores keep one for the air.
 * Every picture is counted once (passthrough), black, stills and silence are found and the sound's loudness is measured on the way (EBU R 128, true peak), and progress comes
 * line by line among the complaints on stderr, whose level is written before them.
 */
export function decodeArguments({ path, hasPicture, hasSound, until }: DecodePart): DecodeArguments {
  // `V` is a moving picture: attached cover art is passed over.
  const picture = hasPicture ? ['-map', '0:V:0', '-fps_mode', 'passthrough', '-vf', PICTURE_WATCH] : [];
  const sound = hasSound ? ['-map', '0:a:0', '-af', `${AS_AIRED},${SOUND_WATCH},ebur128=peak=true:framelog=verbose`] : [];
  return {
    input: [
      '-hide_banner',
      '-nostdin',
      '-nostats',
      '-v',
      'level+info',
      '-progress',
      'pipe:2',
      '-threads',
      '1',
      '-protocol_whitelist',
      'file',
      ...inputFormat(path),
      ...(until === null ? [] : ['-t', (until / 1000).toFixed(3)]),
    ],
    output: [...picture, ...sound, '-f', 'null'],
  };
}
