import type { AssetKind } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** A folder whose media comes into the library by itself. */
export interface WatchFolder {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** What its files are taken for; null: each file's sidecar or folder decides. */
  readonly kind: AssetKind | null;
  readonly addedBy: string;
  readonly addedAt: Milliseconds;
}

/** A file as a look at a folder finds it. */
export interface SeenFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Milliseconds;
}

/** In whose name the station imports from its watch folders. No user can have it: names of users hold no brackets. */
export const WATCH_FOLDER_IMPORTS = '(watch folder)';

/** Whether two looks saw the same version of a file. */
export function isSameVersion(one: Omit<SeenFile, 'path'>, other: Omit<SeenFile, 'path'>): boolean {
  return one.sizeBytes === other.sizeBytes && one.modifiedAt === other.modifiedAt;
}
