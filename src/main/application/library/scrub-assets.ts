import type { Scrub } from '../../../shared/contract/index.ts';
import { type Asset, assetId, scrubLayout } from '../../domain/library/index.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { MediaScrubs, ScrubMedia, ScrubStore } from '../ports/media-scrubs.ts';
import type { Answer } from '../refusal.ts';
import { notFound } from './refused.ts';

/** What scrubbing works with. */
export interface ScrubAssetsParts {
  readonly catalogue: LibraryCatalogue;
  readonly scrubs: MediaScrubs;
  readonly store: ScrubStore;
}

/**
 * Gives what an asset is scrubbed by: a sheet of stills and the outline of its sound. Made when somebody first opens the asset, because
 * most assets are never opened, and kept by the file's content, so that a replaced file gets a new one.
 */
export class ScrubAssets {
  readonly #parts: ScrubAssetsParts;
  readonly #stop = new AbortController();
  readonly #making = new Map<string, Promise<ScrubMedia | null>>();

  constructor(parts: ScrubAssetsParts) {
    this.#parts = parts;
  }

  /** How the sheet is laid out, and the outline of the sound. */
  async outline(id: string): Promise<Answer<Scrub>> {
    const found = await this.#find(id);
    if (!found.ok) return found;
    const { every, ...layout } = scrubLayout(found.value.asset.media.duration);
    return { ok: true, value: { sprites: { ...layout, everyMs: every }, peaks: [...found.value.media.peaks] } };
  }

  /** The sheet of stills, JPEG. */
  async sheet(id: string): Promise<Answer<Uint8Array>> {
    const found = await this.#find(id);
    return found.ok ? { ok: true, value: found.value.media.sheet } : found;
  }

  /** Stops at once whatever is being made. */
  readonly stop = async (): Promise<void> => {
    this.#stop.abort(new Error('The station is stopping'));
    await Promise.allSettled(this.#making.values());
  };

  async #find(id: string): Promise<Answer<{ readonly asset: Asset; readonly media: ScrubMedia }>> {
    const asset = (await this.#parts.catalogue.findAsset(assetId(id)))?.asset ?? null;
    if (asset === null) return notFound('No such asset');
    const media = (await this.#parts.store.read(asset.media.fingerprint)) ?? (await this.#makeOnce(asset));
    return media === null ? notFound('There are no pictures of that asset') : { ok: true, value: { asset, media } };
  }

  /** Two who ask for the same at once get the same. */
  #makeOnce(asset: Asset): Promise<ScrubMedia | null> {
    const { fingerprint } = asset.media;
    const making = this.#making.get(fingerprint) ?? this.#make(asset).finally(() => this.#making.delete(fingerprint));
    this.#making.set(fingerprint, making);
    return making;
  }

  async #make({ media, missingSince }: Asset): Promise<ScrubMedia | null> {
    if (missingSince !== null) return null;
    const order = { layout: scrubLayout(media.duration), duration: media.duration, hasSound: media.sound !== null };
    const made = await this.#parts.scrubs.make(media.path, order, this.#stop.signal);
    if (made !== null) await this.#parts.store.write(media.fingerprint, made);
    return made;
  }
}
