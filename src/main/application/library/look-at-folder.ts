import { type AssetId, type FlawLimits, isSameVersion, type SeenFile, type WatchFolder } from '../../domain/library/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { KnownFile, LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { MediaFiles, SurveyedFile } from '../ports/media-files.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { rereadSidecar } from './reread-sidecar.ts';

/** What looking at a folder works with. */
export interface LookAtFolderParts {
  readonly unitOfWork: UnitOfWork;
  readonly catalogue: LibraryCatalogue;
  readonly files: MediaFiles;
  readonly clock: Clock;
  readonly limits: FlawLimits;
}

/** What a look at a folder found. */
export interface FolderFindings {
  /** Files that are new or changed. They may still be written. */
  readonly changed: readonly SeenFile[];
  /** How many assets lost their file, or have it back. */
  readonly lost: number;
  readonly healed: number;
  /** How many say something else of themselves: their sidecars changed. */
  readonly restated: number;
}

const BATCH = 1_000;

/**
 * Compares a folder with the library by names, sizes and times alone, in batches: nothing is probed, and nothing opened but sidecars that
 * changed. Assets whose files are gone are marked as missing, those whose files are back are healed.
 */
export async function lookAtFolder(parts: LookAtFolderParts, folder: WatchFolder, signal: AbortSignal): Promise<FolderFindings> {
  const seen = new Set<string>();
  const changed: SeenFile[] = [];
  let healed = 0;
  let restated = 0;
  for await (const files of parts.files.survey(folder.path)) {
    signal.throwIfAborted();
    const compared = compare(files, await parts.catalogue.knownFiles(files.map(({ path }) => path)));
    for (const { path } of files) seen.add(path);
    changed.push(...compared.changed);
    healed += await setMissing(parts, compared.back, false);
    for (const path of compared.retold) if (await rereadSidecar(parts, path)) restated++;
  }
  return { changed, healed, restated, lost: await markLost(parts, folder, seen, signal) };
}

interface Compared {
  readonly changed: readonly SeenFile[];
  readonly back: readonly AssetId[];
  /** The paths of known files whose sidecars are new or changed. */
  readonly retold: readonly string[];
}

function compare(files: readonly SurveyedFile[], known: readonly KnownFile[]): Compared {
  const byPath = new Map<string, KnownFile[]>();
  for (const file of known) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
  const changed: SeenFile[] = [];
  const back: AssetId[] = [];
  const retold: string[] = [];
  for (const file of files) {
    const same = byPath.get(file.path)?.find((version) => isSameVersion(version, file) && !(version.type === 'asset' && version.isBad));
    if (same === undefined) changed.push(file);
    if (same?.type !== 'asset') continue;
    if (same.isMissing) back.push(same.id);
    if (file.sidecarMark !== null && file.sidecarMark !== same.sidecarMark) retold.push(file.path);
  }
  return { changed, back, retold };
}

async function markLost(parts: LookAtFolderParts, folder: WatchFolder, seen: ReadonlySet<string>, signal: AbortSignal): Promise<number> {
  let lost = 0;
  for (let after = ''; ; ) {
    signal.throwIfAborted();
    const present = await parts.catalogue.presentFilesBelow(folder.path, after, BATCH);
    const gone = present.filter(({ path }) => !seen.has(path)).map(({ id }) => id);
    lost += await setMissing(parts, gone, true);
    if (present.length < BATCH) return lost;
    after = present.at(-1)?.path ?? after;
  }
}

async function setMissing({ unitOfWork, clock }: LookAtFolderParts, ids: readonly AssetId[], isMissing: boolean): Promise<number> {
  if (ids.length > 0) await unitOfWork.run(({ assets }) => assets.setMissing(ids, isMissing ? clock.now() : null));
  return ids.length;
}
