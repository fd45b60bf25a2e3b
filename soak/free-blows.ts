import { framesIn } from '../src/main/engine/producers/frame-format.ts';
import type { LivingChildren } from '../src/main/engine/testing/engine-parts.ts';
import type { FrameRate, Frames } from '../src/shared/time/index.ts';
import { type Draw, drawFrom } from './draw-from.ts';
import type { SoakClock } from './soak-clock.ts';

/** What blows are dealt to. */
export interface FreeTarget {
  readonly seed: number;
  readonly start: Frames;
  readonly end: Frames;
  readonly rate: FrameRate;
  readonly children: LivingChildren;
}

/** Frames between two kills, about. */
const KILL_EVERY = 400;
/** An encoder that dies so late is not replaced any more: what it lost is in no evidence. */
const LAST_KILL_BEFORE_END = 150;
/** Frames between two settings of the clock, and by how many seconds it is set ahead: in the past nothing is planned any more. */
const STEP_EVERY = 1500;
const STEP_SECONDS = [3, 15] as const;
/** It takes five seconds to be believed, and skips some more. */
const LAST_STEP_BEFORE_END = 900;

/** Kills decoders and encoders of a channel that runs free, and sets its clock ahead, all drawn from a seed. */
export class FreeBlows {
  readonly dealt: string[] = [];
  readonly #target: FreeTarget;
  readonly #draw: Draw;
  #nextKill: number;
  #nextStep: number;

  constructor(target: FreeTarget) {
    this.#target = target;
    this.#draw = drawFrom(target.seed + 1);
    this.#nextKill = target.start + KILL_EVERY;
    this.#nextStep = target.start + STEP_EVERY;
  }

  /** To be called after each frame. */
  after(frame: Frames, clock: SoakClock): void {
    const { end } = this.#target;
    if (frame >= this.#nextStep && frame < end - LAST_STEP_BEFORE_END) this.#setAhead(frame, clock);
    if (frame >= this.#nextKill && frame < end - LAST_KILL_BEFORE_END) this.#kill(frame);
  }

  #setAhead(frame: Frames, clock: SoakClock): void {
    const { rate, start } = this.#target;
    this.#nextStep = frame + STEP_EVERY;
    clock.setAhead(framesIn(this.#draw.between(...STEP_SECONDS) * 1000, rate));
    this.dealt.push(`clock set ahead at frame ${frame - start}`);
  }

  #kill(frame: Frames): void {
    const { start, children } = this.#target;
    this.#nextKill = frame + this.#draw.between(KILL_EVERY / 2, (KILL_EVERY * 3) / 2);
    const name = this.#draw.oneOf(['decoder', 'encoder']);
    const pid = children.named(name)[0];
    if (pid === undefined) return;
    process.kill(pid, 'SIGKILL');
    this.dealt.push(`${name} killed at frame ${frame - start}`);
  }
}
