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
  const kinds = folders.map(kindOfName).filter((kind) => kind !== null);
  return kinds.at(-1) ?? 'programme';
}

/** The kind that goes by a name, whatever its case, with a plural's `s` or without; null when none does. */
export function kindOfName(name: string): AssetKind | null {
  const folder = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return KIND_OF_FOLDER.get(folder) ?? KIND_OF_FOLDER.get(folder.replace(/s$/, '')) ?? null;
}
