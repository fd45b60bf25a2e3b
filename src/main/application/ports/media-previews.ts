import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import type { PictureFacts } from '../../domain/library/index.ts';

/** Which part of a film is asked for, in its own frames, counted from its first. */
export interface PreviewOrder {
  readonly from: Frames;
  readonly count: Frames;
  readonly rate: FrameRate;
  /** Null for sound alone, which is heard over black. */
  readonly picture: Pick<PictureFacts, 'isInterlaced'> | null;
  readonly hasSound: boolean;
}

/** Makes light copies of parts of films that any window can play. */
export interface MediaPreviews {
  /**
   * Fragmented MP4: H.264 within 640x360, and AAC in stereo if the film has sound. Its time 0 is the frame asked for, and every frame of the film is
   * one of it. Null when the file gives no picture there.
   * @throws MediaToolFailed; and the signal's reason when it is stopped
   */
  make(path: string, order: PreviewOrder, signal: AbortSignal): Promise<Uint8Array | null>;
}
