import type { AirMode, EngineStatus, Override, Rundown } from '../../../shared/engine-protocol/index.ts';
import { type Frames, formatFrameRate, frames, type Milliseconds, samples, samplesBefore } from '../../../shared/time/index.ts';
import { findRundownFault, itemEnd, itemsAhead, leftOutByLoss, mergeLoad, resumeInterrupted } from '../../domain/playout/index.ts';
import type { Ticked } from '../clock/frame-clock.ts';
import type { EncoderLoss } from '../encoder/encoder.ts';
import { keyFrameDistance } from '../encoder/encoder-arguments.ts';
import { type Due, HOLD_MS, type Shown } from '../mixer/mixer.ts';
import { framesIn } from '../producers/frame-format.ts';
import { AirDesk } from './air-desk.ts';
import type { AirDeskHost } from './air-desk-host.ts';
import type { Airing, Cause } from './airing.ts';
import { AiringRecorder } from './airing-recorder.ts';
import type { ChannelParts, RundownState } from './channel-parts.ts';
import { ClockFollower } from './clock-follower.ts';
import { engineStatus } from './engine-status.ts';
import { Lateness } from './lateness.ts';
import { LATEST_MS } from './live-watch.ts';
import { passBy } from './move-on.ts';
import { Refusal } from './refusal.ts';

/** Decoders that may be open for items that come next: enough for a break of short spots. */
const MOST_CUED = 8;
const POSITION_MS = 1000;
const STAGE_MS = 200;
/** A fault that shows on every frame is written down once a minute. */
const COMPLAINT_MS = 60_000;

const RESUMED: Cause = { reason: 'joined-in-progress', cause: 'engine' };

/** What the channel was doing on its last frame. */
export interface ChannelState {
  readonly rundown: Rundown;
  readonly mode: AirMode;
  readonly override: Override | null;
  readonly armed: EngineStatus['armed'];
  readonly lastFrame: Frames;
  readonly airing: Airing | null;
  readonly shown: Shown;
}

/**
 * The channel: follows its rundown frame by frame, cues ahead, fills what is empty, obeys the operator, and leaves evidence of all of it.
 * Commands come between two frames and take effect on the next one.
 */
export class Channel implements Ticked {
  /** The operator's hand on the air. */
  readonly desk: AirDesk;
  readonly #host: AirDeskHost;
  readonly #parts: ChannelParts;
  readonly #recorder: AiringRecorder;
  readonly #lateness = new Lateness();
  readonly #follower: ClockFollower;
  #state: RundownState;
  #isOnAir = false;
  #next: Frames = frames(0);
  #shown: Shown = 'slate';
  #stageDue: Frames = frames(0);
  #positionDue: Frames = frames(0);
  #complaintDue: Frames = frames(0);

  constructor(parts: ChannelParts, state: RundownState) {
    this.#parts = parts;
    this.#state = state;
    this.#recorder = new AiringRecorder(parts.evidence, parts.stage);
    this.#follower = new ClockFollower({ ...parts, keyFrameDistance: keyFrameDistance(parts.config, parts.format.rate) });
    this.#host = {
      parts,
      state: () => this.#state,
      next: () => this.#next,
      change: (change) => this.#change(change),
      trim: (change) => {
        this.#state = { ...this.#state, ...change };
      },
      interrupt: (start, cut) => this.#recorder.interrupt(start, cut),
    };
    this.desk = new AirDesk(this.#host);
  }

