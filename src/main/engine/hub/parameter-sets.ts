import { NAL, nalType } from './annex-b.ts';

/** The H.264 parameter sets that a stream announced last: what a decoder must know before the first picture. */
export class ParameterSets {
  #sps: Buffer = Buffer.alloc(0);
  #pps: Buffer = Buffer.alloc(0);

  /** The sequence parameter set; empty before there was one. */
  get sps(): Buffer {
    return this.#sps;
  }

  /** The picture parameter set; empty before there was one. */
  get pps(): Buffer {
    return this.#pps;
  }

  /** Looks through an access unit's NAL units. Returns whether they brought other sets than there were. */
  learn(units: readonly Buffer[]): boolean {
    const sps = units.find((unit) => nalType(unit) === NAL.sequenceParameters);
    const pps = units.find((unit) => nalType(unit) === NAL.pictureParameters);
    if (!sps || !pps || sps.length < 4 || (sps.equals(this.#sps) && pps.equals(this.#pps))) return false;
    this.#sps = sps;
    this.#pps = pps;
    return true;
  }
}

/** Whether a NAL unit is part of a picture as FLV and MP4 keep it: parameter sets travel apart, delimiters not at all. */
export function isPartOfPicture(unit: Buffer): boolean {
  const type = nalType(unit);
  return type !== NAL.delimiter && type !== NAL.sequenceParameters && type !== NAL.pictureParameters;
}
