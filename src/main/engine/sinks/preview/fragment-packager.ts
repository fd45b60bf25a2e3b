import {
  type Burst,
  isPartOfPicture,
  ParameterSets,
  readElementaryStream,
  SAMPLES_PER_AAC_FRAME,
  splitAdts,
  splitAnnexB,
  TICKS_PER_SECOND,
  writeLengthPrefixed,
} from '../../hub/index.ts';
import { type Fragment, writePictureFragment, writeSoundFragment } from './fragment.ts';
import { describePreview, type PreviewFormat, type SoundFormat } from './preview-format.ts';

/** A picture lasts as long as the one before it did; the first, and one after a hole, as long as at 25 a second. */
const USUAL_TICKS = 3600;
const LONGEST_TICKS = 9000;
/** Timestamps of sound are rounded; what is this near to where the last sound ended follows it without a gap. */
const MOST_ROUNDING_SAMPLES = 96;

/** Rewrites bursts as movie fragments. */
export class FragmentPackager {
  readonly #parameters = new ParameterSets();
  #sound: SoundFormat | null = null;
  #format: PreviewFormat | null = null;
  #lastDts: number | null = null;
  #soundEndsAt = 0;

  /** What goes ahead of the fragments; null before a key frame and some sound were packaged. Another object whenever the stream changes its ways. */
  get format(): PreviewFormat | null {
    return this.#format;
  }

  /** The fragment of a burst; null when it holds nothing. */
  package(burst: Burst): Fragment | null {
    const data = readElementaryStream(burst);
    return burst.stream === 'video' ? this.#packagePicture(burst, data) : this.#packageSound(burst, data);
  }

  #packagePicture(burst: Burst, data: Buffer): Fragment | null {
    const units = splitAnnexB(data);
    if (this.#parameters.learn(units)) this.#describe();
    const sample = writeLengthPrefixed(units.filter(isPartOfPicture));
    if (sample.length === 0) return null;
    const step = this.#lastDts === null ? 0 : burst.dts - this.#lastDts;
    this.#lastDts = burst.dts;
    const duration = step > 0 && step <= LONGEST_TICKS ? step : USUAL_TICKS;
    const { isKeyFrame, frame } = burst;
    const shownAfter = burst.pts - burst.dts;
    const bytes = writePictureFragment({ data: sample, duration, compositionOffset: shownAfter, isKeyFrame });
    return { track: 'video', decodeTime: burst.dts, timescale: TICKS_PER_SECOND, frame, shownAfter, isKeyFrame, bytes };
  }

  #packageSound(burst: Burst, data: Buffer): Fragment | null {
    const aacFrames = splitAdts(data);
    const [first] = aacFrames;
    if (first === undefined) return null;
    this.#learnSound(first);
    const bytes = writeSoundFragment(aacFrames.map((frame) => frame.data));
    const decodeTime = this.#placeSound(burst.pts, first.sampleRate);
    this.#soundEndsAt = decodeTime + aacFrames.length * SAMPLES_PER_AAC_FRAME;
    return { track: 'audio', decodeTime, timescale: first.sampleRate, frame: burst.frame, shownAfter: 0, isKeyFrame: false, bytes };
  }

  #placeSound(pts: number, sampleRate: number): number {
    const told = Math.round((pts * sampleRate) / TICKS_PER_SECOND);
    return Math.abs(told - this.#soundEndsAt) <= MOST_ROUNDING_SAMPLES ? this.#soundEndsAt : told;
  }

  #learnSound({ config, sampleRate, channels }: SoundFormat): void {
    if (this.#sound?.config === config) return;
    this.#sound = { config, sampleRate, channels };
    this.#describe();
  }

  #describe(): void {
    const { sps, pps } = this.#parameters;
    this.#format = this.#sound === null || sps.length === 0 ? null : describePreview(sps, pps, this.#sound);
  }
}
