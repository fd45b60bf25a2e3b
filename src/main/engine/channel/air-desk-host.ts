import type { Frames } from '../../../shared/time/index.ts';
import type { Cause } from './airing.ts';
import type { ChannelParts, RundownState } from './channel-parts.ts';

/** What the channel lets its desk do. */
export interface AirDeskHost {
  readonly parts: ChannelParts;
  state(): RundownState;
  /** The frame that is made next. */
  next(): Frames;
  /** Changes what the engine goes by and keeps over a restart. */
  change(change: Partial<RundownState>): void;
  /** Takes over what time alone has done: the next engine would find the same. */
  trim(change: Partial<RundownState>): void;
  /** The next frame begins a new airing for the reason `start`; what is on air ends for the reason `cut`. */
  interrupt(start: Cause, cut: Cause): void;
}
