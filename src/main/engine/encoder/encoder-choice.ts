import { isDeepStrictEqual } from 'node:util';
import type { EngineConfig, VideoEncoder } from '../../../shared/engine-protocol/index.ts';
import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import { ENCODER_NAMES, type VideoSettings } from './video-arguments.ts';
import { videoLadder } from './video-ladder.ts';

/** What can be changed about an encoder while the channel is on air. */
export type EncoderSettings = Pick<EngineConfig, 'video' | 'audio'>;

/** A device that is lost again this soon is not coming back by being asked. */
const AGAIN_MS = 60_000;

/** Which encoder the channel has: the chosen one, or what stands in for it since it failed. A new choice begins at the top again. */
export class EncoderChoice {
  readonly #rate: FrameRate;
  #chosen: EncoderSettings;
  #wanted: EncoderSettings | null = null;
  #standIn: VideoSettings | null = null;
  #hasFailedLately = false;

  constructor({ video, audio }: EncoderSettings, rate: FrameRate) {
    this.#chosen = { video, audio };
    this.#rate = rate;
  }

  /** What to encode with now. */
  get settings(): EncoderSettings {
    return { ...this.#chosen, video: this.#standIn ?? this.#chosen.video };
  }

  get encoder(): VideoEncoder {
    return this.settings.video.encoder;
  }

  /** The encoder that was chosen, when another one stands in for it. */
  get standsInFor(): VideoEncoder | null {
    const { encoder } = this.#chosen.video;
    return encoder === this.encoder ? null : encoder;
  }

  /** Why the channel is not encoded as it was chosen; empty when it is. */
  get reason(): string {
    if (this.#standIn === null) return '';
    const name = ENCODER_NAMES[this.#chosen.video.encoder];
    return this.standsInFor === null
      ? `${name} did not take the tune or the profile and encodes without them`
      : `${name} does not work and x264 stands in for it`;
  }

  /** Whether there is a new choice that was not applied yet. */
  get isChanged(): boolean {
    return this.#wanted !== null;
  }

  /** Makes a new choice, to be applied when its time has come. The one that holds already is none. */
  choose({ video, audio }: EncoderSettings): void {
    const wanted = { video, audio };
    this.#wanted = isDeepStrictEqual(wanted, this.#chosen) ? null : wanted;
  }

  /** Makes the new choice the one to encode with. */
  apply(): void {
    this.#chosen = this.#wanted ?? this.#chosen;
    this.#wanted = null;
    this.#standIn = null;
    this.#hasFailedLately = false;
  }

  /**
   * Says that the encoder was lost after so many frames. Returns whether another one stands in from now on: for one that never gave a picture,
   * and for a device that is lost twice in a short time.
   */
  lost(hasGivenPictures: boolean, lasted: Frames): boolean {
    const isAgain = this.#hasFailedLately && lasted < framesIn(AGAIN_MS, this.#rate);
    this.#hasFailedLately = true;
    const standIn = this.#standIn === null ? videoLadder(this.#chosen.video)[1] : undefined;
    const isDevice = this.encoder !== 'x264';
    if (standIn === undefined || (hasGivenPictures && !(isDevice && isAgain))) return false;
    this.#standIn = standIn;
    return true;
  }
}
