import type { FrameRate } from '../../shared/time/index.ts';

/** The channel that the station runs. */
export interface Channel {
  readonly name: string;
  readonly rate: FrameRate;
  /** The zone (IANA) of its broadcast days until a plan names another. */
  readonly zone: string;
}
