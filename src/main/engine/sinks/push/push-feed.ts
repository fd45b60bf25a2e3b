import { type Milliseconds, milliseconds } from '../../../../shared/time/index.ts';
import type { Burst } from '../../hub/index.ts';

/** What may wait for a child: about 10 s of a 6 Mbit/s channel. Beyond it pictures are left out up to a key frame. */
const MOST_QUEUED_BYTES = 8 * 1024 * 1024;

/** The end of a pipe that a child reads from. */
export interface FeedPipe {
  /** Returns whether the pipe has room for more; `onRoom` is called when it has again. */
  write(bytes: Buffer): boolean;
  onRoom(listener: () => void): void;
}

/**
 * The bursts that wait for a child, within a bound. What is left out is left out in whole bursts and up to a key frame, so that the child never
 * reads half a picture, nor one that can't be decoded.
 */
export class PushFeed {
  readonly #pipe: FeedPipe;
  #queue: Burst[] = [];
  #queuedBytes = 0;
  #bytesTaken = 0;
  #hasRoom = true;
  #isSkipping = false;
  #isConnected = false;
  /** Since when the child has taken nothing of what waits; null while it takes. */
  #stuckSince: Milliseconds | null = null;

  constructor(pipe: FeedPipe) {
    this.#pipe = pipe;
    pipe.onRoom(() => {
      this.#hasRoom = true;
      this.#pump();
    });
  }

  /** What the child has read, up to what is in the pipe. */
  get bytesTaken(): number {
    return this.#bytesTaken;
  }

  /** The child has its other side: from now on all is kept for it, within the bound. */
  connected(): void {
    this.#isConnected = true;
  }

  /** Hands a burst on, or keeps it for later. The first one begins a key frame. */
  push(burst: Burst, now: Milliseconds): void {
    // Whoever is only found now wants to see what is on air now.
    if (burst.isKeyFrame && !this.#isConnected) this.#drop();
    if (this.#isSkipping && !this.#resumesWith(burst)) return;
    if (this.#queuedBytes + burst.byteLength > MOST_QUEUED_BYTES) this.#isSkipping = true;
    else this.#enqueue(burst);
    this.#pump();
    this.#stuckSince = this.#hasRoom ? null : (this.#stuckSince ?? now);
  }

  /** How long the child has taken nothing although there was something to take. */
  stuckFor(now: Milliseconds): Milliseconds {
    return milliseconds(this.#stuckSince === null ? 0 : now - this.#stuckSince);
  }

  #enqueue(burst: Burst): void {
    this.#queue.push(burst);
    this.#queuedBytes += burst.byteLength;
  }

  #drop(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  #resumesWith(burst: Burst): boolean {
    if (!burst.isKeyFrame || this.#queuedBytes > MOST_QUEUED_BYTES / 2) return false;
    this.#isSkipping = false;
    return true;
  }

  /** Writes whole bursts for as long as the pipe has room. */
  #pump(): void {
    while (this.#hasRoom) {
      const burst = this.#queue.shift();
      if (burst === undefined) return;
      this.#queuedBytes -= burst.byteLength;
      this.#bytesTaken += burst.byteLength;
      this.#stuckSince = null;
      for (const packets of burst.packets) this.#hasRoom = this.#pipe.write(packets);
    }
  }
}
