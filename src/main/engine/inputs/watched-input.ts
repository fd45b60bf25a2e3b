import type { Input, InputStatus } from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import type { LiveStream } from './live-stream.ts';
import type { StreamFacts } from './stream-facts.ts';

/** What inputs need of the engine. */
export interface InputTools {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** A clock that never steps; its zero means nothing. */
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
}

/** An input that is watched: how it does, what it looks like, and its stream for whoever wants to air it. */
export interface WatchedInput {
  readonly input: Input;
  readonly stream: LiveStream;
  /** null while nothing comes, or while it isn't known yet what it is. */
  readonly facts: StreamFacts | null;
  /** The latest picture as a small JPEG; null: there is none. */
  readonly thumbnail: Buffer | null;
  status(): InputStatus;
  /** Settles when something about the source has changed. */
  changed(): Promise<void>;
  /** Lets go of the source. Settles when no child is left. */
  close(): Promise<void>;
}
