import { MARKER_ORIGINS } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import {
  type Asset,
  assetId,
  type FileIdentity,
  type FileOutcome,
  type FileRefusal,
  type FlawLimits,
  formatHouseId,
  housePrefix,
  isStill,
  kindOfFolders,
  type MediaFile,
  type MediaImport,
  ownFrames,
  readSidecar,
  refusal,
  refusalBecause,
  type SeenFile,
  type SidecarFacts,
  staticGain,
  validated,
} from '../../domain/library/index.ts';
import type { AssetRepository } from '../ports/asset-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { MediaFiles, SidecarFile } from '../ports/media-files.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { type JudgingParts, judgeFile, type MeasuredFile } from './judge-file.ts';
import { newAsset } from './new-asset.ts';
import { rereadSidecar, retold } from './reread-sidecar.ts';

/** What the import of one file works with. */
export interface ImportFileParts extends JudgingParts {
  readonly unitOfWork: UnitOfWork;
  readonly files: MediaFiles;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly limits: FlawLimits;
}

/** All that is known of a good file. */
interface FoundFile {
  readonly media: MediaFile;
  readonly measured: MeasuredFile;
  readonly sidecar: SidecarFile | null;
  readonly said: SidecarFacts;
}

/** What became of a file, and whether the asset it belongs to is another one now. */
export interface ImportedFile {
  readonly outcome: FileOutcome;
  readonly isChanged: boolean;
}

const NOTHING_SAID: SidecarFacts = { changes: {}, unreadable: [] };

type Size = { readonly sizeBytes: number; readonly modifiedAt: Milliseconds };

/** Takes one file of an import into the library, or settles it with the reason why not. One unit of work writes all of it. */
export class ImportFile {
  readonly #parts: ImportFileParts;

  constructor(parts: ImportFileParts) {
    this.#parts = parts;
  }

