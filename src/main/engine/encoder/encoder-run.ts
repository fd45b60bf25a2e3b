import type { Writable } from 'node:stream';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { type ProcessExit, SupervisedProcess } from '../processes/supervised-process.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import { ENCODER_SOUND_FD } from './encoder-arguments.ts';
import { HangWatch } from './hang-watch.ts';
import { PictureCounter } from './picture-counter.ts';

/** How long an encoder that was told to finish may take over the frames it still has. */
const FLUSH_MS = 5000;

/** A frame on its way into an encoder. `picture` is retained for as long as it is. */
export interface EncoderFrame {
  readonly frame: Frames;
  readonly picture: PictureFrame;
  readonly sound: Buffer;
}

/** What an encoder's process is started with. */
export interface EncoderCommand {
  readonly ffmpegPath: string;
  readonly args: readonly string[];
  readonly children: ChildRegistry;
  /** A clock that never steps. */
  readonly now: () => Milliseconds;
}

/** One FFmpeg that encodes, from its first frame to its end. Frames are held until they have been handed over. */
export class EncoderRun {
  readonly #process: SupervisedProcess;
  readonly #counter = new PictureCounter();
  readonly #now: () => Milliseconds;
  readonly #watch: HangWatch;
  readonly #onDrained: () => void;
  #waiting: EncoderFrame[] = [];
  #framesIn = 0;
  #isOver = false;

  constructor(
    { ffmpegPath, args, children, now }: EncoderCommand,
    /** `pictures`: how many begin in these bytes. */
    heard: { readonly onBytes: (bytes: Buffer, pictures: number) => void; readonly onDrained: () => void },
  ) {
    this.#now = now;
    this.#watch = new HangWatch(now());
    this.#onDrained = heard.onDrained;
    this.#process = new SupervisedProcess({
      name: 'encoder',
      command: ffmpegPath,
      args,
      stdin: 'pipe',
      stdout: 'pipe',
      furtherPipes: 1,
      children,
    });
    this.#process.child.stdout?.on('data', (bytes: Buffer) => {
      this.#watch.gave(now());
      heard.onBytes(bytes, this.#counter.see(bytes));
    });
  }

  /** Settles when the process is gone. */
  get exited(): Promise<ProcessExit> {
    return this.#process.exited;
  }

  get pid(): number | null {
    return this.#process.child.pid ?? null;
  }

  /** Frames that have not been handed over to the process yet. */
  get backlog(): number {
    return this.#waiting.length;
  }

  /** Frames that it was given since its start. */
  get framesTaken(): number {
    return this.#framesIn;
  }

  /** Frames that were handed over and did not come out as a picture. */
  get framesInside(): number {
    return Math.max(0, this.#framesIn - this.#waiting.length - this.#counter.count);
  }

  /** Whether a picture has come out of it. */
  get hasGivenPictures(): boolean {
    return this.#counter.count > 0;
  }

  /** To be asked ahead of each frame: whether it does nothing with those that it has. */
  isHung(): boolean {
    return this.#watch.isHungAt(this.#now(), this.#waiting.length === 0 && this.framesInside === 0);
  }

  /** Hands over a frame. Returns at once; `sound` must stay as it is while it is among the last frames of the backlog. */
  write(frame: Frames, picture: PictureFrame, sound: Buffer): void {
    if (this.#isOver) return;
    this.#framesIn += 1;
    this.#waiting.push({ frame, picture: picture.retain(), sound });
    this.#process.child.stdin?.write(picture.bytes, (error) => this.#handedOver(error ?? null));
    (this.#process.child.stdio[ENCODER_SOUND_FD] as Writable | null)?.write(sound);
  }

  /** Ends it and gives the frames that it has not been handed, still retained: another encoder can have them. */
  abandon(): readonly EncoderFrame[] {
    this.#isOver = true;
    const unsent = this.#waiting;
    this.#waiting = [];
    this.#process.kill();
    return unsent;
  }

  /** Lets the encoder finish what it has, and waits for its end. */
  async finish(): Promise<ProcessExit> {
    this.#process.child.stdin?.end();
    (this.#process.child.stdio[ENCODER_SOUND_FD] as Writable | null)?.end();
    const limit = setTimeout(() => this.#process.kill(), FLUSH_MS);
    const exit = await this.exited;
    clearTimeout(limit);
    return exit;
  }

  /** A frame that could not be handed over stays: the process is gone, and whoever follows it gets the frame. */
  #handedOver(error: Error | null): void {
    if (this.#isOver || error !== null) return;
    this.#watch.took(this.#now());
    this.#waiting.shift()?.picture.release();
    this.#onDrained();
  }
}
