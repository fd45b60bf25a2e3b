import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { FrameRate, Milliseconds } from '../../../../shared/time/index.ts';
import {
  BackOff,
  BoundedFeed,
  type Burst,
  type EngineLog,
  type Sink,
  type SinkStatus,
  StreamHub,
  TICKS_PER_SECOND,
} from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { type ProcessExit, SupervisedProcess } from '../../processes/supervised-process.ts';
import { type HlsSink, openHlsSink } from '../hls/index.ts';
import { type RenditionPlan, renditionArguments } from './rendition-arguments.ts';
import { StreamDates } from './stream-dates.ts';

/** One that takes nothing for so long is started again. */
const LONGEST_STALL_MS = 6000;
/** How often one that ends is asked whether it has taken what waits. */
const DRAIN_LOOK_MS = 20;

/** What a rendition is made with and where its HLS goes. */
export interface RenditionOptions {
  readonly id: string;
  readonly plan: RenditionPlan;
  readonly hls: Omit<Parameters<typeof openHlsSink>[0], 'id' | 'log'>;
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** A clock that never steps. */
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
}

/** Opens a rendition. @throws the system's error when its folder can't be used. */
export async function openRenditionSink(options: RenditionOptions): Promise<RenditionSink> {
  const { id, hls, log } = options;
  return new RenditionSink(options, await openHlsSink({ ...hls, id, log }));
}

/** The channel in another size, as HLS of its own. */
export class RenditionSink implements Sink {
  readonly id: string;
  readonly type = 'hls';
  readonly #options: RenditionOptions;
  readonly #hls: HlsSink;
  readonly #dates: StreamDates;
  readonly #backOff = new BackOff();
  #hub: StreamHub | null = null;
  #process: SupervisedProcess | null = null;
  #feed: BoundedFeed | null = null;
  #hasFailed = false;
  #isClosed = false;

  constructor(options: RenditionOptions, hls: HlsSink) {
    this.id = options.id;
    this.#options = options;
    this.#hls = hls;
    this.#dates = new StreamDates(options.hls.rate);
  }

  receive(burst: Burst): void {
    const now = this.#options.now();
    if ((this.#feed?.stuckFor(now) ?? 0) > LONGEST_STALL_MS) this.#fail('it takes nothing', []);
    if (burst.isKeyFrame) {
      this.#dates.mark(burst.pts, burst.frame);
      if (this.#process === null && this.#backOff.remainingAt(now) === 0) this.#start(burst, now);
    }
    this.#feed?.push(burst, now);
  }

  restart(): void {
    this.#abandon();
  }

  /** Lists so many segments from the next one on. */
  list(windowSegments: number): void {
    this.#hls.list(windowSegments);
  }

  status(): SinkStatus {
    const { waitingBytes, ...hls } = this.#hls.status();
    const status = { ...hls, id: this.id, waitingBytes: waitingBytes + (this.#feed?.waitingBytes ?? 0) };
    if (this.#isClosed || this.#process !== null || !this.#hasFailed) return status;
    return { ...status, state: 'backing-off', detail: 'The smaller size could not be made and is tried again.' };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const process = this.#process;
    const limit = setTimeout(() => process?.kill(), LONGEST_STALL_MS);
    // One that still gives is slow, because everything else on the machine comes first, and does not hang.
    process?.child.stdout?.on('data', () => limit.refresh());
    while (process?.isRunning && (this.#feed?.waitingBytes ?? 0) > 0) await pause(DRAIN_LOOK_MS);
    process?.child.stdin?.end();
    await process?.exited;
    clearTimeout(limit);
    await this.#hub?.close();
    await this.#hls.close();
  }

  #start(first: Burst, now: Milliseconds): void {
    const { plan, ffmpegPath, children, hls, log } = this.#options;
    this.#hub?.encoderRestarted();
    this.#hub ??= this.#openHub(hls.rate, first, log);
    const hub = this.#hub;
    const process = new SupervisedProcess({
      ...{ name: this.id, command: ffmpegPath, args: renditionArguments(plan), stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children },
    });
    yieldToTheChannel(process.child.pid);
    const { stdin, stdout } = process.child;
    this.#process = process;
    this.#feed = new BoundedFeed({
      write: (bytes) => stdin !== null && !stdin.destroyed && stdin.write(bytes),
      onRoom: (listener) => stdin?.on('drain', listener),
    });
    this.#feed.connected();
    this.#backOff.started(now);
    stdout?.on('data', (bytes: Buffer) => this.#process === process && hub.write(bytes));
    void process.exited.then((exit) => this.#ended(process, exit));
  }

  /** A hub of its own finds pictures and key frames in what comes back, with the frames that the channel gave them. */
  #openHub(rate: FrameRate, first: Burst, log: EngineLog): StreamHub {
    const hub = new StreamHub({ rate, epochFrame: first.frame, epochPtsSeconds: first.pts / TICKS_PER_SECOND, log });
    const [hls, dates] = [this.#hls, this.#dates];
    hub.attach({
      ...{ id: this.id, type: this.type },
      receive: (burst) => hls.receive({ ...burst, frame: dates.frameAt(burst.pts, burst.frame) }),
      restart: () => hls.restart(),
      status: () => hls.status(),
      close: () => Promise.resolve(),
    });
    return hub;
  }

  #ended(process: SupervisedProcess, { code, signal, lastWords }: ProcessExit): void {
    if (this.#process === process && !this.#isClosed) this.#fail(`it ended with ${signal ?? code}`, lastWords);
  }

  #fail(cause: string, lastWords: readonly string[]): void {
    this.#hasFailed = true;
    this.#backOff.failed(this.#options.now());
    this.#options.log.warn('A rendition was lost and is made again', { sink: this.id, cause, lastWords });
    this.#abandon();
  }

  #abandon(): void {
    this.#process?.kill();
    this.#process = null;
    this.#feed = null;
  }
}

function yieldToTheChannel(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, which its exit tells.
  }
}
