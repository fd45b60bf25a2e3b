import type { AssetKind, Asset as AssetView, Import as ImportView, MarkedAsset } from '../../../shared/contract/index.ts';
import { assetId, type FlawLimits, importId, parseSearch, type SearchFilter } from '../../domain/library/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { Answer } from '../refusal.ts';
import { readAssetCursor, writeAssetCursor } from './asset-cursor.ts';
import { assetView, importView, markedAssetView } from './library-views.ts';
import { badInput, notFound } from './refused.ts';

/** How many imports a list shows. */
const IMPORT_LIMIT = 50;

/** Which assets are asked for; as in the contract, with nothing left out. */
export interface AssetQuery {
  readonly search: string | null;
  readonly kind: AssetKind | null;
  readonly limit: number;
  readonly cursor: string | null;
}

/** A part of the list of assets, as the contract tells it. */
export interface AssetListView {
  readonly items: AssetView[];
  readonly nextCursor: string | null;
}

/** What consoles and other software read of the library, in the contract's own shapes. */
export class LibraryQueries {
  readonly #catalogue: LibraryCatalogue;
  readonly #clock: Clock;
  readonly #limits: FlawLimits;

  constructor(catalogue: LibraryCatalogue, clock: Clock, limits: FlawLimits) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#limits = limits;
  }

  async listAssets({ search, kind, limit, cursor }: AssetQuery): Promise<Answer<AssetListView>> {
    const after = cursor === null ? null : readAssetCursor(cursor);
    if (cursor !== null && after === null) return badInput('cursor', 'Not a cursor that this call gave out');
    const now = this.#clock.now();
    const parsed = parseSearch(search ?? '', now);
    if (!parsed.ok) return badInput('search', parsed.message);
    const filters: readonly SearchFilter[] =
      kind === null ? parsed.search.filters : [...parsed.search.filters, { type: 'kind', kinds: [kind] }];
    const page = await this.#catalogue.listAssets({ search: { ...parsed.search, filters }, limit, after });
    const items = page.items.map((asset) => assetView(asset, now, this.#limits));
    return { ok: true, value: { items, nextCursor: page.next && writeAssetCursor(page.next) } };
  }

  async getAsset(id: string): Promise<Answer<MarkedAsset>> {
    const found = await this.#catalogue.findAsset(assetId(id));
    if (found === null) return notFound('No such asset');
    return { ok: true, value: markedAssetView(found.asset, found.markers, this.#clock.now(), this.#limits) };
  }

  async listImports(): Promise<ImportView[]> {
    const reports = await this.#catalogue.listImports(IMPORT_LIMIT);
    return reports.map(importView);
  }

  async getImport(id: string): Promise<Answer<ImportView>> {
    const report = await this.#catalogue.findImport(importId(id));
    return report ? { ok: true, value: importView(report) } : notFound('No such import');
  }
}
