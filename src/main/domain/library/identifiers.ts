declare const aggregate: unique symbol;

/** Names one asset for ever, across renames, moves and the bin. */
export type AssetId = string & { readonly [aggregate]: 'asset' };

/** Names one import. */
export type ImportId = string & { readonly [aggregate]: 'import' };

/** Brands a text as an asset's id. It may well name no asset: finding one is the repository's work. */
export function assetId(text: string): AssetId {
  return text as AssetId;
}

/** Brands a text as an import's id. */
export function importId(text: string): ImportId {
  return text as ImportId;
}
