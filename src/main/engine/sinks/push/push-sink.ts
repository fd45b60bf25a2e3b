import { redactUrl } from '../../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../../shared/time/index.ts';
import { BackOff, type Burst, type EngineLog, type Sink, type SinkStatus } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import type { ProcessExit } from '../../processes/supervised-process.ts';
import { type PushOutput, pushArguments, secretsOf } from './push-arguments.ts';
import { PUSH_FAILURE_WORDS, type PushFailure, readPushFailure, redactWords } from './push-failure.ts';
import { PushRun } from './push-run.ts';

/** What pushes need of the engine. */
export interface PushTools {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** A clock that never steps. */
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
}

/**
 * Sends the channel to one place through an FFmpeg of its own. When that ends, or takes nothing any more, it is started again at a key frame
 * after 1 to 30 s; what could not be sent meanwhile is lost to that place and to nobody else.
 */
export class PushSink implements Sink {
  readonly id: string;
  readonly type = 'push';
  readonly #output: PushOutput;
  readonly #tools: PushTools;
  readonly #backOff = new BackOff();
  #run: PushRun | null = null;
  #failure: PushFailure | null = null;
  #bytesOfEndedRuns = 0;
  #isClosed = false;

  constructor(output: PushOutput, tools: PushTools) {
    this.id = output.id;
    this.#output = output;
    this.#tools = tools;
  }

  receive(burst: Burst): void {
    const now = this.#tools.now();
    if (this.#run?.isStuck(now)) this.#cutOff(this.#run);
    if (this.#run === null && burst.isKeyFrame && this.#backOff.remainingAt(now) === 0) this.#start(now);
    this.#run?.receive(burst, now);
  }

  restart(): void {
    this.#abandon(this.#run);
  }

  status(): SinkStatus {
    const bytesSent = this.#bytesOfEndedRuns + (this.#run?.bytesTaken ?? 0);
    return { id: this.id, type: this.type, ...this.#describe(), bytesSent, waitingBytes: this.#run?.waitingBytes ?? 0 };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const run = this.#run;
    this.#abandon(null);
    await run?.end();
  }

  #start(now: Milliseconds): void {
    const { ffmpegPath, children } = this.#tools;
    const isListener = this.#output.type === 'srt' && this.#output.mode === 'listener';
    const run = new PushRun({ name: `push ${this.id}`, ffmpegPath, args: pushArguments(this.#output), isListener, children });
    this.#run = run;
    this.#backOff.started(now);
    void run.exited.then((exit) => this.#ended(run, exit));
  }

  #ended(run: PushRun, exit: ProcessExit): void {
    if (this.#run !== run) return;
    const failure = exit.failure === null ? readPushFailure(exit.lastWords, run.isSending) : 'no-ffmpeg';
    this.#fail(failure, exit.failure === null ? exit.lastWords : [exit.failure]);
  }

  #cutOff(run: PushRun): void {
    this.#fail(run.isSending ? 'stalled' : 'unreachable', []);
    run.kill();
  }

  #fail(failure: PushFailure, lastWords: readonly string[]): void {
    this.#abandon(null);
    this.#failure = failure;
    this.#backOff.failed(this.#tools.now());
    const detail = { sink: this.id, to: redactUrl(this.#output.url), failures: this.#backOff.failures };
    const words = redactWords(lastWords, secretsOf(this.#output));
    this.#tools.log.warn(`A push ended. ${PUSH_FAILURE_WORDS[failure]}`, { ...detail, words });
  }

  /** Forgets the run, if there is one, and ends `run` at once. */
  #abandon(run: PushRun | null): void {
    this.#bytesOfEndedRuns += this.#run?.bytesTaken ?? 0;
    this.#run = null;
    run?.kill();
  }

  #describe(): Pick<SinkStatus, 'state' | 'detail'> {
    if (this.#isClosed) return { state: 'stopped', detail: 'Closed.' };
    const host = redactUrl(this.#output.url);
    if (this.#run?.isSending) return { state: 'running', detail: `Sending to ${host}` };
    const trouble = this.#failure === null ? '' : ` Last time: ${PUSH_FAILURE_WORDS[this.#failure]}`;
    if (this.#run === null && this.#failure !== null) return { state: 'backing-off', detail: this.#describeBackOff(this.#failure) };
    const isListener = this.#output.type === 'srt' && this.#output.mode === 'listener';
    const waiting = isListener ? `Waiting for a receiver to call ${host}.` : `Connecting to ${host}.`;
    return { state: 'starting', detail: waiting + trouble };
  }

  #describeBackOff(failure: PushFailure): string {
    const seconds = Math.ceil(this.#backOff.remainingAt(this.#tools.now()) / 1000);
    return `${PUSH_FAILURE_WORDS[failure]} ${seconds > 0 ? `Next try in ${seconds} s.` : 'Trying again.'}`;
  }
}
