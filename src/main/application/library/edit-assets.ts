import type { AssetChanges as ChangesInput, MarkedAsset } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import {
  type Asset,
  type AssetChanges,
  type AssetId,
  assetId,
  changeAsset,
  type FlawLimits,
  setBreaks,
} from '../../domain/library/index.ts';
import type { AssetRepository } from '../ports/asset-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Answer } from '../refusal.ts';
import { markedAssetView } from './library-views.ts';
import { badInput, notFound, staleRevision } from './refused.ts';

/** One edit of many assets, as the contract puts it. */
export type BulkEdit =
  | { readonly op: 'change'; readonly ids: readonly string[]; readonly changes: ChangesInput }
  | { readonly op: 'tag'; readonly ids: readonly string[]; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly op: 'bin' | 'restore'; readonly ids: readonly string[] };

/** What becomes of an asset's breaks, in its own frames. */
export interface WantedBreaks {
  readonly breaks: readonly number[];
  readonly refused: readonly number[];
}

/** What editing works with. */
export interface EditAssetsParts {
  readonly unitOfWork: UnitOfWork;
  readonly events: LibraryEvents;
  readonly clock: Clock;
  readonly limits: FlawLimits;
}

type Edit = (asset: Asset) => Answer<Asset>;

/** What people do to assets. Each edit happens altogether or not at all and counts the revision of every asset in it up. */
export class EditAssets {
  readonly #parts: EditAssetsParts;

  constructor(parts: EditAssetsParts) {
    this.#parts = parts;
  }

  /** @param revision the one that the edit was made on; null when whatever is there is meant */
  change(id: string, changes: ChangesInput, revision: number | null): Promise<Answer<MarkedAsset>> {
    return this.#editOne(id, revision, changed(changes, this.#parts.limits));
  }

  /** Moves an asset to the bin. What is planned of it airs all the same. Binning it twice changes nothing. */
  bin(id: string): Promise<Answer<MarkedAsset>> {
    return this.#editOne(id, null, binned(this.#parts.clock.now()));
  }

  /** Takes an asset out of the bin again. */
  restore(id: string): Promise<Answer<MarkedAsset>> {
    return this.#editOne(id, null, restored);
  }

  /** Sets the breaks of an asset in place of those that were set before, and takes suggestions away that somebody refused. */
  async setBreaks(id: string, { breaks, refused }: WantedBreaks, revision: number | null): Promise<Answer<MarkedAsset>> {
    return this.#run(async (assets) => {
      const found = await current(assets, id, revision);
      if (!found.ok) return found;
      const judged = setBreaks(found.value.media, breaks);
      if (!judged.ok) return badInput(`breaks.${judged.index}.atFrame`, judged.message);
      const asset = { ...found.value, revision: found.value.revision + 1 };
      await assets.replaceMarkers(asset.id, ['hand'], judged.markers);
      await withoutSuggestions(assets, asset.id, refused);
      await assets.update(asset);
      return this.#view(assets, asset);
    });
  }

  /** Edits many assets: all of them, or none when one can't be edited so. Answers how many there were. */
  async bulk(edit: BulkEdit): Promise<Answer<{ readonly changed: number }>> {
    const apply = bulkEdit(edit, this.#parts);
    return this.#run(async (assets) => {
      const ids = [...new Set(edit.ids)];
      for (const id of ids) {
        const found = await current(assets, id, null);
        if (!found.ok) return badInput('ids', `There is no asset ${id}`);
        const edited = apply(found.value);
        if (!edited.ok) return { ...edited, field: `changes.${edited.field}`, message: `${found.value.houseId}: ${edited.message}` };
        if (edited.value !== found.value) await assets.update(edited.value);
      }
      return { ok: true, value: { changed: ids.length } };
    });
  }

  #editOne(id: string, revision: number | null, edit: Edit): Promise<Answer<MarkedAsset>> {
    return this.#run(async (assets) => {
      const found = await current(assets, id, revision);
      if (!found.ok) return found;
      const edited = edit(found.value);
      if (!edited.ok) return edited;
      if (edited.value !== found.value) await assets.update(edited.value);
      return this.#view(assets, edited.value);
    });
  }

  /** Runs an edit in a unit of work; a refusal undoes what was written before it. */
  async #run<T>(work: (assets: AssetRepository) => Promise<Answer<T>>): Promise<Answer<T>> {
    try {
      const value = await this.#parts.unitOfWork.run(async ({ assets }) => {
        const answer = await work(assets);
        if (!answer.ok) throw new Undone(answer);
        return answer.value;
      });
      this.#parts.events.libraryChanged();
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Undone) return error.refusal;
      throw error;
    }
  }

  async #view(assets: AssetRepository, asset: Asset): Promise<Answer<MarkedAsset>> {
    return { ok: true, value: markedAssetView(asset, await assets.listMarkers(asset.id), this.#parts.clock.now(), this.#parts.limits) };
  }
}

