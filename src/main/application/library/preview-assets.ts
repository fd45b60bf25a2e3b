import { type Frames, frames } from '../../../shared/time/index.ts';
import { type Asset, assetId, ownFrames, ownRate } from '../../domain/library/index.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { MediaPreviews } from '../ports/media-previews.ts';
import { type Answer, refused } from '../refusal.ts';
import { badInput, notFound } from './refused.ts';

/** What previewing works with. */
export interface PreviewAssetsParts {
  readonly catalogue: Pick<LibraryCatalogue, 'findAsset'>;
  readonly previews: MediaPreviews;
}

/** Parts that are made at once: few, because each takes what the air and imports leave of a processor. */
const MOST_AT_ONCE = 2;
/** Who comes when so many wait is sent away, so that nobody waits for parts that nobody looks at any more. */
const MOST_WAITING = 16;

/** Gives parts of assets as any window can play them, in the order in which they are asked for. Nothing is kept. */
export class PreviewAssets {
  readonly #parts: PreviewAssetsParts;
  readonly #stop = new AbortController();
  readonly #making = new Set<Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];

  constructor(parts: PreviewAssetsParts) {
    this.#parts = parts;
  }

  /**
   * `count` frames from `from` on, fewer at the asset's end, as fragmented MP4.
   * @param hungUp whoever asked does not want it any more
   * @throws the signal's reason when it was hung up, and when the station stops
   */
  async part(id: string, from: Frames, count: Frames, hungUp: AbortSignal): Promise<Answer<Uint8Array>> {
    const asset = (await this.#parts.catalogue.findAsset(assetId(id)))?.asset ?? null;
    if (asset === null) return notFound('No such asset');
    if (asset.missingSince !== null) return notFound('The file of that asset is not there');
    const left = ownFrames(asset.media) - from;
    if (left <= 0) return badInput('fromFrame', `The asset ends before that: it has ${ownFrames(asset.media)} frames`);
    if (this.#waiting.length >= MOST_WAITING) return refused('TOO_MANY_TRIES', 'Too many watch assets at once');
    const signal = AbortSignal.any([hungUp, this.#stop.signal]);
    const made = await this.#inTurn(signal, () => this.#make(asset, from, frames(Math.min(left, count)), signal));
    return made === null ? notFound('There are no pictures of that part') : { ok: true, value: made };
  }

  /** Stops at once whatever is being made. */
  readonly stop = async (): Promise<void> => {
    this.#stop.abort(new Error('The station is stopping'));
    await Promise.allSettled(this.#making);
  };

  #make({ media }: Asset, from: Frames, count: Frames, signal: AbortSignal): Promise<Uint8Array | null> {
    const order = { from, count, rate: ownRate(media.picture), picture: media.picture, hasSound: media.sound !== null };
    return this.#parts.previews.make(media.path, order, signal);
  }

  async #inTurn<T>(signal: AbortSignal, make: () => Promise<T>): Promise<T> {
    let making: Promise<T> | null = null;
    try {
      while (this.#making.size >= MOST_AT_ONCE) await this.#turn(signal);
      signal.throwIfAborted();
      making = make();
      this.#making.add(making);
      return await making;
    } finally {
      if (making !== null) this.#making.delete(making);
      // Also by one who hung up just when the turn came.
      this.#waiting[0]?.();
    }
  }

  /** Waits until a place is free. @throws the signal's reason */
  async #turn(signal: AbortSignal): Promise<void> {
    let leave = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const stop = () => reject(signal.reason);
        leave = () => {
          signal.removeEventListener('abort', stop);
          this.#waiting.splice(this.#waiting.indexOf(resolve), 1);
        };
        this.#waiting.push(resolve);
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop);
      });
    } finally {
      leave();
    }
  }
}
