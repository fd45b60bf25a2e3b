import type { AssetKind } from '../../../shared/contract/index.ts';

const KIND_OF_FOLDER: ReadonlyMap<string, AssetKind> = new Map([
  ['programme', 'programme'],
  ['program', 'programme'],
  ['spot', 'commercial'],
  ['commercial', 'commercial'],
  ['advert', 'commercial'],
  ['promo', 'promo'],
  ['bumper', 'bumper'],
  ['ident', 'station-id'],
  ['station-id', 'station-id'],
  ['psa', 'psa'],
  ['filler', 'filler'],
  ['slate', 'slate'],
]);

/**
 * The kind that the names of a file's folders tell; the nearest folder that is named after a kind decides, a programme if none is.
 * Case and a plural's `s` don't matter.
 * @param folders names of folders, the outermost first
 */
export function kindOfFolders(folders: readonly string[]): AssetKind {
  for (const folder of folders.toReversed()) {
    const name = folder
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-');
    const kind = KIND_OF_FOLDER.get(name) ?? KIND_OF_FOLDER.get(name.replace(/s$/, ''));
    if (kind) return kind;
  }
  return 'programme';
}
