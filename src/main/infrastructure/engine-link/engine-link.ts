import { setTimeout as pause } from 'node:timers/promises';
import {
  LINK_EVENTS,
  type LinkMethod,
  type LinkParams,
  type LinkResult,
  type StreamAddresses,
} from '../../../shared/engine-protocol/index.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Engine, EngineListener, HeardStatus } from '../../application/ports/engine.ts';
import type { Log } from '../../application/ports/log.ts';
import { type Answer, granted, refused } from '../../application/refusal.ts';
import { endProcess, untilProcessEnds } from '../system/process-life.ts';
import { backOffMs } from './back-off.ts';
import type { EngineLaunch } from './engine-process.ts';
import { EngineSearch, type ReachedEngine } from './engine-search.ts';
import type { LinkConnection } from './link-connection.ts';

/** How long a call may take: a take waits for its frame. */
const CALL_TIMEOUT_MS = 5_000;

/** How long leaving the air may take: streams are ended and children stopped. */
const LEAVE_TIMEOUT_MS = 10_000;

/** A link that holds this long is well; one that does not is made again after a wait. */
const STEADY_MS = 1_000;

const UNREACHABLE = refused('ENGINE_UNREACHABLE', 'The engine can not be reached');

/**
 * Main's end of the link: finds the engine that runs or starts one, keeps hold of it, and starts another when it dies. The engine does
 * not depend on any of this: it goes on when the link is gone.
 */
export class EngineLink implements Engine {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #listeners = new Set<EngineListener>();
  readonly #ending = new AbortController();
  readonly #search: EngineSearch;
  #supervision: Promise<void> = Promise.resolve();
  #reached: ReachedEngine | null = null;
  #lastStatus: HeardStatus | null = null;
  #addresses: StreamAddresses | null = null;

  constructor(launch: EngineLaunch, clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#search = new EngineSearch(launch, this.#heard, log, this.#ending.signal);
  }

  /**
   * Attaches to the running engine, or starts one, and from then on sees to it that there is one. Answers as soon as the engine was
   * reached; refused as ENGINE_UNREACHABLE when that takes longer than `timeoutMs`, but goes on trying.
   */
  readonly start = async (timeoutMs: number): Promise<Answer<StreamAddresses>> => {
    this.#supervision = this.#supervise();
    const deadline = performance.now() + timeoutMs;
    while (this.#reached === null && performance.now() < deadline && !this.#ending.signal.aborted) await this.#pause(20);
    return this.#reached === null
      ? refused('ENGINE_UNREACHABLE', `The engine was not there after ${timeoutMs} ms`)
      : granted(this.#reached.hello.addresses);
  };

  readonly call = <M extends LinkMethod>(method: M, params: LinkParams<M>): Promise<Answer<LinkResult<M>>> =>
    this.#reached === null ? Promise.resolve(UNREACHABLE) : this.#reached.connection.call(method, params, CALL_TIMEOUT_MS);

  readonly isConnected = (): boolean => this.#reached !== null;
  readonly lastStatus = (): HeardStatus | null => this.#lastStatus;
  readonly addresses = (): StreamAddresses | null => this.#addresses;

  readonly listen = (listener: EngineListener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Lets go of the engine, which plays on. */
  readonly detach = async (): Promise<void> => {
    this.#ending.abort();
    this.#reached?.connection.close();
    await this.#supervision;
  };

  /** Has the engine leave the air and waits until its process is gone. One that does not go is ended by force. */
  readonly leaveAir = async (cause: string): Promise<void> => {
    this.#ending.abort();
    const pid = this.#reached?.hello.pid ?? null;
    const hasLeft = this.#reached !== null && (await this.#leave(this.#reached.connection, cause));
    await this.detach();
    const remaining = pid ?? this.#search.livingChild();
    if (remaining === null || (hasLeft && (await untilProcessEnds(remaining, LEAVE_TIMEOUT_MS)))) return;
    this.#log.warn('The engine did not go by itself', { pid: remaining });
    await endProcess(remaining, LEAVE_TIMEOUT_MS);
  };

  async #leave(connection: LinkConnection, cause: string): Promise<boolean> {
    const answer = await connection.call('leaveAir', { cause }, LEAVE_TIMEOUT_MS);
    if (!answer.ok) this.#log.warn('The engine could not be asked to leave the air', { code: answer.code, message: answer.message });
    return answer.ok;
  }

  async #supervise(): Promise<void> {
    let failures = 0;
    while (!this.#ending.signal.aborted) {
      const since = performance.now();
      const hasReached = await this.#holdOn(failures).catch((error: unknown) => {
        this.#log.error('The engine could not be looked for', { error });
        return false;
      });
      failures = hasReached && performance.now() - since > STEADY_MS ? 0 : failures + 1;
      await this.#pause(backOffMs(failures));
    }
  }

  /** Reaches an engine and holds on to it until the link is gone. False when none could be reached. */
  async #holdOn(failures: number): Promise<boolean> {
    const reached = await this.#search.reach(failures);
    if (reached === null) return false;
    if (this.#ending.signal.aborted) reached.connection.close();
    this.#reached = reached;
    this.#addresses = reached.hello.addresses;
    this.#log.info('The engine was reached', { pid: reached.hello.pid, version: reached.hello.version });
    this.#tell((listener) => listener.connected());
    await reached.connection.closed;
    this.#reached = null;
    this.#log.info('The link to the engine is gone', { pid: reached.hello.pid });
    this.#tell((listener) => listener.disconnected());
    return true;
  }

  readonly #heard = (name: string, data: unknown): void => {
    if (name === 'status') this.#statusHeard(data);
    else if (name === 'evidence') {
      const { seq } = LINK_EVENTS.evidence.parse(data);
      this.#tell((listener) => listener.evidenceWritten(seq));
    } else if (name === 'meters') {
      const meters = LINK_EVENTS.meters.parse(data);
      this.#tell((listener) => listener.metersHeard?.(meters));
    } else if (name === 'alarm') {
      const alarm = LINK_EVENTS.alarm.parse(data);
      this.#tell((listener) => listener.alarmHeard?.(alarm));
    }
  };

  #statusHeard(data: unknown): void {
    const heard = { status: LINK_EVENTS.status.parse(data), heardAt: this.#clock.now() };
    this.#lastStatus = heard;
    this.#tell((listener) => listener.statusHeard(heard));
  }

  #tell(word: (listener: EngineListener) => void): void {
    for (const listener of this.#listeners) word(listener);
  }

  async #pause(ms: number): Promise<void> {
    // Only the end of everything cuts it short, and whoever waits looks for that next.
    await pause(ms, undefined, { signal: this.#ending.signal }).catch(() => undefined);
  }
}
