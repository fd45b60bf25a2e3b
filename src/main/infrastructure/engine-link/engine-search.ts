import type { ChildProcess } from 'node:child_process';
import { uptime } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { LINK_PROTOCOL, type LinkResult } from '../../../shared/engine-protocol/index.ts';
import type { Log } from '../../application/ports/log.ts';
import { endProcess, isProcessAlive, untilProcessEnds } from '../system/process-life.ts';
import { type EngineAddress, readEngineAddress } from './engine-address.ts';
import { type EngineLaunch, startEngineProcess } from './engine-process.ts';
import { LinkConnection, type LinkEventHandler } from './link-connection.ts';

/** How long an engine may take to say hello. */
const HELLO_TIMEOUT_MS = 2_000;

/** How long an engine that was just started may take until it can be reached; then it is given up. */
const START_TIMEOUT_MS = 20_000;

/** How long one that was told to leave may take. */
const LEAVE_TIMEOUT_MS = 10_000;

/** How often a live engine that does not answer is tried again before another one is started: some three seconds in all. */
const PATIENT_TRIES = 6;

const POLL_MS = 50;

/** A link that was made, and who is at its other end. */
export interface ReachedEngine {
  readonly connection: LinkConnection;
  readonly hello: LinkResult<'hello'>;
}

/** Finds the engine that runs, or starts one. */
export class EngineSearch {
  readonly #launch: EngineLaunch;
  readonly #onEvent: LinkEventHandler;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  #child: ChildProcess | null = null;

  /** @param signal ends the search */
  constructor(launch: EngineLaunch, onEvent: LinkEventHandler, log: Log, signal: AbortSignal) {
    this.#launch = launch;
    this.#onEvent = onEvent;
    this.#log = log;
    this.#signal = signal;
  }

  /** The engine process that this one started last, if it still runs. */
  livingChild(): number | null {
    const pid = this.#child?.pid;
    return pid !== undefined && isProcessAlive(pid) ? pid : null;
  }

  /** One try. Answers with null when no engine could be reached. @param failures how many tries in a row have failed */
  async reach(failures: number): Promise<ReachedEngine | null> {
    const address = await readEngineAddress(this.#launch.engineFolder);
    const running = address === null ? null : await this.#attach(address);
    if (running !== null || this.#signal.aborted) return running;
    // It may be one that is just starting, or busy for a moment.
    if (address !== null && mayBeAlive(address) && failures < PATIENT_TRIES) return null;
    return this.#startAnother();
  }

  async #startAnother(): Promise<ReachedEngine | null> {
    const child = startEngineProcess(this.#launch);
    this.#child = child;
    child.on('error', (error) => this.#log.error('The engine could not be started', { error }));
    child.on('exit', (code, signal) => this.#log.info('An engine ended', { pid: child.pid, code, signal }));
    this.#log.info('An engine was started', { pid: child.pid });
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!this.#signal.aborted && this.livingChild() !== null && performance.now() < deadline) {
      const address = await readEngineAddress(this.#launch.engineFolder);
      const reached = address?.pid === child.pid && address !== null ? await this.#attach(address) : null;
      if (reached !== null) return reached;
      await pause(POLL_MS);
    }
    const pid = this.livingChild();
    if (pid !== null && !this.#signal.aborted) await endProcess(pid, LEAVE_TIMEOUT_MS);
    return null;
  }

  async #attach(address: EngineAddress): Promise<ReachedEngine | null> {
    const connection = await LinkConnection.open(address.socket, this.#onEvent, this.#log);
    if (connection === null) return null;
    const hello = await connection.call('hello', { protocol: LINK_PROTOCOL }, HELLO_TIMEOUT_MS);
    if (hello.ok && hello.value.protocol === LINK_PROTOCOL && hello.value.rate === this.#launch.config().rate)
      return { connection, hello: hello.value };
    this.#log.warn('An engine was found that does not speak as this station does', { address, hello });
    if (hello.ok) await this.#sendAway(connection, hello.value.pid);
    connection.close();
    return null;
  }

  /** An engine of another version can't be told what to air, and frames of another rate have other numbers: it makes room for one of our own. */
  async #sendAway(connection: LinkConnection, pid: number): Promise<void> {
    await connection.call('leaveAir', { cause: 'schedule' }, LEAVE_TIMEOUT_MS);
    if (!(await untilProcessEnds(pid, LEAVE_TIMEOUT_MS))) await endProcess(pid, LEAVE_TIMEOUT_MS);
  }
}

/** Whether the process may be the one that wrote the address: it lives, and the machine was not started again since. */
function mayBeAlive({ pid, startedAt }: EngineAddress): boolean {
  const bootedAt = Date.now() - uptime() * 1000;
  return startedAt > bootedAt && isProcessAlive(pid);
}
