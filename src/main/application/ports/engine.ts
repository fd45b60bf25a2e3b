import type {
  Alarm,
  EngineStatus,
  LinkMethod,
  LinkParams,
  LinkResult,
  Meters,
  StreamAddresses,
} from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { Answer } from '../refusal.ts';

/** The engine's latest word about itself. */
export interface HeardStatus {
  readonly status: EngineStatus;
  /** When it was heard, UTC. */
  readonly heardAt: Milliseconds;
}

/** Who wants to hear from the engine. No method may throw. */
export interface EngineListener {
  /** The link was made, for the first time or again. */
  readonly connected: () => void;
  readonly disconnected: () => void;
  readonly statusHeard: (heard: HeardStatus) => void;
  /** There is evidence up to record `seq`. */
  readonly evidenceWritten: (seq: number) => void;
  /** For whoever wants to know: levels, 25 times a second, and what became of an alarm. */
  readonly metersHeard?: (meters: Meters) => void;
  readonly alarmHeard?: (alarm: Alarm) => void;
}

/** The engine, as main knows it: a process of its own that goes on when main is gone. */
export interface Engine {
  /**
   * Asks the engine for something. Refused as ENGINE_UNREACHABLE when it can't be asked or does not answer in time; it may then have been
   * done all the same. Never throws.
   */
  readonly call: <M extends LinkMethod>(method: M, params: LinkParams<M>) => Promise<Answer<LinkResult<M>>>;
  readonly isConnected: () => boolean;
  /** null until the engine was first heard. */
  readonly lastStatus: () => HeardStatus | null;
  /** null until the engine was first reached. */
  readonly addresses: () => StreamAddresses | null;
  /** Answers with how to stop listening. */
  readonly listen: (listener: EngineListener) => () => void;
}
