import { milliseconds } from '../../../shared/time/index.ts';
import { type Asset, assetId, isStill } from '../../domain/library/index.ts';
import type { Log } from '../ports/log.ts';
import type { MediaStills } from '../ports/media-stills.ts';
import type { ThumbnailStore } from '../ports/thumbnail-store.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Answer } from '../refusal.ts';
import { notFound } from './refused.ts';

/** What enrichment works with. */
export interface EnrichAssetsParts {
  readonly unitOfWork: UnitOfWork;
  readonly stills: MediaStills;
  readonly thumbnails: ThumbnailStore;
  readonly log: Log;
}

/** How many assets are fetched at once. */
const BATCH = 50;

/** How far into a film its thumbnail is looked for: past the opening black, and not so far that it tells the end. */
const SHARE = 0.1;
const FURTHEST_MS = 60_000;

/**
 * Adds to assets what the air does not wait for: their thumbnails. Each step is due until it is settled in the database, so that enrichment
 * goes on where it was torn off; one asset at a time, because the air and the imports come first.
 */
export class EnrichAssets {
  readonly #parts: EnrichAssetsParts;
  readonly #stop = new AbortController();
  #working: Promise<void> | null = null;
  #isWanted = false;

  constructor(parts: EnrichAssetsParts) {
    this.#parts = parts;
  }

  /** Does what is due, in the background. To be called at the start and whenever assets were added. */
  readonly wake = (): void => {
    this.#isWanted = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  };

  /** Waits until nothing is due, or it was stopped. */
  async whenIdle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** Stops at once; the next run of the station goes on from here. */
  readonly stop = async (): Promise<void> => {
    this.#stop.abort(new Error('The station is stopping'));
    await this.whenIdle();
  };

  /** An asset's thumbnail, JPEG. */
  async thumbnail(id: string): Promise<Answer<Uint8Array>> {
    const jpeg = await this.#parts.thumbnails.read(assetId(id));
    return jpeg === null ? notFound('There is no thumbnail of that asset') : { ok: true, value: jpeg };
  }

  async #work(): Promise<void> {
    while (this.#isWanted && !this.#stop.signal.aborted) {
      this.#isWanted = false;
      try {
        await this.#workThroughDue();
      } catch (error) {
        // What was due still is: it is tried again with the next import, or when the station starts.
        if (!this.#stop.signal.aborted) this.#parts.log.error('The enrichment of assets stopped', { error });
      }
    }
  }

  async #workThroughDue(): Promise<void> {
    for (;;) {
      const due = await this.#parts.unitOfWork.run(({ assets }) => assets.listDue('thumbnail', BATCH));
      if (due.length === 0) return;
      for (const asset of due) await this.#enrich(asset);
    }
  }

  async #enrich(asset: Asset): Promise<void> {
    this.#stop.signal.throwIfAborted();
    const at = milliseconds(isStill(asset.media) ? 0 : Math.min(asset.media.duration * SHARE, FURTHEST_MS));
    const jpeg = asset.missingSince === null ? await this.#parts.stills.take(asset.media.path, at, this.#stop.signal) : null;
    if (jpeg !== null) await this.#parts.thumbnails.write(asset.id, jpeg);
    await this.#parts.unitOfWork.run(({ assets }) => assets.settleStep(asset.id, 'thumbnail', jpeg === null ? 'failed' : 'done'));
  }
}
