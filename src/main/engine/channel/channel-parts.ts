import type { EngineConfig, EngineStatus, Override, Rundown } from '../../../shared/engine-protocol/index.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { FrameClock } from '../clock/frame-clock.ts';
import type { StreamLine } from '../clock/stream-line.ts';
import type { Encoder } from '../encoder/encoder.ts';
import type { EvidenceLog } from '../evidence/evidence-log.ts';
import type { EngineLog } from '../hub/index.ts';
import type { LiveInputs } from '../inputs/index.ts';
import type { Filler } from '../mixer/filler.ts';
import type { MixedFrame, Mixer } from '../mixer/mixer.ts';
import type { FrameFormat } from '../producers/frame-format.ts';
import type { Airing } from './airing.ts';
import type { SourceOpener } from './source-opener.ts';
import type { Stage } from './stage.ts';

/** What the engine knows of its rundown and keeps over a restart. */
export interface RundownState {
  readonly rundown: Rundown;
  /** The evidence of the last change that the engine made to the rundown itself; 0: none. */
  readonly changedAtSeq: number;
  /** What stands over the rundown; null: nothing does. */
  readonly override: Override | null;
}

/** Keeps what the engine needs when it is started again. Both return at once; the last word wins. */
export interface ChannelMemory {
  saveRundown(state: RundownState): void;
  savePosition(frame: Frames, airing: Airing): void;
}

/** Sees every frame that was made, for measuring. Called in the tick: it neither waits nor throws, and allocates as little as can be. */
export interface FrameWatch {
  /** `isOrderedRest`: the slate is on air because it was planned, or taken by hand. */
  saw(frame: Frames, lateMs: Milliseconds, mixed: MixedFrame, isOrderedRest: boolean): void;
}

/** What a channel is made of. */
export interface ChannelParts {
  readonly config: EngineConfig;
  readonly format: FrameFormat;
  readonly clock: FrameClock;
  readonly line: StreamLine;
  readonly opener: SourceOpener;
  readonly inputs: LiveInputs;
  readonly stage: Stage;
  readonly filler: Filler;
  readonly mixer: Mixer;
  readonly encoder: Encoder;
  readonly evidence: EvidenceLog;
  readonly memory: ChannelMemory;
  readonly watch: FrameWatch;
  readonly log: EngineLog;
  /** The outputs' own word. */
  readonly sinks: () => EngineStatus['sinks'];
}
