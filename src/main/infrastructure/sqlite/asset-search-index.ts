import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Asset } from '../../domain/library/index.ts';
import type { StationDatabase } from './station-schema.ts';

/** Writes the words of an asset into the search index, in place of those it had. */
export async function indexAsset(db: Kysely<StationDatabase>, seq: number, asset: Asset): Promise<void> {
  await db.deleteFrom('asset_search').where('rowid', '=', seq).execute();
  await db
    .insertInto('asset_search')
    .values({ rowid: seq, title: asset.title, house_id: asset.houseId, file_name: basename(asset.media.path) })
    .execute();
}

/**
 * What a person typed, as an FTS5 expression: every word must be there or begin a word that is. Null when nothing was
 * typed that could be searched for. Words are quoted, so nothing typed is read as FTS5's own syntax.
 */
export function searchExpression(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
