import type { Readable } from 'node:stream';
import { type Frames, frames, SAMPLE_RATE, type Samples, samplesBefore } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import { type ProcessExit, SupervisedProcess } from '../processes/supervised-process.ts';
import { decoderArguments, type FilePart, SOUND_FD, TONE_MAPPERS } from './decoder-arguments.ts';
import { DecoderFeed } from './decoder-feed.ts';
import type { FilterList } from './filter-list.ts';
import { type FrameFormat, framesIn } from './frame-format.ts';
import type { FramePool, PictureFrame } from './picture-frame.ts';
import { copyBytes, openPicturePipe } from './picture-pipe.ts';
import { PictureQueue } from './picture-queue.ts';
import type { CueState, Producer, SourceFailure } from './producer.ts';
import { type OpeningTools, readMediaOpening } from './read-media-opening.ts';
import { Signal } from './signal.ts';
import { SoundQueue } from './sound-queue.ts';

/** What a file producer works with. `soundCard` is the picture that sound without a picture airs under. */
export interface DecoderTools extends OpeningTools {
  readonly format: FrameFormat;
  readonly pool: FramePool;
  readonly log: EngineLog;
  readonly filters: FilterList;
  readonly soundCard: PictureFrame;
}

/** How much of a source is held in memory: while it waits for its turn, and once it is on air. */
const WAITING_QUEUE_MS = 400;
const QUEUE_MS = 1000;
const LONGEST_OPENING_MS = 20_000;
const STOP_GRACE_MS = 500;

/** A part of a media file, decoded by one FFmpeg, about a second ahead of what is asked for. */
export class FileProducer implements Producer {
  readonly #part: FilePart;
  readonly #tools: DecoderTools;
  readonly #pictures: PictureQueue;
  readonly #sound = new SoundQueue(2 * SAMPLE_RATE);
  readonly #feed: DecoderFeed;
  readonly #change = new Signal();
  readonly #finished: Promise<void>;
  #decoder: SupervisedProcess | null = null;
  #soundPosition = 0;
  #failure: SourceFailure | null = null;
  #isStarted = false;
  #isCued = false;
  #isClosed = false;