/** Carries a refusal out of a unit of work, which keeps nothing of what it wrote then. */
class Undone extends Error {
  readonly refusal: Extract<Answer<never>, { readonly ok: false }>;

  constructor(refusal: Undone['refusal']) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

async function current(assets: AssetRepository, id: string, revision: number | null): Promise<Answer<Asset>> {
  const asset = await assets.get(assetId(id));
  if (asset === null) return notFound('No such asset');
  return revision === null || revision === asset.revision ? { ok: true, value: asset } : staleRevision();
}

async function withoutSuggestions(assets: AssetRepository, id: AssetId, refused: readonly number[]): Promise<void> {
  if (refused.length === 0) return;
  const found = (await assets.listMarkers(id)).filter(({ origin }) => origin !== 'hand');
  const kept = found.filter(({ type, atFrame }) => type !== 'break' || !refused.includes(atFrame));
  await assets.replaceMarkers(id, ['chapters', 'black-and-silence'], kept);
}

function bulkEdit(edit: BulkEdit, { clock, limits }: EditAssetsParts): Edit {
  switch (edit.op) {
    case 'change':
      return changed(edit.changes, limits);
    case 'tag':
      return tagged(edit.add, edit.remove, limits);
    case 'bin':
      return binned(clock.now());
    case 'restore':
      return restored;
  }
}

function changed(input: ChangesInput, limits: FlawLimits): Edit {
  const { rightsFrom, rightsUntil, ...plain } = input;
  const changes: AssetChanges = { ...plain, rightsFrom: instantOf(rightsFrom), rightsUntil: instantOf(rightsUntil) };
  return (asset) => {
    const result = changeAsset(asset, changes, limits);
    return result.ok ? { ok: true, value: result.asset } : badInput(result.field, result.message);
  };
}

function tagged(add: readonly string[], remove: readonly string[], limits: FlawLimits): Edit {
  const unwanted = new Set(remove.map((tag) => tag.toLowerCase()));
  return (asset) => {
    const kept = asset.details.tags.filter((tag) => !unwanted.has(tag.toLowerCase()));
    const result = changeAsset(asset, { tags: [...kept, ...add] }, limits);
    return result.ok ? { ok: true, value: result.asset } : badInput(result.field, result.message);
  };
}

function binned(now: Milliseconds): Edit {
  return (asset) => ({
    ok: true,
    value: asset.binnedAt === null ? { ...asset, binnedAt: now, revision: asset.revision + 1 } : asset,
  });
}

const restored: Edit = (asset) => ({
  ok: true,
  value: asset.binnedAt === null ? asset : { ...asset, binnedAt: null, revision: asset.revision + 1 },
});

function instantOf(text: string | null | undefined): Milliseconds | null | undefined {
  return text === null || text === undefined ? text : milliseconds(Date.parse(text));
}
