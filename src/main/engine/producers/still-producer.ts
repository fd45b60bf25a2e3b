import type { Samples } from '../../../shared/time/index.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { type FilePart, stillArguments } from './decoder-arguments.ts';
import type { DecoderTools } from './file-producer.ts';
import { BYTES_PER_SAMPLE } from './frame-format.ts';
import type { PictureFrame } from './picture-frame.ts';
import { copyBytes } from './picture-pipe.ts';
import { PictureQueue } from './picture-queue.ts';
import type { CueState, Producer, SourceFailure } from './producer.ts';
import { readMediaOpening } from './read-media-opening.ts';
import { Signal } from './signal.ts';

const LONGEST_OPENING_MS = 20_000;
const STOP_GRACE_MS = 500;

/** A still image as a source of any length: decoded once, shown for as long as its part is, in silence. */
export class StillProducer implements Producer {
  readonly #part: FilePart;
  readonly #tools: DecoderTools;
  readonly #pictures: PictureQueue;
  readonly #change = new Signal();
  readonly #finished: Promise<void>;
  #decoder: SupervisedProcess | null = null;
  #failure: SourceFailure | null = null;
  #isClosed = false;

  constructor(part: FilePart, tools: DecoderTools) {
    this.#part = part;
    this.#tools = tools;
    this.#pictures = new PictureQueue(tools.pool);
    this.#finished = this.#run().catch((error: unknown) => {
      this.#fail({ reason: 'decoder-lost', detail: error instanceof Error ? error.message : String(error) });
    });
  }

  get state(): CueState {
    if (this.#pictures.length > 0) return 'cued';
    return this.#failure === null ? 'opening' : 'failed';
  }

  get failure(): SourceFailure | null {
    return this.#failure;
  }

  pictureAt(index: number): PictureFrame | null {
    return this.#isPastEnd(index) ? null : this.#pictures.at(0);
  }

  soundAt(_from: Samples, count: number, into: Buffer): void {
    into.fill(0, 0, count * BYTES_PER_SAMPLE);
  }

  isSpentAt(index: number): boolean {
    return this.#isPastEnd(index) || this.state === 'failed';
  }

  picturesFrom(index: number): number {
    if (this.state !== 'cued') return 0;
    const { lengthFrames } = this.#part;
    return lengthFrames === null ? Number.POSITIVE_INFINITY : Math.max(0, lengthFrames - index);
  }

  changed(): Promise<void> {
    return this.#change.next();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#decoder?.stop(STOP_GRACE_MS);
    await this.#finished;
    this.#pictures.clear();
    this.#change.notify();
  }

  #isPastEnd(index: number): boolean {
    const { lengthFrames } = this.#part;
    return lengthFrames !== null && index >= lengthFrames;
  }

  async #run(): Promise<void> {
    const { path } = this.#part.source;
    const { format, ffmpegPath: command, children } = this.#tools;
    const opening = await readMediaOpening(path, true, this.#tools);
    if ('reason' in opening) return this.#fail(opening);
    if (this.#isClosed) return;
    const args = stillArguments(path, opening, format);
    const decoder = new SupervisedProcess({ name: 'decoder', command, args, stdin: 'ignore', stdout: 'pipe', furtherPipes: 0, children });
    this.#decoder = decoder;
    if (decoder.child.stdout) copyBytes(decoder.child.stdout, this.#pictures, () => this.#change.notify());
    const limit = setTimeout(() => decoder.kill(), LONGEST_OPENING_MS);
    const exit = await decoder.exited;
    clearTimeout(limit);
    if (this.#pictures.length === 0) this.#fail({ reason: 'media-corrupt', detail: exit.failure ?? exit.lastWords.at(-1) ?? 'no picture' });
  }

  #fail(failure: SourceFailure): void {
    if (this.#isClosed || this.#failure !== null) return;
    this.#failure = failure;
    this.#tools.log.warn('A source failed', { path: this.#part.source.path, ...failure });
    this.#change.notify();
  }
}
