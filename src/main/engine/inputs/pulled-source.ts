import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputStatus } from '../../../shared/engine-protocol/index.ts';
import { BackOff } from '../hub/index.ts';
import { type ProcessExit, SupervisedProcess } from '../processes/supervised-process.ts';
import { Signal } from '../producers/signal.ts';
import { type PulledInput, receiverArguments, THUMBNAIL_FD } from './input-arguments.ts';
import { inputFailureWords } from './input-failure.ts';
import { InputHealth } from './input-health.ts';
import { InputPicture } from './input-picture.ts';
import { inputStatusOf } from './input-status-of.ts';
import { TransportStream } from './transport-stream.ts';
import type { InputTools, WatchedInput } from './watched-input.ts';

const STOP_GRACE_MS = 500;
const LOOK_MS = 1000;
/** A source that comes and then doesn't is given up after this, and called again. */
const LONGEST_SILENCE_MS = 8000;
/** While it is called: more than FFmpeg's own patience with most protocols. */
const LONGEST_CONNECTING_MS = 20_000;

/** An input that one FFmpeg fetches (SRT, an address, a device), started again with back-off for as long as the input is watched. */
export class PulledSource implements WatchedInput {
  readonly input: PulledInput;
  readonly stream = new TransportStream();
  readonly #tools: InputTools;
  readonly #health = new InputHealth();
  readonly #picture: InputPicture;
  readonly #change = new Signal();
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;
  #receiver: SupervisedProcess | null = null;
  #backOff = new BackOff();
  #startedAt = 0;
  #failure: string | null = null;

  constructor(input: PulledInput, tools: InputTools) {
    this.input = input;
    this.#tools = tools;
    this.#picture = new InputPicture(tools.now, () => this.#change.notify());
    this.#running = this.#run();
  }

  get facts() {
    return this.#picture.facts;
  }

  get thumbnail() {
    return this.#picture.thumbnail;
  }

  status(): InputStatus {
    return inputStatusOf(this.input, this.#health.at(this.#tools.now()), this.#picture, this.#idle());
  }

  changed(): Promise<void> {
    return this.#change.next();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#receiver?.stop(STOP_GRACE_MS);
    await this.#running;
    this.#change.notify();
  }

  #idle(): Pick<InputStatus, 'state' | 'detail'> {
    if (this.#failure !== null && this.#receiver === null) return { state: 'failed', detail: this.#failure };
    if (this.#waitsForOther()) return { state: 'waiting', detail: 'Nobody sends to this input yet.' };
    return { state: 'connecting', detail: this.#failure ?? '' };
  }

  /** Whether the other side comes when it likes, so that waiting for it is no fault. */
  #waitsForOther(): boolean {
    const { input } = this;
    return input.type === 'srt' ? input.mode === 'listener' : input.type === 'url' && /^(udp|rtp):/.test(input.url);
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    const { now, log } = this.#tools;
    while (!signal.aborted) {
      this.#backOff.started(now());
      const exit = await this.#receive();
      if (signal.aborted) return;
      this.#failure = exit.failure === null ? inputFailureWords(exit.lastWords, this.#hasCome) : 'FFmpeg can not be started.';
      // What came well has recovered: its sender may be back at once.
      if (this.#health.at(now()).secondsStable >= this.input.stableAfterSeconds) this.#backOff = new BackOff();
      this.#backOff.failed(now());
      if (this.#backOff.failures === 1) log.warn('A live input is gone', { input: this.input.id, why: this.#failure });
      this.#lose();
      await pause(this.#backOff.remainingAt(now()), null, { signal }).catch(() => undefined);
    }
  }

  get #hasCome(): boolean {
    return Number.isFinite(this.#health.heardAt);
  }

  async #receive(): Promise<ProcessExit> {
    const { ffmpegPath: command, children, now } = this.#tools;
    const args = receiverArguments(this.input, process.platform);
    const receiver = new SupervisedProcess({ name: 'input', command, args, stdin: 'ignore', stdout: 'pipe', furtherPipes: 1, children });
    this.#receiver = receiver;
    this.#startedAt = now();
    this.#picture.watch(receiver.child.stderr, receiver.child.stdio[THUMBNAIL_FD] as Readable);
    receiver.child.stdout?.on('data', (chunk: Buffer) => {
      const at = now();
      this.#health.heard(chunk.length, at);
      this.stream.receive(chunk, at);
    });
    const watch = setInterval(() => this.#killIfStuck(receiver), LOOK_MS);
    const exit = await receiver.exited;
    clearInterval(watch);
    this.#receiver = null;
    return exit;
  }

  #killIfStuck(receiver: SupervisedProcess): void {
    const now = this.#tools.now();
    const isSilent = this.#hasCome && now - this.#health.heardAt > LONGEST_SILENCE_MS;
    const isNotComing = !this.#hasCome && !this.#waitsForOther() && now - this.#startedAt > LONGEST_CONNECTING_MS;
    if (isSilent || isNotComing) receiver.kill();
  }

  #lose(): void {
    this.#health.gone();
    this.#picture.forget();
    this.stream.end();
    this.#change.notify();
  }
}