  /** What it was doing on its last frame. */
  get state(): ChannelState {
    const lastFrame = frames(this.#next - 1);
    const { rundown, override } = this.#state;
    const mode = this.#isOnAir ? this.desk.mode : 'off-air';
    return { rundown, override, armed: this.desk.armed, mode, lastFrame, airing: this.#recorder.airing, shown: this.#shown };
  }

  /** The state as consoles get it. */
  status(isDiskWell: boolean): EngineStatus {
    return engineStatus(this.state, this.#lateness, this.#parts, isDiskWell);
  }

  /** Comes on air with frame `first`. `lostFrom`: the first frame that nobody saw, when there was an engine before. */
  start(first: Frames, lostFrom: Frames | null): void {
    const { evidence, clock, config, format } = this.#parts;
    this.#isOnAir = true;
    this.#next = first;
    this.#goOnOverridden();
    evidence.append({ type: 'on-air', frame: first, lostFrom, rate: formatFrameRate(format.rate) });
    if (lostFrom !== null && config.restartPolicy === 'resume') this.#resume(first, lostFrom);
    this.#prepare(first);
    clock.start(first, this);
  }

  notReady(frame: Frames): Promise<void> | null {
    this.#prepare(frame);
    const encoderFull = this.#parts.encoder.notReady();
    if (encoderFull !== null) return encoderFull;
    const awaited = this.desk.awaited(frame);
    if (awaited !== null) return awaited;
    const due = this.#due(frame);
    return this.#parts.mixer.isReady(due) ? null : this.#parts.mixer.changed(due);
  }

  tick(frame: Frames, lateMs: Milliseconds): void {
    this.#next = frame;
    this.#guarded(frame, () => {
      this.desk.settle(frame);
      this.#recorder.follow(this.desk.itemAt(frame), frame, this.desk.whyNothing);
      this.#prepare(frame);
    });
    this.#guarded(frame, () => this.#make(frame, lateMs));
    this.desk.watch(frame, this.#shown);
    this.#next = frames(frame + 1);
    this.#guarded(frame, () => this.#followClock(lateMs));
  }

  /** Replaces the rundown. @throws Refusal when it is unsound, or older than a change that the engine made itself. */
  load(loaded: Rundown, basedOnSeq: number): number {
    const fault = findRundownFault(loaded);
    if (fault !== null) throw new Refusal('BAD_INPUT', `The rundown has a fault at item ${fault.itemId}: ${fault.fault}`);
    if (basedOnSeq < this.#state.changedAtSeq)
      throw new Refusal('STALE_REVISION', `The rundown was changed by evidence ${this.#state.changedAtSeq}`);
    passBy(this.#host, this.#next);
    this.#change({ rundown: mergeLoad(this.#state.rundown, loaded, this.#next) });
    return loaded.revision;
  }

  /** Leaves the air: no further frame, the encoder finishes, no source stays open. @returns the first frame that was not aired. */
  async leaveAir(cause: string): Promise<Frames> {
    const { clock, evidence, encoder, opener } = this.#parts;
    const frame = this.#next;
    if (!this.#isOnAir) return frame;
    clock.stop();
    this.desk.refuse('LOCKED', 'The channel leaves the air');
    this.#recorder.end(frame, { reason: 'left-air', cause });
    this.#isOnAir = false;
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
    const { mixer, encoder, evidence, line, memory, watch, format } = this.#parts;
    const mixed = mixer.mix(this.#due(frame));
    const { picture, sound, shown } = mixed;
    encoder.write(line.streamOf(frame), picture, sound);
    this.#shown = shown;
    this.#lateness.count(line.streamOf(frame), lateMs, shown, format.rate);
    this.#recorder.count(shown);
    watch.saw(frame, lateMs, mixed, this.#isOrderedRest(shown));
    const { airing } = this.#recorder;
    // A position that is ahead of the evidence would have the next engine end the wrong airing on the wrong frame.
    if (airing === null || frame < this.#positionDue || !evidence.isWritten) return;
    this.#positionDue = frames(frame + framesIn(POSITION_MS, format.rate));
    memory.savePosition(frame, airing);
  }

  #isOrderedRest(shown: Shown): boolean {
    const { mode } = this.desk;
    return mode === 'panic' || (mode === 'hold' && shown === 'slate') || this.#recorder.airing?.item?.source.type === 'slate';
  }

  /** What is due on a frame: the item that is on air then, or nothing. */
  #due(frame: Frames): Due {
    const { format, stage } = this.#parts;
    const item = this.desk.itemAt(frame);
    const start = item?.startFrame ?? frame;
    const before = samplesBefore(frame, format.rate);
    const producer = item === null ? null : stage.find(item);
    const isLive = item?.source.type === 'live' && producer?.state === 'cued';
    return {
      airingId: this.#recorder.airing?.airingId ?? '',
      producer,
      picture: frame - start,
      sound: samples(before - samplesBefore(start, format.rate)),
      soundCount: samplesBefore(frames(frame + 1), format.rate) - before,
      isLast: item !== null && frame + 1 === itemEnd(item),
      mayFill: this.desk.mode !== 'panic',
      mostHeld: framesIn(isLive ? LATEST_MS : HOLD_MS, format.rate),
    };
  }

  /** Sees to it that what is due on a frame is open, and, now and then, what comes next. */
  #prepare(frame: Frames): void {
    const { stage, filler, config, format, line } = this.#parts;
    const item = this.desk.itemAt(frame);
    if (item !== null) stage.require(item, frames(frame - item.startFrame));
    if (frame < this.#stageDue) return;
    this.#stageDue = frames(frame + framesIn(STAGE_MS, format.rate));
    passBy(this.#host, frame);
    this.desk.watchInputs();
    const until = frames(frame + framesIn(config.cueAheadSeconds * 1000, format.rate));
    stage.cue(
      [item, this.#recorder.airing?.item ?? null, ...this.desk.wanted(frame)],
      itemsAhead(this.#state.rundown, frame, until, MOST_CUED),
    );
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
    this.desk.refuse('LOCKED', 'The clock was set');
    this.#recorder.end(left, { reason: 'clock-stepped', cause: 'engine' });
    evidence.append({ type: 'on-air', frame: joined, lostFrom: joined > left ? left : null, rate: formatFrameRate(format.rate) });
    this.desk.moveBy(frames(joined - left));
    this.#goOnOverridden();
    stage.clear();
    [this.#next, this.#stageDue, this.#positionDue, this.#complaintDue] = [joined, joined, joined, joined];
    this.#prepare(joined);
  }

  /** Goes on where the engine before was lost, unless something else was on air by hand. */
  #resume(first: Frames, lostFrom: Frames): void {
    const { rundown, override } = this.#state;
    if (override !== null) return;
    const leftOut = leftOutByLoss(rundown, lostFrom, first);
    const interruptedId = leftOut.interrupted?.id ?? null;
    const seq = this.#parts.evidence.append({
      type: 'returned',
      frame: first,
      cause: 'engine',
      policy: 'resume',
      since: lostFrom,
      interruptedId,
    });
    this.#recorder.interrupt(RESUMED, RESUMED);
    this.#change({ rundown: resumeInterrupted(rundown, leftOut, first), changedAtSeq: seq });
  }

  /** An override that was there before goes on: it begins anew, and the evidence says so. */
  #goOnOverridden(): void {
    const mode = this.desk.mode;
    if (mode === 'auto' || mode === 'hold') return;
    const why: Cause = { reason: mode === 'panic' ? 'operator-panic' : 'operator-breaking', cause: 'engine' };
    this.#recorder.interrupt(why, why);
  }

  #change(change: Partial<RundownState>): void {
    this.#state = { ...this.#state, ...change };
    this.#stageDue = this.#next;
    this.#parts.memory.saveRundown(this.#state);
  }
}