  constructor(part: FilePart, tools: DecoderTools) {
    this.#part = part;
    this.#tools = tools;
    this.#pictures = new PictureQueue(tools.pool);
    this.#feed = new DecoderFeed(this.#pictures, this.#sound, framesIn(WAITING_QUEUE_MS, tools.format.rate));
    this.#finished = this.#run().catch((error: unknown) => {
      this.#fail({ reason: 'decoder-lost', detail: error instanceof Error ? error.message : String(error) });
    });
  }

  get state(): CueState {
    if (this.#isCued) return 'cued';
    return this.#failure === null ? 'opening' : 'failed';
  }

  get failure(): SourceFailure | null {
    return this.#failure;
  }

  pictureAt(index: number): PictureFrame | null {
    if (!this.#part.source.hasPicture) return this.#isCued && this.picturesFrom(index) > 0 ? this.#tools.soundCard : null;
    const picture = this.#pictures.at(index);
    if (picture !== null) this.#feed.hold(framesIn(QUEUE_MS, this.#tools.format.rate));
    this.#feed.steer(this.#soundPosition);
    return picture;
  }

  soundAt(from: Samples, count: number, into: Buffer): void {
    this.#sound.read(from, count, into);
    this.#soundPosition = from + count;
    this.#feed.steer(this.#soundPosition);
  }

  isSpentAt(index: number): boolean {
    const { lengthFrames, source } = this.#part;
    if (lengthFrames !== null && index >= lengthFrames) return true;
    if (!this.#isStarted) return this.#failure !== null;
    if (source.hasPicture) return this.#feed.picturesEnded && index >= this.#pictures.arrived;
    return this.#feed.soundEnded && this.#sound.samplesFrom(samplesBefore(frames(index), this.#tools.format.rate)) === 0;
  }

  picturesFrom(index: number): number {
    if (!this.#part.source.hasPicture) return this.#cardsFrom(index);
    return Math.max(0, this.#pictures.arrived - index);
  }

  changed(): Promise<void> {
    return this.#change.next();
  }

  /** Sound alone airs under a card for as many frames as there is sound for: where it hangs, its picture is missing. */
  #cardsFrom(index: number): number {
    const { rate } = this.#tools.format;
    const held = (this.#sound.samplesFrom(samplesBefore(frames(index), rate)) * rate.num) / (rate.den * SAMPLE_RATE);
    if (this.isSpentAt(index)) return 0;
    return this.#feed.soundEnded ? Math.ceil(held) : Math.floor(held);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#feed.close();
    await this.#decoder?.stop(STOP_GRACE_MS);
    await this.#finished;
    this.#pictures.clear();
    this.#change.notify();
  }

  async #run(): Promise<void> {
    const { source } = this.#part;
    const opening = await readMediaOpening(source.path, source.hasPicture, this.#tools);
    if ('reason' in opening) return this.#fail(opening);
    if (this.#isClosed) return;
    const canToneMap = opening.isHdr && (await this.#tools.filters.has(TONE_MAPPERS));
    if (opening.isHdr && !canToneMap) this.#tools.log.warn('This FFmpeg can not bring down a high dynamic range', { path: source.path });
    const decoder = await this.#start(decoderArguments(this.#part, opening, this.#tools.format, canToneMap));
    const limit = setTimeout(() => this.state === 'opening' && decoder.kill(), LONGEST_OPENING_MS);
    const exit = await decoder.exited;
    clearTimeout(limit);
    if (exit.signal !== null || exit.failure !== null) this.#fail({ reason: 'decoder-lost', detail: exit.failure ?? `${exit.signal}` });
    await this.#ended();
    this.#judge(exit);
  }

  async #start(args: readonly string[]): Promise<SupervisedProcess> {
    const { ffmpegPath: command, children } = this.#tools;
    const { hasPicture, hasSound } = this.#part.source;
    // Elsewhere a child can be given a socket for its stdout; on Windows it can't.
    const pipe = hasPicture && process.platform !== 'win32' ? await openPicturePipe(this.#pictures, () => this.#heard()) : null;
    const stdout = pipe?.childEnd ?? (hasPicture ? 'pipe' : 'ignore');
    const decoder = new SupervisedProcess({ name: 'decoder', command, args, stdin: 'ignore', stdout, furtherPipes: 1, children });
    pipe?.childEnd.destroy();
    this.#decoder = decoder;
    this.#isStarted = true;
    const soundPipe = decoder.child.stdio[SOUND_FD] as Readable;
    soundPipe.on('data', (chunk: Buffer) => {
      this.#sound.write(chunk);
      this.#heard();
    });
    if (hasPicture && pipe === null && decoder.child.stdout) copyBytes(decoder.child.stdout, this.#pictures, () => this.#heard());
    this.#feed.attach(hasPicture ? (pipe?.reader ?? decoder.child.stdout) : null, hasSound ? soundPipe : null, () => this.#heard());
    if (this.#isClosed) decoder.kill();
    return decoder;
  }

  /** Something has arrived, or a stream has ended. */
  #heard(): void {
    if (!this.#isCued) this.#isCued = this.#isReady();
    this.#feed.steer(this.#soundPosition);
    this.#change.notify();
  }

  #isReady(): boolean {
    const { hasPicture } = this.#part.source;
    const frameOfSound = samplesBefore(1 as Frames, this.#tools.format.rate) + 1;
    const isSoundThere = this.#feed.soundEnded || this.#sound.samplesFrom(0) >= frameOfSound;
    if (!hasPicture) return this.#sound.samplesFrom(0) >= frameOfSound;
    return this.#pictures.length > 0 && (isSoundThere || this.#feed.hasGivenUpOnSound);
  }

  /** Settles when both streams have ended: what the decoder wrote before it exited may still be on its way. */
  async #ended(): Promise<void> {
    while (!this.#feed.picturesEnded || !this.#feed.soundEnded) await this.#change.next();
  }

  #judge(exit: ProcessExit): void {
    const { lengthFrames, source } = this.#part;
    if (this.#isClosed) return;
    const detail = exit.lastWords.at(-1) ?? `ended with ${exit.signal ?? exit.code}`;
    if (!this.#isCued) this.#fail({ reason: 'media-corrupt', detail });
    else if (source.hasPicture && lengthFrames !== null && this.#pictures.arrived < lengthFrames)
      this.#fail({ reason: 'media-short', detail });
    if (exit.lastWords.length > 0) this.#tools.log.warn('A decoder complained', { path: source.path, lastWords: exit.lastWords });
    this.#change.notify();
  }

  /** The first failure stands: what follows it are its consequences. */
  #fail(failure: SourceFailure): void {
    if (this.#isClosed || this.#failure !== null) return;
    this.#failure = failure;
    this.#tools.log.warn('A source failed', { path: this.#part.source.path, ...failure });
    this.#change.notify();
  }
}
