import { setImmediate as turn } from 'node:timers/promises';
import { type FrameRate, type Frames, frameDueAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { FrameClock, Ticked } from './frame-clock.ts';

/**
 * Asks for the next frame as soon as everything that it needs is there, and waits rather than letting a picture be held. Its time is
 * that of its frames. With it, exactness can be shown at any machine's speed and never by luck.
 */
export class FreeRunningClock implements FrameClock {
  readonly #rate: FrameRate;
  readonly #first: Frames;
  #at: Frames;
  #next: Frames;
  #isRunning = false;

  /** `first`: the frame that the channel starts with. */
  constructor(rate: FrameRate, first: Frames) {
    this.#rate = rate;
    this.#first = first;
    this.#at = first;
    this.#next = first;
  }

  now(): Milliseconds {
    return frameDueAt(this.#at, this.#rate);
  }

  get stepMs(): Milliseconds {
    return milliseconds(0);
  }

  firstFrame(): Frames {
    return this.#first;
  }

  start(first: Frames, ticked: Ticked): void {
    this.#isRunning = true;
    this.#next = first;
    void this.#run(ticked);
  }

  stop(): void {
    this.#isRunning = false;
  }

  /** It has no wall clock that could be set. */
  realign(): Frames {
    return this.#next;
  }

  /** Goes on with another frame than the one that would follow. */
  protected goOnFrom(frame: Frames): Frames {
    this.#next = frame;
    return frame;
  }

  async #run(ticked: Ticked): Promise<void> {
    while (this.#isRunning) {
      const frame = this.#next;
      this.#at = frame;
      for (let wait = ticked.notReady(frame); wait !== null && this.#isRunning; wait = ticked.notReady(frame)) await wait;
      if (!this.#isRunning) return;
      this.#next = frames(frame + 1);
      ticked.tick(frame, milliseconds(0));
      // Sockets and children get their turn between any two frames.
      await turn();
    }
  }
}
