import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Asset, AssetDetails } from '../../domain/library/index.ts';
import { searchableText } from './searchable-text.ts';
import type { StationDatabase } from './station-schema.ts';

/** Writes the words and terms of an asset into the search index, in place of those it had. */
export async function indexAsset(db: Kysely<StationDatabase>, seq: number, asset: Asset): Promise<void> {
  await db.deleteFrom('asset_search').where('rowid', '=', seq).execute();
  await db
    .insertInto('asset_search')
    .values({ rowid: seq, ...wordsOf(asset) })
    .execute();
  await db.deleteFrom('asset_terms').where('asset_seq', '=', seq).execute();
  const terms = termsOf(asset.details).map(([field, term]) => ({ field, term: searchableText(term), asset_seq: seq }));
  if (terms.length === 0) return;
  await db
    .insertInto('asset_terms')
    .values(terms)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function wordsOf({ title, houseId, media, details }: Asset) {
  const { series, genres, tags, people, advertiser, category } = details;
  const labels = [...genres, ...tags, advertiser ?? '', category ?? ''].join(' ');
  return { title, series: series ?? '', labels, people: people.join(' '), house_id: houseId, file_name: basename(media.path) };
}

function termsOf(details: AssetDetails): ReadonlyArray<readonly [field: string, term: string]> {
  const { series, advertiser, category, contentRating, language } = details;
  const single = Object.entries({ series, advertiser, category, rating: contentRating, language });
  const lists = Object.entries({ genre: details.genres, tag: details.tags, person: details.people });
  return [
    ...single.flatMap(([field, term]) => (term === null ? [] : [[field, term] as const])),
    ...lists.flatMap(([field, terms]) => terms.map((term) => [field, term] as const)),
  ];
}

/**
 * What a person typed, as an FTS5 expression: every word must be there or begin a word that is. Null when nothing was
 * typed that could be searched for. Words are quoted, so nothing typed is read as FTS5's own syntax.
 */
export function searchExpression(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
