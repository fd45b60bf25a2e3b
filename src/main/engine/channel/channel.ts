import type { AirMode, EngineStatus, Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, formatFrameRate, frames, type Milliseconds, samples, samplesBefore } from '../../../shared/time/index.ts';
import { dropPast, findRundownFault, itemAfter, itemAt, itemEnd, itemsAhead, mergeLoad, takeNext } from '../../domain/playout/index.ts';
import type { Ticked } from '../clock/frame-clock.ts';
import type { EncoderLoss } from '../encoder/encoder.ts';
import { keyFrameDistance } from '../encoder/encoder-arguments.ts';
import type { Due, Shown } from '../mixer/mixer.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { Airing, Cause } from './airing.ts';
import { AiringRecorder } from './airing-recorder.ts';
import type { ChannelParts, RundownState } from './channel-parts.ts';
import { ClockFollower } from './clock-follower.ts';
import { engineStatus } from './engine-status.ts';
import { Lateness } from './lateness.ts';
import { Refusal } from './refusal.ts';

/** Decoders that may be open for items that come next: enough for a break of short spots. */
const MOST_CUED = 8;
/** How long a take waits for the next item to be cued. */
const TAKE_PATIENCE_MS = 2000;
const POSITION_MS = 1000;
const STAGE_MS = 200;
/** A fault that shows on every frame is written down once a minute. */
const COMPLAINT_MS = 60_000;

/** An operator's take that waits for its frame. */
interface PendingTake {
  readonly cause: string;
  readonly until: Frames;
  readonly resolve: (frame: Frames) => void;
  readonly reject: (refusal: Refusal) => void;
}

/** What the channel was doing on its last frame. */
export interface ChannelState {
  readonly rundown: Rundown;
  readonly mode: AirMode;
  readonly lastFrame: Frames;
  readonly airing: Airing | null;
  readonly shown: Shown;
}

/**
 * The channel: follows its rundown frame by frame, cues ahead, fills what is empty, obeys the operator, and leaves evidence of all of it.
 * Commands come between two frames and take effect on the next one.
 */
export class Channel implements Ticked {
  readonly #parts: ChannelParts;
  readonly #recorder: AiringRecorder;
  readonly #lateness = new Lateness();
  readonly #follower: ClockFollower;
  #state: RundownState;
  #mode: AirMode = 'off-air';
  #next: Frames = frames(0);
  #shown: Shown = 'slate';
  #take: PendingTake | null = null;
  #stageDue: Frames = frames(0);
  #positionDue: Frames = frames(0);
  #complaintDue: Frames = frames(0);

  constructor(parts: ChannelParts, state: RundownState) {
    this.#parts = parts;
    this.#state = state;
    this.#recorder = new AiringRecorder(parts.evidence, parts.stage);
    this.#follower = new ClockFollower({ ...parts, keyFrameDistance: keyFrameDistance(parts.config, parts.format.rate) });
  }

