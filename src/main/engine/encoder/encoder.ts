import type { EngineConfig, EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import type { ProcessExit } from '../processes/supervised-process.ts';
import { type FrameFormat, framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import { Signal } from '../producers/signal.ts';
import { encoderArguments } from './encoder-arguments.ts';
import { EncoderRun } from './encoder-run.ts';

/** That an encoder was lost: the first frame that the next one gets, how many are in no stream, and why. */
export interface EncoderLoss {
  readonly frame: Frames;
  readonly lostFrames: Frames;
  readonly detail: string;
}

/** What the encoder works with and whom it tells. */
export interface EncoderParts {
  readonly config: EngineConfig;
  readonly format: FrameFormat;
  /** The frame whose timestamp is the epoch's. */
  readonly epochFrame: Frames;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
  /** Takes the stream; the bytes are its own from then on. */
  readonly onBytes: (bytes: Buffer) => void;
  /** Called before the first byte of a new encoder. */
  readonly onRestarted: (loss: EncoderLoss) => void;
}

/** An encoder that has neither taken frames nor given anything for so long hangs. */
const HANG_MS = 2000;
/** One that falls so far behind will not catch up: what waits is given up, and the next one begins with the frame that is due. */
const HOPELESS_MS = 6000;
/** One that died sooner than this after its start is not started again at once. */
const STABLE_MS = 2000;
const BACK_OFF_MS = 1000;
/** What a clock that can wait lets pile up. */
const ROOM_FRAMES = 8;

/**
 * The one encoder of the channel. When it dies or hangs it is started again at the next frame, with the timestamps that frame always had; the
 * clock never waits for it.
 */
export class Encoder {
  readonly #parts: EncoderParts;
  readonly #drained = new Signal();
  readonly #hangBacklog: number;
  readonly #hopelessBacklog: number;
  #run: EncoderRun | null = null;
  #runStarted: Frames = frames(0);
  #notBefore: Frames = frames(0);
  #lost: { frames: number; detail: string } | null = null;
  #restarts = 0;
  #isClosed = false;

  constructor(parts: EncoderParts) {
    this.#parts = parts;
    this.#hangBacklog = framesIn(HANG_MS, parts.format.rate);
    this.#hopelessBacklog = framesIn(HOPELESS_MS, parts.format.rate);
  }

  get restarts(): number {
    return this.#restarts;
  }

  get pid(): number | null {
    return this.#run?.pid ?? null;
  }

  get lamp(): EngineStatus['lamps']['encoder'] {
    if (this.#run === null) return { state: 'fault', detail: 'The encoder is down and is being started again' };
    if (this.#run.backlog > this.#hangBacklog / 2) return { state: 'warning', detail: 'The encoder falls behind' };
    return { state: 'ok', detail: '' };
  }

  /** For a clock that can wait: null when there is room for a frame. */
  notReady(): Promise<void> | null {
    return this.#run !== null && this.#run.backlog >= ROOM_FRAMES ? this.#drained.next() : null;
  }

  /** Takes frame `frame`. Returns at once and never throws. `sound` must stay as it is for as long as a frame may lie in the backlog. */
  write(frame: Frames, picture: PictureFrame, sound: Buffer): void {
    if (this.#isClosed) return;
    if (this.#run !== null) this.#judge(this.#run);
    if (this.#run === null && frame >= this.#notBefore) this.#start(frame);
    if (this.#run !== null) this.#run.write(picture, sound);
    else if (this.#lost !== null) this.#lost.frames += 1;
  }

  /** Lets the encoder finish what it has. Settles when it is gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#run?.finish();
  }

  #start(frame: Frames): void {
    const { config, format, epochFrame, children, onBytes } = this.#parts;
    const args = encoderArguments(config, format, frames(frame - epochFrame));
    this.#tellLoss(frame);
    const run = new EncoderRun(
      { ffmpegPath: config.ffmpegPath, args, children },
      { onBytes: (bytes) => this.#run === run && onBytes(bytes), onDrained: () => this.#drained.notify() },
    );
    this.#run = run;
    this.#runStarted = frame;
    void run.exited.then((exit) => this.#ended(run, exit, frame));
  }

  #tellLoss(frame: Frames): void {
    if (this.#lost === null) return;
    const { frames: lost, detail } = this.#lost;
    this.#lost = null;
    this.#restarts += 1;
    this.#parts.onRestarted({ frame, lostFrames: frames(lost), detail });
  }

  /** Ends an encoder that hangs. A slow one on a busy machine is given time: killing it would only make things worse. */
  #judge(run: EncoderRun): void {
    const isHung = run.backlog >= this.#hangBacklog && run.framesSinceOutput >= this.#hangBacklog;
    if (!isHung && run.backlog < this.#hopelessBacklog) return;
    this.#lose(run, isHung ? 'it took no frames' : 'it fell too far behind');
    run.kill();
  }

  #ended(run: EncoderRun, exit: ProcessExit, started: Frames): void {
    if (this.#run !== run || this.#isClosed) return;
    this.#parts.log.error('The encoder ended', { ...exit, started });
    this.#lose(run, exit.failure === null ? `it ended with ${exit.signal ?? exit.code}` : 'it could not be started');
  }

  #lose(run: EncoderRun, detail: string): void {
    this.#run = null;
    const { rate } = this.#parts.format;
    const lasted = run.framesTaken;
    if (lasted < framesIn(STABLE_MS, rate)) this.#notBefore = frames(this.#runStarted + lasted + framesIn(BACK_OFF_MS, rate));
    this.#lost = { frames: (this.#lost?.frames ?? 0) + run.framesInside, detail };
  }
}
