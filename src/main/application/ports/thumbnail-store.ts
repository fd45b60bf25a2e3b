import type { AssetId } from '../../domain/library/index.ts';

/** The thumbnails of the assets. They can be made again, so nothing is lost with them. */
export interface ThumbnailStore {
  /** Keeps an asset's thumbnail in place of the one before; whoever reads meanwhile gets one of the two. */
  write(id: AssetId, jpeg: Uint8Array): Promise<void>;
  /** Null when there is none. */
  read(id: AssetId): Promise<Uint8Array | null>;
  /** Forgets an asset's thumbnail, if there is one. */
  remove(id: AssetId): Promise<void>;
}
