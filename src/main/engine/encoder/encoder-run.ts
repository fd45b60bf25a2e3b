import type { Writable } from 'node:stream';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { type ProcessExit, SupervisedProcess } from '../processes/supervised-process.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import { ENCODER_SOUND_FD } from './encoder-arguments.ts';
import { PictureCounter } from './picture-counter.ts';

/** How long an encoder that was told to finish may take over the frames it still has. */
const FLUSH_MS = 5000;

/** One FFmpeg that encodes, from its first frame to its end. Pictures are held until they have been handed over. */
export class EncoderRun {
  readonly #process: SupervisedProcess;
  readonly #counter = new PictureCounter();
  readonly #waiting: PictureFrame[] = [];
  readonly #onDrained: () => void;
  #framesIn = 0;
  #framesSinceOutput = 0;
  #isOver = false;

  constructor(
    command: { readonly ffmpegPath: string; readonly args: readonly string[]; readonly children: ChildRegistry },
    heard: { readonly onBytes: (bytes: Buffer) => void; readonly onDrained: () => void },
  ) {
    const { ffmpegPath, args, children } = command;
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
      this.#framesSinceOutput = 0;
      this.#counter.see(bytes);
      heard.onBytes(bytes);
    });
    void this.#process.exited.then(() => this.#end());
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

  /** Frames that were handed to it since it last gave anything. */
  get framesSinceOutput(): number {
    return this.#framesSinceOutput;
  }

  /** Frames that were handed to it since its start. */
  get framesTaken(): number {
    return this.#framesIn;
  }

  /** Frames that went in and did not come out as a picture. */
  get framesInside(): number {
    return Math.max(0, this.#framesIn - this.#counter.count);
  }

  /** Hands over a frame. Returns at once; `sound` must stay as it is while it is among the last frames of the backlog. */
  write(picture: PictureFrame, sound: Buffer): void {
    if (this.#isOver) return;
    this.#framesIn += 1;
    this.#framesSinceOutput += 1;
    this.#waiting.push(picture.retain());
    this.#process.child.stdin?.write(picture.bytes, () => this.#handedOver());
    (this.#process.child.stdio[ENCODER_SOUND_FD] as Writable | null)?.write(sound);
  }

  kill(): void {
    this.#process.kill();
  }

  /** Lets the encoder finish what it has, and waits for its end. */
  async finish(): Promise<void> {
    this.#process.child.stdin?.end();
    (this.#process.child.stdio[ENCODER_SOUND_FD] as Writable | null)?.end();
    const limit = setTimeout(() => this.kill(), FLUSH_MS);
    await this.exited;
    clearTimeout(limit);
  }

  #handedOver(): void {
    if (this.#isOver) return;
    this.#waiting.shift()?.release();
    this.#onDrained();
  }

  #end(): void {
    this.#isOver = true;
    for (const picture of this.#waiting.splice(0)) picture.release();
    this.#onDrained();
  }
}