  /** @throws MediaToolFailed; and the signal's reason when it is stopped. The file is not settled then. */
  async run(mediaImport: MediaImport, path: string, signal: AbortSignal): Promise<ImportedFile> {
    const outcome = await this.#settle(mediaImport, path, signal);
    const isOldFile = outcome === 'known' || outcome === 'moved';
    const isRetold = isOldFile && (await rereadSidecar(this.#parts, path));
    return { outcome, isChanged: isRetold || outcome !== 'known' };
  }

  async #settle(mediaImport: MediaImport, path: string, signal: AbortSignal): Promise<FileOutcome> {
    const found = await this.#parts.files.inspect(path);
    if (found.type === 'not-found' || found.type === 'not-readable') return this.#refuse(mediaImport, { path }, refusal(found.type));
    if (found.type === 'bad-name')
      return this.#refuse(mediaImport, { path, sizeBytes: 0, modifiedAt: milliseconds(0) }, refusal('bad-name'));
    // A folder that could not be read and is tried again: the walk has found what is in it.
    if (found.type === 'folder') return this.#settleKnown(mediaImport, path);
    if (found.type !== 'file') return this.#refuse(mediaImport, { path }, refusal('not-media'));
    const recalled = await this.#recall(mediaImport, path, found);
    if (recalled !== null) return recalled;
    const seen = { path, ...found };
    if (found.sizeBytes === 0) return this.#refuse(mediaImport, seen, refusal('empty-file'));
    const identity = await this.#identify(path, found);
    if (identity === null) return this.#refuse(mediaImport, { path }, refusal('not-readable'));
    const familiar = await this.#recognise(mediaImport, identity);
    if (familiar !== null) return familiar;
    const judged = await judgeFile(this.#parts, path, signal);
    // First: what is wrong with half a copy, or with a file that went meanwhile, is that.
    const why = await this.#whyNotSame(path, found);
    if (why !== null) return this.#refuse(mediaImport, { path }, why);
    return judged.ok ? this.#take(mediaImport, identity, judged.value) : this.#refuse(mediaImport, identity, judged.refusal);
  }

  #settleKnown(mediaImport: MediaImport, path: string): Promise<FileOutcome> {
    return this.#parts.unitOfWork.run<FileOutcome>(async ({ imports }) => {
      await imports.settleFile(mediaImport.id, path, 'known', null);
      return 'known';
    });
  }

  /** What became of a file whose path, size and time are those of an asset's: there is nothing to look into. Null for others. */
  #recall(mediaImport: MediaImport, path: string, found: Size): Promise<FileOutcome | null> {
    return this.#parts.unitOfWork.run<FileOutcome | null>(async ({ assets, imports }) => {
      const asset = await assets.findByPath(path);
      const isSame = asset?.media.sizeBytes === found.sizeBytes && asset.media.modifiedAt === found.modifiedAt;
      if (!isSame || asset.lifecycle === 'new') return null;
      if (asset.missingSince !== null) await assets.update({ ...asset, missingSince: null });
      const outcome = asset.binnedAt === null ? 'known' : 'refused';
      await imports.settleFile(mediaImport.id, path, outcome, outcome === 'refused' ? twinRefusal(asset) : null);
      return outcome;
    });
  }

  async #identify(path: string, found: Size): Promise<FileIdentity | null> {
    try {
      const fingerprint = await this.#parts.files.fingerprint(path, found.sizeBytes);
      return { path, sizeBytes: found.sizeBytes, modifiedAt: found.modifiedAt, fingerprint };
    } catch {
      // It could be opened a moment ago: a disk that fails or was pulled out. The refusal says so to the people who can help.
      return null;
    }
  }

  /** Content that the library has: the same file touched, one that was moved, or a twin. Null: it is new. */
  async #recognise(mediaImport: MediaImport, identity: FileIdentity): Promise<FileOutcome | null> {
    const twin = await this.#parts.unitOfWork.run(({ assets }) => assets.findByFingerprint(identity.fingerprint));
    if (twin === null || twin.lifecycle === 'new') return null;
    if (twin.media.path === identity.path) return this.#follow(mediaImport, twin, identity, 'known');
    const old = await this.#parts.files.inspect(twin.media.path);
    return old.type === 'file'
      ? this.#refuse(mediaImport, identity, twinRefusal(twin))
      : this.#follow(mediaImport, twin, identity, 'moved');
  }

  #follow(mediaImport: MediaImport, { id }: Asset, identity: FileIdentity, outcome: 'known' | 'moved'): Promise<FileOutcome | null> {
    return this.#parts.unitOfWork.run<FileOutcome | null>(async ({ assets, imports }) => {
      const holder = await assets.findByPath(identity.path);
      // Two files that changed places: each is then looked into as if it were replaced.
      if (holder !== null && holder.id !== id) return null;
      // Read anew: somebody may have edited it since.
      const asset = await assets.get(id);
      if (asset === null) return null;
      await assets.update({ ...asset, media: { ...asset.media, ...identity }, missingSince: null });
      await imports.settleFile(mediaImport.id, identity.path, outcome, null);
      return outcome;
    });
  }

  /** What happened to a file while it was looked into; null: nothing. */
  async #whyNotSame(path: string, before: Size): Promise<FileRefusal | null> {
    const now = await this.#parts.files.inspect(path);
    if (now.type !== 'file') return refusal('not-found');
    return now.sizeBytes === before.sizeBytes && now.modifiedAt === before.modifiedAt ? null : STILL_WRITTEN;
  }

  /** Settles a file with its refusal. An asset whose file was replaced by a bad one, or is gone, does not air any more. */
  #refuse(mediaImport: MediaImport, file: SeenFile | { readonly path: string }, why: FileRefusal): Promise<FileOutcome> {
    const { path } = file;
    return this.#parts.unitOfWork.run<FileOutcome>(async ({ assets, imports }) => {
      const holder = await assets.findByPath(path);
      const change = why.code === 'not-found' ? { missingSince: this.#parts.clock.now() } : { lifecycle: 'new' as const };
      if (holder !== null) await assets.update({ ...holder, ...change });
      if ('sizeBytes' in file) await imports.rememberRefused(file);
      await imports.settleFile(mediaImport.id, path, 'refused', why);
      return 'refused';
    });
  }

  async #take(order: MediaImport, identity: FileIdentity, measured: MeasuredFile): Promise<FileOutcome> {
    const sidecar = await this.#parts.files.readSidecar(identity.path);
    const said = sidecar === null ? NOTHING_SAID : readSidecar(sidecar);
    const found = { measured, media: { ...identity, ...measured.media }, sidecar, said };
    return this.#parts.unitOfWork.run<FileOutcome>(async (repositories) => {
      const { assets, imports } = repositories;
      const holder = await assets.findByPath(identity.path);
      const twin = await assets.findByFingerprint(identity.fingerprint);
      const why = holder === null && twin !== null ? twinRefusal(twin) : null;
      if (why === null) await this.#keep(repositories, order, holder, found);
      const outcome = why ? 'refused' : holder ? 'replaced' : 'imported';
      await imports.settleFile(order.id, identity.path, outcome, why);
      return outcome;
    });
  }

  /** Writes the asset of a good file. Breaks that people set stay as far as the file reaches. */
  async #keep({ assets }: Repositories, order: MediaImport, holder: Asset | null, found: FoundFile): Promise<void> {
    const { media, measured } = found;
    const asset = holder ? await this.#replaced(assets, holder, found) : await this.#newAsset(assets, order, found);
    await (holder ? assets.update(asset) : assets.add(asset));
    if (holder === null) await assets.keepSidecar(asset.id, { mark: found.sidecar?.mark ?? null, said: found.said.changes });
    const byHand = (await assets.listMarkers(asset.id)).filter(({ origin, atFrame }) => origin === 'hand' && atFrame < ownFrames(media));
    if (media.picture !== null) await assets.makeDue(asset.id, 'thumbnail');
    await assets.replaceMarkers(asset.id, MARKER_ORIGINS, [...byHand, ...measured.markers]);
  }

  #replaced(assets: AssetRepository, holder: Asset, found: FoundFile): Promise<Asset> {
    const { limits } = this.#parts;
    return retold(assets, validated(withFile(holder, found), limits), found.sidecar, limits);
  }

  async #newAsset(assets: AssetRepository, order: MediaImport, { media, measured, said }: FoundFile): Promise<Asset> {
    const { files, ids, clock, limits } = this.#parts;
    const kind = order.kind ?? said.changes.kind ?? kindOfFolders(files.foldersBetween(order.path, media.path));
    const prefix = housePrefix(kind);
    const houseId = formatHouseId(prefix, await assets.nextHouseNumber(prefix));
    const fileName = files.fileName(media.path);
    return newAsset({ id: assetId(ids.next()), houseId, kind, media, flaws: measured.flaws, limits, fileName, said, now: clock.now() });
  }
}

