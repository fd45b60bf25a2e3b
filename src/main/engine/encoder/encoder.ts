import type { Encoders, EngineConfig, EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, type Milliseconds } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import type { ProcessExit } from '../processes/supervised-process.ts';
import { type FrameFormat, framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import { Signal } from '../producers/signal.ts';
import { encoderArguments, keyFrameDistance } from './encoder-arguments.ts';
import { EncoderChoice, type EncoderSettings } from './encoder-choice.ts';
import { type EncoderFrame, EncoderRun } from './encoder-run.ts';

/** That an encoder was lost or replaced: the first frame that the next one gets, how many are in no stream, and why. */
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
  /** A clock that never steps. */
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
  /** Takes the stream; the bytes are its own from then on. */
  readonly onBytes: (bytes: Buffer) => void;
  /** Called before the first byte of a new encoder. */
  readonly onRestarted: (loss: EncoderLoss) => void;
}

/** A backlog of so much is slow enough to be told of. */
const BEHIND_MS = 1000;
/** One that falls so far behind will not catch up: what waits is given up, and the next one begins with the frame that is due. */
const HOPELESS_MS = 6000;
/** What waited for an encoder that is lost goes to the next one, if it is no more than this. */
const MOST_CARRIED_MS = 2000;
/** One that died sooner than this after its start is not started again at once. */
const STABLE_MS = 2000;
const BACK_OFF_MS = 1000;
/** What a clock that can wait lets pile up. */
const ROOM_FRAMES = 8;

/**
 * The one encoder of the channel. When it dies or hangs another one is started, with the frames that the lost one had not been handed and the
 * timestamps they always had; one that can not be had as it was chosen makes way for plain x264. The clock never waits for any of it.
 */
export class Encoder {
  readonly #parts: EncoderParts;
  readonly #drained = new Signal();
  readonly #choice: EncoderChoice;
  #run: EncoderRun | null = null;
  #runStarted: Frames = frames(0);
  #notBefore: Frames = frames(0);
  #carried: readonly EncoderFrame[] = [];
  #lost: { readonly frames: number; readonly detail: string } | null = null;
  /** The one that finishes what it has after its settings were changed, and what the next one gave meanwhile. */
  #retiring: EncoderRun | null = null;
  #retirement: Promise<void> = Promise.resolve();
  #held: Buffer[] = [];
  #restarts = 0;
  #picturesGiven = 0;
  #isClosed = false;

