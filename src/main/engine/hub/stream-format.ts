import { splitAdts } from './adts.ts';
import { splitAnnexB } from './annex-b.ts';
import type { Burst } from './burst.ts';
import { readElementaryStream } from './elementary-stream.ts';
import { ParameterSets } from './parameter-sets.ts';
import { readPictureSize } from './sps-size.ts';

/** What a player wants to be told of a stream before it reads any of it. */
export interface StreamFormat {
  /** Picture and sound as RFC 6381 names them: `avc1.64001f,mp4a.40.2`. */
  readonly codecs: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The format of a stream with this sequence parameter set, of which its profile, constraints and level are told (RFC 6381, 3.3), and this
 * AudioSpecificConfig, of which its object type is (its first five bits). The size is 0x0 when the set can't be read.
 */
export function describeStream(sps: Buffer, soundConfig: number): StreamFormat {
  const { width, height } = readPictureSize(sps) ?? { width: 0, height: 0 };
  return { codecs: `avc1.${sps.toString('hex', 1, 4)},mp4a.40.${soundConfig >> 11}`, width, height };
}

/** Reads the format off a stream as it passes: from each key frame, and from the first sound behind it. */
export class StreamFormatReader {
  readonly #parameters = new ParameterSets();
  #soundConfig: number | null = null;
  #isSoundDue = true;

  /** Null before a key frame and some sound have passed. */
  get format(): StreamFormat | null {
    const { sps } = this.#parameters;
    return this.#soundConfig === null || sps.length === 0 ? null : describeStream(sps, this.#soundConfig);
  }

  /** Takes a burst. */
  learn(burst: Burst): void {
    if (burst.isKeyFrame) {
      this.#parameters.learn(splitAnnexB(readElementaryStream(burst)));
      this.#isSoundDue = true;
    } else if (burst.stream === 'audio' && this.#isSoundDue) {
      const [first] = splitAdts(readElementaryStream(burst));
      if (first === undefined) return;
      this.#soundConfig = first.config;
      this.#isSoundDue = false;
    }
  }
}
