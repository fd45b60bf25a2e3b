import type { Frames } from '../../../shared/time/index.ts';

/**
 * What sinks receive: one whole PES packet (an encoded picture, or a little sound) in TS packets, with the tables that
 * happen to follow it. The one that begins a key frame opens with PAT and PMT, so that a file or a stream can start there.
 */
export interface Burst {
  readonly stream: 'video' | 'audio';
  /** Runs of whole TS packets, shared by all sinks: never to be written to. */
  readonly packets: readonly Buffer[];
  readonly byteLength: number;
  /** When it is shown, in 90 kHz ticks that never wrap. */
  readonly pts: number;
  /** When it is decoded, in the same ticks. */
  readonly dts: number;
  /** The channel's frame on air at `pts`. */
  readonly frame: Frames;
  /** Whether decoding can start here. Always false for sound. */
  readonly isKeyFrame: boolean;
}