  /** What it was doing on its last frame. */
  get state(): ChannelState {
    const lastFrame = frames(this.#next - 1);
    return { rundown: this.#state.rundown, mode: this.#mode, lastFrame, airing: this.#recorder.airing, shown: this.#shown };
  }

  /** The state as consoles get it. */
  status(isDiskWell: boolean): EngineStatus {
    return engineStatus(this.state, this.#lateness, this.#parts, isDiskWell);
  }

  /** Comes on air with frame `first`. `lostFrom`: the first frame that nobody saw, when there was an engine before. */
  start(first: Frames, lostFrom: Frames | null): void {
    const { evidence, clock, format } = this.#parts;
    this.#mode = this.#state.isPanicking ? 'panic' : 'auto';
    this.#next = first;
    if (this.#state.isPanicking) this.#recorder.interrupt({ reason: 'operator-panic', cause: 'engine' });
    evidence.append({ type: 'on-air', frame: first, lostFrom, rate: formatFrameRate(format.rate) });
    this.#prepare(first);
    clock.start(first, this);
  }

  notReady(frame: Frames): Promise<void> | null {
    this.#prepare(frame);
    const encoderFull = this.#parts.encoder.notReady();
    if (encoderFull !== null) return encoderFull;
    const taken = this.#take === null ? null : itemAfter(this.#state.rundown, frame);
    const cued = taken === null ? null : this.#parts.stage.find(taken);
    if (cued !== null && cued.state === 'opening') return cued.changed();
    const due = this.#due(frame);
    return this.#parts.mixer.isReady(due) ? null : this.#parts.mixer.changed(due);
  }

  tick(frame: Frames, lateMs: Milliseconds): void {
    this.#next = frame;
    this.#guarded(frame, () => {
      this.#tryTake(frame);
      this.#recorder.follow(this.#itemAt(frame), frame);
      this.#prepare(frame);
    });
    this.#guarded(frame, () => this.#make(frame, lateMs));
    this.#next = frames(frame + 1);
    this.#guarded(frame, () => this.#followClock(lateMs));
  }

  /** Replaces the rundown. @throws Refusal when it is unsound, or older than a change that the engine made itself. */
  load(loaded: Rundown, basedOnSeq: number): number {
    const fault = findRundownFault(loaded);
    if (fault !== null) throw new Refusal('BAD_INPUT', `The rundown has a fault at item ${fault.itemId}: ${fault.fault}`);
    if (basedOnSeq < this.#state.changedAtSeq)
      throw new Refusal('STALE_REVISION', `The rundown was changed by evidence ${this.#state.changedAtSeq}`);
    this.#change({ rundown: mergeLoad(this.#state.rundown, loaded, this.#next) });
    return loaded.revision;
  }

  /** Ends the item on air and starts the next one. Settles with the frame at which it did; rejects with a Refusal. */
  take(cause: string): Promise<Frames> {
    if (this.#mode !== 'auto') return Promise.reject(new Refusal('LOCKED', 'The slate was taken by hand; return first'));
    if (this.#take !== null) return Promise.reject(new Refusal('LOCKED', 'A take is under way'));
    const until = frames(this.#next + framesIn(TAKE_PATIENCE_MS, this.#parts.format.rate));
    return new Promise((resolve, reject) => {
      this.#take = { cause, until, resolve, reject };
    });
  }

  /** Airs the slate from the next frame on. @returns that frame. */
  panic(cause: string): Frames {
    const frame = this.#next;
    if (this.#mode === 'panic') return frame;
    this.#refuseTake('LOCKED', 'The slate was taken by hand');
    this.#override('panic', { reason: 'operator-panic', cause });
    this.#parts.evidence.append({ type: 'panic', frame, cause });
    return frame;
  }

  /** Joins the rundown where it is now. @returns the frame. @throws Refusal when nothing overrides it. */
  rejoin(cause: string): Frames {
    const frame = this.#next;
    if (this.#mode !== 'panic') throw new Refusal('NOT_OVERRIDDEN', 'The rundown is on air already');
    this.#override('auto', { reason: 'operator-return', cause });
    this.#parts.evidence.append({ type: 'returned', frame, cause });
    return frame;
  }

  /** Leaves the air: no further frame, the encoder finishes, no source stays open. @returns the first frame that was not aired. */
  async leaveAir(cause: string): Promise<Frames> {
    const { clock, evidence, encoder, opener } = this.#parts;
    const frame = this.#next;
    if (this.#mode === 'off-air') return frame;
    clock.stop();
    this.#refuseTake('LOCKED', 'The channel leaves the air');
    this.#recorder.end(frame, { reason: 'left-air', cause });
    this.#mode = 'off-air';
    evidence.append({ type: 'off-air', frame, cause });
    const lost = await encoder.close(frame);
    if (lost !== null) evidence.append({ type: 'encoder-lost', ...lost });
    await opener.closeAll();
    return frame;
  }

  /** Notes that the encoder was started again. */
  encoderRestarted(loss: EncoderLoss): void {
    this.#parts.evidence.append({ type: 'encoder-restarted', ...loss, frame: this.#parts.line.channelOf(loss.frame) });
  }

  /** Whatever goes wrong in the making of a frame, the next one is made. */
  #guarded(frame: Frames, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (frame < this.#complaintDue) return;
      this.#complaintDue = frames(frame + framesIn(COMPLAINT_MS, this.#parts.format.rate));
      this.#parts.log.error('A frame was not made as it should be', { frame, cause: error instanceof Error ? error.stack : String(error) });
    }
  }

  #make(frame: Frames, lateMs: Milliseconds): void {
    const { mixer, encoder, line, memory, format } = this.#parts;
    const { picture, sound, shown } = mixer.mix(this.#due(frame));
    encoder.write(line.streamOf(frame), picture, sound);
    this.#shown = shown;
    this.#lateness.count(line.streamOf(frame), lateMs, shown, format.rate);
    this.#recorder.count(shown);
    const { airing } = this.#recorder;
    if (airing === null || frame < this.#positionDue) return;
    this.#positionDue = frames(frame + framesIn(POSITION_MS, format.rate));
    memory.savePosition(frame, airing);
  }

  /** What is due on a frame: the item that is on air then, or nothing. */
  #due(frame: Frames): Due {
    const { format, stage } = this.#parts;
    const item = this.#itemAt(frame);
    const start = item?.startFrame ?? frame;
    const before = samplesBefore(frame, format.rate);
    return {
      airingId: this.#recorder.airing?.airingId ?? '',
      producer: item === null ? null : stage.find(item),
      picture: frame - start,
      sound: samples(before - samplesBefore(start, format.rate)),
      soundCount: samplesBefore(frames(frame + 1), format.rate) - before,
      isLast: item !== null && frame + 1 === itemEnd(item),
      mayFill: this.#mode !== 'panic',
    };
  }

  #itemAt(frame: Frames): RundownItem | null {
    return this.#mode === 'panic' ? null : itemAt(this.#state.rundown, frame);
  }

  /** Sees to it that what is due on a frame is open, and, now and then, what comes next. */
  #prepare(frame: Frames): void {
    const { stage, filler, config, format, line } = this.#parts;
    const item = this.#itemAt(frame);
    if (item !== null) stage.require(item, frames(frame - item.startFrame));
    if (frame < this.#stageDue) return;
    this.#stageDue = frames(frame + framesIn(STAGE_MS, format.rate));
    this.#state = { ...this.#state, rundown: dropPast(this.#state.rundown, frame) };
    const until = frames(frame + framesIn(config.cueAheadSeconds * 1000, format.rate));
    stage.cue([item, this.#recorder.airing?.item ?? null], itemsAhead(this.#state.rundown, frame, until, MOST_CUED));
    filler.use(this.#state.rundown.filler, line.streamOf(frame));
    this.#recorder.tellCueFailures(frame);
  }

  /** Joins the frame that is due by the new time when the wall clock was set. The stream goes on without a break. */
  #followClock(lateMs: Milliseconds): void {
    const left = this.#next;
    const joined = this.#follower.joinAfter(left, lateMs);
    if (joined === null) return;
    const { evidence, stage, format, log } = this.#parts;
    log.warn('The wall clock was set; the channel joins the new time', { left, joined });
    this.#refuseTake('LOCKED', 'The clock was set');
    this.#recorder.end(left, { reason: 'clock-stepped', cause: 'engine' });
    evidence.append({ type: 'on-air', frame: joined, lostFrom: joined > left ? left : null, rate: formatFrameRate(format.rate) });
    if (this.#mode === 'panic') this.#recorder.interrupt({ reason: 'operator-panic', cause: 'engine' });
    stage.clear();
    [this.#next, this.#stageDue, this.#positionDue, this.#complaintDue] = [joined, joined, joined, joined];
    this.#prepare(joined);
  }

  #override(mode: AirMode, cause: Cause): void {
    this.#mode = mode;
    this.#recorder.interrupt(cause);
    this.#change({ isPanicking: mode === 'panic' });
  }

  #change(change: Partial<RundownState>): void {
    this.#state = { ...this.#state, ...change };
    this.#stageDue = this.#next;
    this.#parts.memory.saveRundown(this.#state);
  }

  #tryTake(frame: Frames): void {
    const take = this.#take;
    if (take === null) return;
    const next = itemAfter(this.#state.rundown, frame);
    const cue = next === null ? null : (this.#parts.stage.find(next)?.state ?? 'waiting');
    // What the operator wanted may have come by itself in the meantime: taking now would skip it.
    if (itemAt(this.#state.rundown, frame)?.startFrame === frame) this.#settleTake(frame);
    else if (cue === null) this.#refuseTake('NOTHING_TO_TAKE', 'Nothing comes next');
    else if (cue === 'cued') this.#doTake(frame, take);
    else if (cue === 'failed' || frame >= take.until) this.#refuseTake('NOT_CUED', 'The next item is not cued');
  }

  #doTake(frame: Frames, { cause }: PendingTake): void {
    const result = takeNext(this.#state.rundown, frame);
    if (result === null) return;
    this.#recorder.interrupt({ reason: 'operator-take', cause });
    const { taken, shiftFrames, rundown } = result;
    const seq = this.#parts.evidence.append({ type: 'taken', frame, itemId: taken.id, shiftFrames, cause });
    this.#change({ rundown, changedAtSeq: seq });
    this.#settleTake(frame);
  }

  #settleTake(frame: Frames): void {
    this.#take?.resolve(frame);
    this.#take = null;
  }

  #refuseTake(code: 'LOCKED' | 'NOTHING_TO_TAKE' | 'NOT_CUED', message: string): void {
    this.#take?.reject(new Refusal(code, message));
    this.#take = null;
  }
}
