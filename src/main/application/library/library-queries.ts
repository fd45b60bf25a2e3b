import type { AssetKind, Asset as AssetView, Import as ImportView } from '../../../shared/contract/index.ts';
import { assetId, importId } from '../../domain/library/index.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import { readAssetCursor, writeAssetCursor } from './asset-cursor.ts';
import { assetView, importView } from './library-views.ts';
import { type Answer, badInput, notFound } from './refused.ts';

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

  constructor(catalogue: LibraryCatalogue) {
    this.#catalogue = catalogue;
  }

  async listAssets({ search, kind, limit, cursor }: AssetQuery): Promise<Answer<AssetListView>> {
    const after = cursor === null ? null : readAssetCursor(cursor);
    if (cursor !== null && after === null) return badInput('cursor', 'Not a cursor that this call gave out');
    const page = await this.#catalogue.listAssets({ search, kind, limit, after });
    return { ok: true, value: { items: page.items.map(assetView), nextCursor: page.next && writeAssetCursor(page.next) } };
  }

  async getAsset(id: string): Promise<Answer<AssetView>> {
    const asset = await this.#catalogue.findAsset(assetId(id));
    return asset ? { ok: true, value: assetView(asset) } : notFound('No such asset');
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
