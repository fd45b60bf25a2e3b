import type { FrameRate } from '../../src/shared/time/index.ts';
import { FrameSequence } from './frame-sequence.ts';
import type { FrameReading } from './reading.ts';

/** What the analysis has to know of the channel and its clips. */
export interface ChannelFacts {
  readonly rate: FrameRate;
  /** The rates of the clips that are not at the channel's rate, by clip. */
  readonly clipRates?: Readonly<Record<number, FrameRate>>;
}

/** Frames of a clip that follow each other exactly as they should. `to` is one past the last number shown. */
export interface FrameRun {
  readonly clipId: number;
  readonly from: number;
  readonly to: number;
  readonly firstPtsMs: number;
  /** Frames of the channel: not `to - from` for a clip at another rate. */
  readonly frames: number;
}

/** A frame of a clip that shows what the one before it showed, although a new one was due. */
export interface RepeatedFrame {
  readonly ptsMs: number;
  readonly clipId: number;
  readonly frameNumber: number;
}

/** Where a clip goes on at another frame than the one that was due: later (`got` above `due`) or earlier. */
export interface FrameJump {
  readonly ptsMs: number;
  readonly clipId: number;
  readonly due: number;
  readonly got: number;
}

/** Neighbouring frames that carry no code. */
export interface UncodedSpan {
  readonly kind: 'black' | 'other' | 'unreadable';
  readonly firstPtsMs: number;
  readonly frames: number;
}

/** What the frames of a stream amount to. */
export interface PictureFindings {
  readonly runs: readonly FrameRun[];
  readonly repeats: readonly RepeatedFrame[];
  readonly jumps: readonly FrameJump[];
  readonly uncoded: readonly UncodedSpan[];
}

type CodedFrame = FrameReading & { readonly kind: 'coded' };

/** Finds the runs of frames in a stream, and whatever breaks them. */
export function analysePicture(frames: readonly FrameReading[], channel: ChannelFacts): PictureFindings {
  const tracker = new RunTracker(channel);
  for (const frame of frames) tracker.take(frame);
  return tracker.findings();
}

interface OpenRun {
  readonly run: FrameRun;
  readonly sequence: FrameSequence;
}

class RunTracker {
  readonly #channel: ChannelFacts;
  readonly #runs: FrameRun[] = [];
  readonly #repeats: RepeatedFrame[] = [];
  readonly #jumps: FrameJump[] = [];
  readonly #uncoded: UncodedSpan[] = [];
  #open: OpenRun | null = null;
  #openSpan: UncodedSpan | null = null;

  constructor(channel: ChannelFacts) {
    this.#channel = channel;
  }

  take(frame: FrameReading): void {
    if (frame.kind === 'coded') this.#takeCoded(frame);
    else this.#takeUncoded(frame.kind, frame.ptsMs);
  }

  findings(): PictureFindings {
    this.#close();
    return { runs: this.#runs, repeats: this.#repeats, jumps: this.#jumps, uncoded: this.#uncoded };
  }

  #takeCoded(frame: CodedFrame): void {
    const { clipId, frameNumber, ptsMs } = frame;
    const open = this.#open;
    if (open?.run.clipId === clipId && open.sequence.accept(frameNumber)) {
      this.#open = { ...open, run: { ...open.run, to: frameNumber + 1, frames: open.run.frames + 1 } };
      return;
    }
    if (open?.run.clipId === clipId) {
      if (frameNumber === open.run.to - 1) this.#repeats.push({ ptsMs, clipId, frameNumber });
      else this.#jumps.push({ ptsMs, clipId, due: open.sequence.due, got: frameNumber });
    }
    this.#close();
    const rate = this.#channel.clipRates?.[clipId] ?? this.#channel.rate;
    this.#open = {
      run: { clipId, from: frameNumber, to: frameNumber + 1, firstPtsMs: ptsMs, frames: 1 },
      sequence: new FrameSequence(frameNumber, rate, this.#channel.rate),
    };
  }

  #takeUncoded(kind: UncodedSpan['kind'], ptsMs: number): void {
    const span = this.#openSpan;
    if (span?.kind === kind) {
      this.#openSpan = { ...span, frames: span.frames + 1 };
      return;
    }
    this.#close();
    this.#openSpan = { kind, firstPtsMs: ptsMs, frames: 1 };
  }

  #close(): void {
    if (this.#open) this.#runs.push(this.#open.run);
    if (this.#openSpan) this.#uncoded.push(this.#openSpan);
    this.#open = null;
    this.#openSpan = null;
  }
}
