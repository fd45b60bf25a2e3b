import { type Asset, type FlawLimits, readSidecar } from '../../domain/library/index.ts';
import type { AssetRepository } from '../ports/asset-repository.ts';
import type { MediaFiles, SidecarFile } from '../ports/media-files.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { restated } from './said-beside.ts';

/** What reading a sidecar again works with. */
export interface RereadSidecarParts {
  readonly unitOfWork: UnitOfWork;
  readonly files: MediaFiles;
  readonly limits: FlawLimits;
}

/** Reads what stands beside an asset's media file once more, and applies what changed in it. @returns whether the asset changed */
export async function rereadSidecar({ unitOfWork, files, limits }: RereadSidecarParts, path: string): Promise<boolean> {
  const found = await files.readSidecar(path);
  if (found === null) return false;
  return unitOfWork.run(async ({ assets }) => {
    const asset = await assets.findByPath(path);
    if (asset === null) return false;
    const changed = await retold(assets, asset, found, limits);
    if (changed !== asset) await assets.update(changed);
    return changed !== asset;
  });
}

/**
 * The asset as a sidecar has it that is not the version read last, which is kept then; the very asset when nothing changed. A sidecar that is
 * gone takes nothing back.
 */
export async function retold(assets: AssetRepository, asset: Asset, found: SidecarFile | null, limits: FlawLimits): Promise<Asset> {
  const before = await assets.sidecarOf(asset.id);
  if (found === null || before?.mark === found.mark) return asset;
  const now = readSidecar(found);
  await assets.keepSidecar(asset.id, { mark: found.mark, said: now.changes });
  // What this asset was told when it came in was not kept; an older sidecar was read then, and people may have edited the asset since.
  if (before === null && found.modifiedAt <= asset.importedAt) return asset;
  return restated(asset, before?.said ?? {}, now, limits);
}
