import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Burst } from './burst.ts';

/** What may wait for a child: about 10 s of a 6 Mbit/s channel. Beyond it pictures are left out up to a key frame. */
const MOST_QUEUED_BYTES = 8 * 1024 * 1024;

/** What goes through a feed: whole or not at all. */
export type FeedPiece = Pick<Burst, 'packets' | 'byteLength' | 'isKeyFrame'>;

/** The end of a pipe that a child reads from. */
export interface FeedPipe {
  /** Returns whether the pipe has room for more; `onRoom` is called when it has again. */
  write(bytes: Buffer): boolean;
  onRoom(listener: () => void): void;
}

/**
 * The pieces of a stream that wait for a child, within a bound. What is left out is left out in whole pieces and up to a key frame, so that the child never
 * reads half a picture, nor one that can't be decoded.
 */
export class BoundedFeed {
  readonly #pipe: FeedPipe;
  #queue: FeedPiece[] = [];
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

  /** What waits for the child. */
  get waitingBytes(): number {
    return this.#queuedBytes;
  }

  /** The child has its other side: from now on all is kept for it, within the bound. */
  connected(): void {
    this.#isConnected = true;
  }

  /** Hands a piece on, or keeps it for later. The first one begins a key frame. */
  push(piece: FeedPiece, now: Milliseconds): void {
    // Whoever is only found now wants to see what is on air now.
    if (piece.isKeyFrame && !this.#isConnected) this.#drop();
    if (this.#isSkipping && !this.#resumesWith(piece)) return;
    if (this.#queuedBytes + piece.byteLength > MOST_QUEUED_BYTES) this.#isSkipping = true;
    else this.#enqueue(piece);
    this.#pump();
    this.#stuckSince = this.#hasRoom ? null : (this.#stuckSince ?? now);
  }

  /** How long the child has taken nothing although there was something to take. */
  stuckFor(now: Milliseconds): Milliseconds {
    return milliseconds(this.#stuckSince === null ? 0 : now - this.#stuckSince);
  }

  #enqueue(piece: FeedPiece): void {
    this.#queue.push(piece);
    this.#queuedBytes += piece.byteLength;
  }

  #drop(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  #resumesWith(piece: FeedPiece): boolean {
    if (!piece.isKeyFrame || this.#queuedBytes > MOST_QUEUED_BYTES / 2) return false;
    this.#isSkipping = false;
    return true;
  }

  /** Writes whole pieces for as long as the pipe has room. */
  #pump(): void {
    while (this.#hasRoom) {
      const piece = this.#queue.shift();
      if (piece === undefined) return;
      this.#queuedBytes -= piece.byteLength;
      this.#bytesTaken += piece.byteLength;
      this.#stuckSince = null;
      for (const packets of piece.packets) this.#hasRoom = this.#pipe.write(packets);
    }
  }
}
