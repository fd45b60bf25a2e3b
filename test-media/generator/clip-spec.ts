import type { FrameRate } from '../../src/shared/time/index.ts';

/** How the sound of a clip is laid out; every channel but the LFE carries the same. */
export type ClipSound = 'stereo' | 'mono' | '5.1' | 'none';

/** What a coded clip is to be. */
export interface ClipSpec {
  /** 0 to 1023. */
  readonly clipId: number;
  readonly frames: number;
  readonly rate: FrameRate;
  readonly width: number;
  readonly height: number;
  readonly audio: ClipSound;
  /** Hertz; 48,000 when left out. */
  readonly sampleRate?: number;
  /** x264 (ultrafast) when left out. */
  readonly videoCodec?: 'libx264' | 'mpeg2video' | 'mpeg4';
  /** AAC when left out. */
  readonly audioCodec?: 'aac' | 'pcm_s16le' | 'mp2' | 'ac3';
  /** yuv420p when left out. */
  readonly pixelFormat?: 'yuv420p' | 'yuv422p' | 'yuv444p' | 'yuv420p10le';
  /** The shape of a pixel, `64:45` for a wide-screen PAL picture. Square when left out. */
  readonly sar?: string;
  /** Top field first; both fields of a frame carry the same number. */
  readonly interlaced?: boolean;
  /** Degrees clockwise that a player has to turn the stored picture; width and height are those a viewer sees. */
  readonly rotation?: 0 | 90 | 180 | 270;
  /** Leaves out every fifth frame but keeps the times of the others, as a phone's variable rate does. */
  readonly variableRate?: boolean;
}

/** A clip and where to put it. The container follows the name: .mp4, .mov, .mkv, .ts, .avi. */
export interface CodedClip extends ClipSpec {
  readonly path: string;
}