  constructor(parts: EncoderParts) {
    this.#parts = parts;
    this.#choice = new EncoderChoice(parts.config, parts.format.rate);
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** Pictures that have come out, of all that encoded since the channel came on air. */
  get picturesGiven(): number {
    return this.#picturesGiven;
  }

  /** Frames that wait to be handed to the encoder, and that it has taken and not given yet. */
  get load(): { readonly queueFrames: number; readonly insideFrames: number } {
    return { queueFrames: this.#run?.backlog ?? 0, insideFrames: this.#run?.framesInside ?? 0 };
  }

  get pid(): number | null {
    return this.#run?.pid ?? null;
  }

  /** What encodes, what it stands in for, and why. */
  get choice(): Omit<Encoders, 'findings'> {
    const { encoder: inUse, standsInFor, reason } = this.#choice;
    return { inUse, standsInFor, reason };
  }

  get lamp(): EngineStatus['lamps']['encoder'] {
    // None was lost, so there was none yet: a channel that begins is not a channel in trouble.
    if (this.#run === null && this.#lost === null) return { state: 'off', detail: 'The encoder is starting' };
    if (this.#run === null) return { state: 'fault', detail: 'The encoder is down and is being started again' };
    if (this.#run.backlog > framesIn(BEHIND_MS, this.#parts.format.rate)) return { state: 'warning', detail: 'The encoder falls behind' };
    if (this.#choice.reason !== '') return { state: 'warning', detail: this.#choice.reason };
    return { state: 'ok', detail: '' };
  }

  /** For a clock that can wait: null when there is room for a frame. */
  notReady(): Promise<void> | null {
    return this.#run !== null && this.#run.backlog >= ROOM_FRAMES ? this.#drained.next() : null;
  }

  /** Encodes with other settings, from the next place for a key frame on: nothing is lost, and the stream goes on. */
  use(settings: EncoderSettings): void {
    this.#choice.choose(settings);
  }

  /** Takes frame `frame`. Returns at once and never throws. `sound` must stay as it is for as long as a frame may lie in the backlog. */
  write(frame: Frames, picture: PictureFrame, sound: Buffer): void {
    if (this.#isClosed) return;
    if (this.#run !== null) this.#judge(this.#run);
    if (this.#choice.isChanged && this.#isPlaceForKeyFrame(frame)) this.#change(frame);
    if (this.#run === null && frame >= this.#notBefore) this.#start(this.#carried[0]?.frame ?? frame);
    if (this.#run !== null) this.#run.write(frame, picture, sound);
    else if (this.#lost !== null) this.#lost = { ...this.#lost, frames: this.#lost.frames + 1 };
  }

  /** Lets the encoder finish what it has, with `next` the first frame that it will not get. @returns what was lost and is told by no restart; null: nothing. */
  async close(next: Frames): Promise<EncoderLoss | null> {
    this.#isClosed = true;
    const run = this.#run;
    const exit = await run?.finish();
    await this.#retirement;
    if (run !== null && exit !== undefined && exit.code !== 0) this.#noteLoss(run, describe(exit));
    if (run !== null) release(run.abandon());
    release(this.#carried);
    if (this.#lost === null) return null;
    return { frame: next, lostFrames: frames(this.#lost.frames + this.#carried.length), detail: this.#lost.detail };
  }

  #isPlaceForKeyFrame(frame: Frames): boolean {
    const { config, format, epochFrame } = this.#parts;
    return (frame - epochFrame) % keyFrameDistance(config, format.rate) === 0;
  }

  #start(frame: Frames): void {
    const { config, format, epochFrame, children, now } = this.#parts;
    const args = encoderArguments({ ...config, ...this.#choice.settings }, format, frames(frame - epochFrame));
    this.#tellLoss(frame);
    const run: EncoderRun = new EncoderRun(
      { ffmpegPath: config.ffmpegPath, args, children, now },
      { onBytes: (bytes, pictures) => this.#hear(run, bytes, pictures), onDrained: () => this.#drained.notify() },
    );
    this.#run = run;
    this.#runStarted = frame;
    for (const carried of this.#carried) run.write(carried.frame, carried.picture, carried.sound);
    release(this.#carried);
    this.#carried = [];
    void run.exited.then((exit) => this.#ended(run, exit, frame));
  }

  #hear(run: EncoderRun, bytes: Buffer, pictures: number): void {
    this.#picturesGiven += pictures;
    if (run === this.#retiring || (run === this.#run && this.#retiring === null)) this.#parts.onBytes(bytes);
    else if (run === this.#run) this.#held.push(bytes);
  }

  /** Has the encoder finish what it has while another one begins with `frame`. */
  #change(frame: Frames): void {
    this.#choice.apply();
    const old = this.#run;
    if (old === null) return;
    this.#giveUpRetiring();
    this.#retiring = old;
    this.#start(frame);
    this.#retirement = old.finish().then(() => this.#retired(old, frame));
  }

  #retired(old: EncoderRun, frame: Frames): void {
    if (this.#retiring !== old) return;
    this.#retiring = null;
    const lostFrames = frames(old.framesInside + old.backlog);
    release(old.abandon());
    this.#parts.onRestarted({ frame, lostFrames, detail: 'its settings were changed' });
    for (const bytes of this.#held.splice(0)) this.#parts.onBytes(bytes);
  }

  /** There is no time left for one that was to finish in peace. */
  #giveUpRetiring(): void {
    if (this.#retiring === null) return;
    this.#noteLoss(this.#retiring, 'its settings were changed');
    release(this.#retiring.abandon());
    this.#retiring = null;
    this.#held = [];
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
    if (run.isHung()) this.#lose(run, 'it hung');
    else if (run.backlog >= framesIn(HOPELESS_MS, this.#parts.format.rate)) this.#lose(run, 'it fell too far behind');
  }

  #ended(run: EncoderRun, exit: ProcessExit, started: Frames): void {
    if (this.#run !== run || this.#isClosed) return;
    this.#parts.log.error('The encoder ended', { ...exit, started });
    this.#lose(run, describe(exit));
  }

  #lose(run: EncoderRun, detail: string): void {
    this.#giveUpRetiring();
    this.#run = null;
    const { rate } = this.#parts.format;
    const [lasted, inside] = [run.framesTaken, run.framesInside];
    const isReplaced = this.#choice.lost(run.hasGivenPictures, frames(lasted));
    const unsent = run.abandon();
    if (!isReplaced && lasted < framesIn(STABLE_MS, rate))
      this.#notBefore = frames(this.#runStarted + lasted + framesIn(BACK_OFF_MS, rate));
    const next = frames(this.#runStarted + lasted);
    const isCarried = this.#notBefore <= next && unsent.length <= framesIn(MOST_CARRIED_MS, rate);
    this.#carried = isCarried ? unsent : [];
    if (!isCarried) release(unsent);
    const words = isReplaced ? `${detail}; ${this.#choice.reason}` : detail;
    this.#lost = { frames: (this.#lost?.frames ?? 0) + inside + (isCarried ? 0 : unsent.length), detail: words };
    if (isReplaced) this.#parts.log.warn('Another encoder stands in', { reason: this.#choice.reason });
    // Whoever waits for room in it would wait for ever.
    this.#drained.notify();
  }

  #noteLoss(run: EncoderRun, detail: string): void {
    const gone = run.framesInside + run.backlog;
    this.#lost = { frames: (this.#lost?.frames ?? 0) + gone, detail };
  }
}

function describe({ failure, signal, code }: ProcessExit): string {
  return failure === null ? `it ended with ${signal ?? code}` : 'it could not be started';
}

function release(held: readonly EncoderFrame[]): void {
  for (const { picture } of held) picture.release();
}
