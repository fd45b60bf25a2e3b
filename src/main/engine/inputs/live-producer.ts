import type { Readable } from 'node:stream';
import { SAMPLE_RATE, type Samples } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { BYTES_PER_SAMPLE, type FrameFormat } from '../producers/frame-format.ts';
import type { FramePool, PictureFrame } from '../producers/picture-frame.ts';
import { copyBytes, openPicturePipe } from '../producers/picture-pipe.ts';
import { PictureQueue } from '../producers/picture-queue.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import { Signal } from '../producers/signal.ts';
import { SoundQueue } from '../producers/sound-queue.ts';
import { GentleResampler, type SampleSource } from './gentle-resampler.ts';
import { LIVE_SOUND_FD, LIVE_TIMES_FD, liveDecoderArguments } from './input-arguments.ts';
import { LivePosition } from './live-position.ts';
import { PictureTimes } from './picture-times.ts';
import { pipeReader } from './pipe-reader.ts';
import type { StreamFacts } from './stream-facts.ts';
import type { WatchedInput } from './watched-input.ts';

/** What a live producer works with. */
export interface LiveDecoderTools {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  readonly format: FrameFormat;
  readonly pool: FramePool;
  readonly log: EngineLog;
}

const STOP_GRACE_MS = 500;
const LOST: SourceFailure = { reason: 'input-lost', detail: 'the source is gone' };

/**
 * A live input as a source, decoded at the channel's full rate from the next key frame on. It is open only while it is armed or on air; what nobody asks for grows no older than a
 * third of a second. Its pictures are the source's present ones whatever number they are asked by.
 */
export class LiveProducer implements Producer {
  readonly #input: WatchedInput;
  readonly #tools: LiveDecoderTools;
  readonly #pictures: PictureQueue;
  readonly #sound = new SoundQueue(2 * SAMPLE_RATE);
  readonly #times = new PictureTimes();
  readonly #position: LivePosition;
  readonly #resampler = new GentleResampler();
  readonly #readSound: SampleSource = (from, count, into) => this.#sound.read(from, count, into);
  readonly #change = new Signal();
  readonly #closing = new Signal();
  readonly #finished: Promise<void>;
  #decoder: SupervisedProcess | null = null;
  #soundArrived = 0;
  #hasSound = false;
  #failure: SourceFailure | null = null;
  #isCued = false;
  #isClosed = false;
  #askedFor = -1;
  #shown: PictureFrame | null = null;

  constructor(input: WatchedInput, tools: LiveDecoderTools) {
    this.#input = input;
    this.#tools = tools;
    this.#pictures = new PictureQueue(tools.pool);
    this.#position = new LivePosition(tools.format.rate, this.#times);
    this.#finished = this.#run().catch((error: unknown) => this.#fail({ reason: 'decoder-lost', detail: String(error) }));
  }

  get state(): CueState {
    if (this.#isCued) return 'cued';
    return this.#failure === null ? 'opening' : 'failed';
  }

  get failure(): SourceFailure | null {
    return this.#failure;
  }

  pictureAt(index: number): PictureFrame | null {
    if (index === this.#askedFor || !this.#isCued) return this.#shown;
    this.#askedFor = index;
    const chosen = this.#position.choose(this.#picturesArrived, this.#samplesArrived);
    this.#shown = chosen === null ? null : this.#pictures.at(chosen);
    this.#times.forgetBefore(chosen ?? 0);
    return this.#shown;
  }

  soundAt(_from: Samples, count: number, into: Buffer): void {
    const from = this.#position.sample;
    const speed = this.#position.advance(count);
    if (this.#hasSound) this.#resampler.read(from, speed, count, this.#readSound, into);
    else into.fill(0, 0, count * BYTES_PER_SAMPLE);
  }

  isSpentAt(): boolean {
    return this.#failure !== null;
  }

  /** A source that comes has no end of pictures. */
  picturesFrom(): number {
    return this.#isCued && this.#failure === null ? Number.POSITIVE_INFINITY : 0;
  }

  changed(): Promise<void> {
    return this.#change.next();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#closing.notify();
    await this.#decoder?.stop(STOP_GRACE_MS);
    await this.#finished;
    this.#shown = null;
    this.#pictures.clear();
    this.#change.notify();
  }

  /** Pictures come by one pipe and their times by another: what counts has both. */
  get #picturesArrived(): number {
    return Math.min(this.#pictures.arrived, this.#times.count);
  }

  get #samplesArrived(): number | null {
    return this.#hasSound ? this.#soundArrived : null;
  }

  async #run(): Promise<void> {
    const closed = this.#closing.next();
    while (this.#input.facts === null && !this.#isClosed) await Promise.race([this.#input.changed(), closed]);
    const { facts } = this.#input;
    if (facts === null || this.#isClosed) return;
    this.#hasSound = facts.hasSound;
    await this.#decode(facts);
  }

  async #decode(facts: StreamFacts): Promise<void> {
    const { ffmpegPath: command, children, format } = this.#tools;
    const { stream } = this.#input;
    // Elsewhere a child can be given a socket for its stdout; on Windows it can't.
    const pipe = process.platform === 'win32' ? null : await openPicturePipe(this.#pictures, () => this.#heard());
    const args = liveDecoderArguments(stream.format, facts, format);
    const stdout = pipe?.childEnd ?? 'pipe';
    const decoder = new SupervisedProcess({ name: 'live-decoder', command, args, stdin: 'pipe', stdout, furtherPipes: 2, children });
    pipe?.childEnd.destroy();
    this.#decoder = decoder;
    if (pipe === null && decoder.child.stdout) copyBytes(decoder.child.stdout, this.#pictures, () => this.#heard());
    (decoder.child.stdio[LIVE_SOUND_FD] as Readable).on('data', (chunk: Buffer) => {
      this.#sound.write(chunk);
      this.#soundArrived += chunk.length / BYTES_PER_SAMPLE;
      this.#heard();
    });
    (decoder.child.stdio[LIVE_TIMES_FD] as Readable).on('data', (chunk: Buffer) => {
      this.#times.hear(chunk);
      this.#heard();
    });
    if (this.#isClosed) decoder.kill();
    let isGone = false;
    const stdin = pipeReader(decoder.child.stdin);
    const end = (): void => {
      isGone = true;
      stdin.end();
    };
    const reader = { ...stdin, end };
    stream.attach(reader);
    const exit = await decoder.exited;
    stream.detach(reader);
    pipe?.reader.destroy();
    this.#fail(isGone ? LOST : { reason: 'decoder-lost', detail: exit.failure ?? exit.lastWords.at(-1) ?? `${exit.signal ?? exit.code}` });
  }

  #heard(): void {
    const needed = this.#position.follow(this.#picturesArrived, this.#samplesArrived);
    if (this.#askedFor < 0) {
      this.#pictures.at(needed);
      this.#times.forgetBefore(needed);
      this.#sound.read(Math.max(0, Math.floor(this.#position.sample) - 1), 0, NOTHING);
    }
    if (!this.#isCued) this.#isCued = this.#position.isPrimed(this.#picturesArrived, this.#samplesArrived);
    this.#change.notify();
  }

  /** The first failure stands: what follows it are its consequences. */
  #fail(failure: SourceFailure): void {
    if (this.#isClosed || this.#failure !== null) return;
    this.#failure = failure;
    this.#tools.log.warn('A live source failed', { input: this.#input.input.id, ...failure });
    this.#change.notify();
  }
}

const NOTHING = Buffer.alloc(0);
