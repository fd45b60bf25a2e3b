import type { Decibels, FrameRate, Milliseconds } from '../../../shared/time/index.ts';

/** How one version of a file is known again without reading it all. */
export interface FileIdentity {
  /** Absolute, as this machine's file system names it. */
  readonly path: string;
  readonly sizeBytes: number;
  /** The file system's time of the last change, whole milliseconds. */
  readonly modifiedAt: Milliseconds;
  /** SHA-256 over the size and samples of the content, hexadecimal: equal for a file that was moved or copied. */
  readonly fingerprint: string;
}

/** The picture of a media file, as measured. */
export interface PictureFacts {
  readonly codec: string;
  /** Stored pixels, before rotation and before the pixels' own shape. */
  readonly width: number;
  readonly height: number;
  /** Width over height of one pixel: 1/1 when square or untold. */
  readonly pixelAspect: { readonly num: number; readonly den: number };
  /** The rate the container is made for, which is what every frame's time is a multiple of. */
  readonly nominalRate: FrameRate | null;
  /** Frames over length. It differs from the nominal rate when the rate varies. */
  readonly averageRate: FrameRate | null;
  readonly isInterlaced: boolean;
  /** Clockwise turn to show it upright. */
  readonly rotationDegrees: 0 | 90 | 180 | 270;
}

/** The sound of a media file, as measured: its first audio stream. */
export interface SoundFacts {
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
}

/** How loud a file is over its whole length (EBU R 128); null when it is silent or has no sound. */
export interface Loudness {
  /** Integrated loudness in LUFS. */
  readonly integratedLufs: number;
  /** The highest peak between samples, dBTP. */
  readonly truePeakDb: Decibels;
}

/** A chapter as a container names it. */
export interface ChapterFacts {
  readonly from: Milliseconds;
  readonly title: string | null;
}

/** A stretch [from, until) of a file in which the picture is black or stands still, or the sound is silent; from its first picture. */
export interface UneventfulStretch {
  readonly type: 'black' | 'freeze' | 'silence';
  readonly from: Milliseconds;
  readonly until: Milliseconds;
}

/** What a container says about itself, before anything is decoded. */
export interface ProbedFacts {
  /** FFmpeg's short names of the format, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  /** What the container promises; null when it does not say. */
  readonly claimedDuration: Milliseconds | null;
  /** What it promises of the picture alone; null when it does not say. */
  readonly claimedPictureDuration: Milliseconds | null;
  readonly picture: PictureFacts | null;
  readonly sound: SoundFacts | null;
  readonly chapters: readonly ChapterFacts[];
}

/** What decoding a file from its start to its end showed. */
export interface DecodeFacts {
  readonly pictureFrames: number;
  /** When the last decoded picture or sound ends, counted from the first. */
  readonly decodedDuration: Milliseconds;
  /** How many times the decoders and the demuxer found what is on disk to be wrong. */
  readonly errorCount: number;
  /** How many of these came before the first picture: in a stream that was cut out of a longer one, of pictures that build on ones that are not there. */
  readonly openingErrorCount: number;
  /** The demuxer found that the file ends before it should. */
  readonly isCutShort: boolean;
  /** Whether the decoder got to the end of the file by itself. */
  readonly isFinished: boolean;
  readonly uneventful: readonly UneventfulStretch[];
  readonly loudness: Loudness | null;
}

/** The facts of a media file that was found fit to air. */
export interface MediaFile extends FileIdentity {
  readonly container: string;
  /** How much of it can be decoded, measured by decoding all of it; of a still picture, how long it is shown. */
  readonly duration: Milliseconds;
  /** Null when it is sound alone; a card with its title is drawn for it. */
  readonly picture: PictureFacts | null;
  readonly sound: SoundFacts | null;
  readonly loudness: Loudness | null;
}
