import type { Evidence } from '../src/shared/engine-protocol/index.ts';
import type { Frames } from '../src/shared/time/index.ts';
import type { ReceiverFinding } from './receivers/index.ts';

/** A piece of the channel's stream on disk: MPEG-TS that begins with a key frame, the one of this number. */
export interface Tape {
  readonly path: string;
  readonly firstFrame: Frames;
  /** The channel's number of a frame that would have this one, had the clock never been set since the tape began. */
  readonly channelOf: (frame: Frames) => Frames;
}

/** Memory at one moment: of the engine, and of it with all its children. */
export interface MemorySample {
  readonly atMs: number;
  readonly bytes: number;
  readonly treeBytes: number;
}

/** What a soak left to be examined. */
export interface SoakRun {
  readonly tapes: readonly Tape[];
  readonly evidence: readonly Evidence[];
  /** Lines of the journal that are torn, changed, or out of their chain. */
  readonly brokenRecords: number;
  readonly memory: readonly MemorySample[];
  /** Processes that were left when the engine had gone. */
  readonly openProcesses: number;
  /** Discontinuities that the playlist told, ever, beyond the one that each restart of the engine may have. */
  readonly discontinuityTags: number;
  /** What was done to the channel. */
  readonly blows: readonly string[];
  readonly receivers: readonly ReceiverFinding[];
  readonly wallSeconds: number;
}