/** An asset whose file was replaced by another good one. In and out points that lie outside of that one are dropped; a still is shown as long as before. */
function withFile(asset: Asset, { media: found, measured: { flaws } }: FoundFile): Asset {
  const media = isStill(found) && isStill(asset.media) ? { ...found, duration: asset.media.duration } : found;
  const length = ownFrames(media);
  const inFrame = asset.inFrame !== null && asset.inFrame < length ? asset.inFrame : null;
  const outFrame = asset.outFrame !== null && asset.outFrame <= length ? asset.outFrame : null;
  const lifecycle = asset.lifecycle === 'retired' ? 'retired' : 'ready';
  return {
    ...asset,
    media,
    gainDb: staticGain(media.loudness),
    lifecycle,
    inFrame,
    outFrame,
    missingSince: null,
    flaws,
    intendedFlaws: [],
  };
}

const STILL_WRITTEN = refusalBecause('truncated', 'The file was still being written. Import it again when its copy is complete.');

function twinRefusal({ title, houseId, binnedAt }: Asset): FileRefusal {
  const name = `“${title}” (${houseId})`;
  return refusalBecause(
    'already-imported',
    binnedAt === null ? `The same content is in the library already, as ${name}.` : `It is in the bin, as ${name}. Restore it from there.`,
  );
}
