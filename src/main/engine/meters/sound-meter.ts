import { LEAST_LEVEL_DBFS, type Loudness, type Meters } from '../../../shared/engine-protocol/index.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import { addSound, clearSound, noSound } from './measure-sound.ts';

/** At most 25 messages a second, whatever the channel's rate. */
const LEAST_GAP_MS = 39;

/** Who wants levels says so again before this is over; nobody does when no console is open, and then nothing is measured. */
const WANTED_MS = 5000;

/** Measures every frame of sound while somebody wants it, and tells whoever listens, at most 25 times a second, what the frames since the last time came to. */
export class SoundMeter {
  readonly #now: () => Milliseconds;
  readonly #loudness: () => Loudness | null;
  readonly #sums = noSound();
  readonly #listeners = new Set<(meters: Meters) => void>();
  #toldAt = Number.NEGATIVE_INFINITY;
  #wantedUntil = Number.NEGATIVE_INFINITY;

  /** `loudness` is asked for the latest loudness with each message. `now`: any clock that only goes forward. */
  constructor(now: () => Milliseconds, loudness: () => Loudness | null) {
    this.#now = now;
    this.#loudness = loudness;
  }

  /** Calls `listener` until the returned function is called. */
  listen(listener: (meters: Meters) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that somebody wants the levels of the next five seconds. */
  want(): void {
    this.#wantedUntil = this.#now() + WANTED_MS;
  }

  /** Whether somebody wants the levels now. */
  get isWanted(): boolean {
    return this.#now() <= this.#wantedUntil;
  }

  /** Takes in a frame of s16le stereo sound. */
  hear(frame: Frames, sound: Uint8Array): void {
    const now = this.#now();
    if (this.#listeners.size === 0 || now > this.#wantedUntil) return;
    addSound(this.#sums, sound);
    if (now - this.#toldAt < LEAST_GAP_MS) return;
    this.#toldAt = now;
    const { peakLeft, peakRight, squaresLeft, squaresRight, samples } = this.#sums;
    const meters: Meters = {
      frame,
      peakDbfs: [levelOf(peakLeft), levelOf(peakRight)],
      rmsDbfs: [levelOf(Math.sqrt(squaresLeft / samples)), levelOf(Math.sqrt(squaresRight / samples))],
      loudness: this.#loudness(),
    };
    clearSound(this.#sums);
    for (const listener of this.#listeners) listener(meters);
  }
}

/** A share of full scale in decibels, to a hundredth. */
function levelOf(share: number): number {
  return Math.round(100 * Math.max(LEAST_LEVEL_DBFS, 20 * Math.log10(share))) / 100 || 0;
}
