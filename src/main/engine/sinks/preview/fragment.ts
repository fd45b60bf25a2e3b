import type { Frames } from '../../../../shared/time/index.ts';
import { box, fullBox, uint32, zeros } from './mp4-box.ts';
import { SAMPLE_FLAGS, TRACK } from './preview-format.ts';

/** One picture, or a little sound, as a movie fragment of its own. The same for every viewer but for its time. */
export interface Fragment {
  readonly track: keyof typeof TRACK;
  /** When it is decoded, in units of `timescale`, on the stream's own time; never wraps. */
  readonly decodeTime: number;
  readonly timescale: number;
  /** The channel's frame that it shows or is heard with. */
  readonly frame: Frames;
  /** How long after it is decoded it is shown, in units of `timescale`. */
  readonly shownAfter: number;
  /** Whether a viewer can begin here. */
  readonly isKeyFrame: boolean;
  /** moof and mdat, with no time in it yet. */
  readonly bytes: Buffer;
}

/** Where the time stands in a fragment's bytes: behind moof, mfhd, traf, tfhd and tfdt's own head. */
const TIME_AT = 8 + 16 + 8 + 16 + 12;
const DEFAULT_BASE_IS_MOOF = 0x2_0000;
/** Of trun (ISO/IEC 14496-12, 8.8.8): offset of the data; each sample's duration, size, flags and composition offset. */
const RUN = { dataOffset: 0x1, duration: 0x100, size: 0x200, flags: 0x400, composition: 0x800 } as const;

/** A picture as it stands in the stream. Times in 90 kHz ticks. */
export interface PictureSample {
  readonly data: Buffer;
  readonly duration: number;
  /** How long after it is decoded it is shown. */
  readonly compositionOffset: number;
  readonly isKeyFrame: boolean;
}

/** The bytes of a fragment of one picture. */
export function writePictureFragment({ data, duration, compositionOffset, isKeyFrame }: PictureSample): Buffer {
  const flags = RUN.dataOffset | RUN.duration | RUN.size | RUN.flags | RUN.composition;
  const composition = Buffer.alloc(4);
  composition.writeInt32BE(compositionOffset, 0);
  const sample = [uint32(duration, data.length, isKeyFrame ? SAMPLE_FLAGS.key : SAMPLE_FLAGS.other), composition];
  return writeFragment(TRACK.video, flags, 1, Buffer.concat(sample), [data]);
}

/** The bytes of a fragment of frames of AAC. */
export function writeSoundFragment(aacFrames: readonly Buffer[]): Buffer {
  const sizes = uint32(...aacFrames.map(({ length }) => length));
  return writeFragment(TRACK.audio, RUN.dataOffset | RUN.size, aacFrames.length, sizes, aacFrames);
}

/** A fragment's bytes with its time, counted from a viewer's own beginning. A copy. */
export function dateFragment(fragment: Fragment, decodeTime: number): Buffer {
  const bytes = Buffer.from(fragment.bytes);
  bytes.writeBigUInt64BE(BigInt(decodeTime), TIME_AT);
  return bytes;
}

function writeFragment(track: number, flags: number, count: number, samples: Buffer, data: readonly Buffer[]): Buffer {
  const head = fullBox('tfhd', 0, DEFAULT_BASE_IS_MOOF, uint32(track));
  const time = fullBox('tfdt', 1, 0, zeros(8));
  const moofLength = TIME_AT + 8 + 20 + samples.length;
  const run = fullBox('trun', 1, flags, uint32(count, moofLength + 8), samples);
  // The order of fragments is that of their arrival: their numbers tell nothing and stay the same for all.
  return Buffer.concat([box('moof', fullBox('mfhd', 0, 0, uint32(1)), box('traf', head, time, run)), box('mdat', ...data)]);
}
