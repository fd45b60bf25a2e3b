import {
  type FrameRate,
  type Frames,
  firstFrameFrom,
  frameDueAt,
  frames,
  type Milliseconds,
  milliseconds,
} from '../../../shared/time/index.ts';
import type { FrameClock, Ticked } from './frame-clock.ts';

/** Frames made in one go after a stall before sockets and timers get their turn. */
const MOST_IN_A_ROW = 8;

/**
 * Paces by the machine's monotonic clock, tied to UTC at the start: a step of the wall clock neither stops nor hurries
 * the channel until `realign` is called. Frame n is due at the grid's own time of n; after a stall the frames that are due are made at once, none is left out.
 */
export class RealClock implements FrameClock {
  readonly #rate: FrameRate;
  #utcAtZero: number;
  #next: Frames = frames(0);
  #timer: NodeJS.Timeout | null = null;
  #isRunning = false;

  constructor(rate: FrameRate) {
    this.#rate = rate;
    this.#utcAtZero = utcAtZero();
  }

  now(): Milliseconds {
    return milliseconds(this.#utcAtZero + performance.now());
  }

  firstFrame(): Frames {
    return firstFrameFrom(this.now(), this.#rate);
  }

  get stepMs(): Milliseconds {
    return milliseconds(Date.now() - this.now());
  }

  start(first: Frames, ticked: Ticked): void {
    this.#isRunning = true;
    this.#next = first;
    this.#run(ticked);
  }

  stop(): void {
    this.#isRunning = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  realign(): Frames {
    this.#utcAtZero = utcAtZero();
    this.#next = this.firstFrame();
    return this.#next;
  }

  #run(ticked: Ticked): void {
    for (let made = 0; this.#isRunning && made < MOST_IN_A_ROW; made++) {
      const frame = this.#next;
      const lateMs = this.now() - frameDueAt(frame, this.#rate);
      if (lateMs < 0) break;
      this.#next = frames(frame + 1);
      ticked.tick(frame, milliseconds(lateMs));
    }
    if (!this.#isRunning) return;
    const waitMs = frameDueAt(this.#next, this.#rate) - this.now();
    // A timer fires up to a millisecond early or late; rounding up keeps it from firing twice for one frame.
    this.#timer = setTimeout(() => this.#run(ticked), Math.max(0, Math.ceil(waitMs)));
  }
}

/** The instant, UTC by the wall clock, of the monotonic clock's zero. */
function utcAtZero(): number {
  return Date.now() - performance.now();
}
