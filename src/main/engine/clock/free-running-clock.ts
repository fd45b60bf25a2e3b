import { setImmediate as turn } from 'node:timers/promises';
import { type FrameRate, type Frames, frameDueAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { FrameClock, Ticked } from './frame-clock.ts';

/**
 * Asks for the next frame as soon as everything that it needs is there, and waits rather than letting a picture be held. Its time is
 * that of its frames. With it, exactness can be shown at any machine's speed and never by luck.
 */
export class FreeRunningClock implements FrameClock {
  readonly stepMs = milliseconds(0);
  readonly #rate: FrameRate;
  readonly #first: Frames;
  #at: Frames;
  #isRunning = false;

  /** `first`: the frame that the channel starts with. */
  constructor(rate: FrameRate, first: Frames) {
    this.#rate = rate;
    this.#first = first;
    this.#at = first;
  }

  now(): Milliseconds {
    return frameDueAt(this.#at, this.#rate);
  }

  firstFrame(): Frames {
    return this.#first;
  }

  start(first: Frames, ticked: Ticked): void {
    this.#isRunning = true;
    void this.#run(first, ticked);
  }

  stop(): void {
    this.#isRunning = false;
  }

  async #run(first: Frames, ticked: Ticked): Promise<void> {
    for (let frame = first; this.#isRunning; frame = frames(frame + 1)) {
      this.#at = frame;
      for (let wait = ticked.notReady(frame); wait !== null && this.#isRunning; wait = ticked.notReady(frame)) await wait;
      if (!this.#isRunning) return;
      ticked.tick(frame, milliseconds(0));
      // Sockets and children get their turn between any two frames.
      await turn();
    }
  }
}
