import { z } from 'zod';

/** What an asset is for. `commercial` is a spot; `slate` a still that stands in. */
export const ASSET_KINDS = ['programme', 'commercial', 'promo', 'bumper', 'station-id', 'psa', 'filler', 'slate'] as const;
export const assetKindSchema = z.enum(ASSET_KINDS);
export type AssetKind = z.infer<typeof assetKindSchema>;
