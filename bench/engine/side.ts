import type { FrameFormat } from '../../src/main/engine/producers/frame-format.ts';
import type { EngineConfig } from '../../src/shared/engine-protocol/index.ts';
import type { Roles } from '../processes/cpu-account.ts';

/** What both sides are given. */
export interface SidePlan {
  /** The side's own folder. */
  readonly folder: string;
  readonly clips: readonly string[];
  readonly config: EngineConfig;
  readonly format: FrameFormat;
}

/** One of the two that are compared, running. */
export interface Side {
  /** The process that everything of this side descends from. */
  readonly pid: number;
  readonly roles: Roles;
  /** The number of the last frame it coded: what tells that it keeps up. @throws BenchRefused when it has ended */
  readonly frame: () => number;
  /** How often its air was disturbed since the start, by what: frames held, encoder restarts. */
  readonly disturbances: () => Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
}
