import type { Campaign } from '../../../shared/contract/traffic.ts';

/** An entry of the as-run log about a spot that did not air as planned. */
interface MissedSpot {
  readonly seq: number;
  readonly itemId: string | null;
  readonly assetId: string | null;
  /** The entry that this one corrects. */
  readonly correction: { readonly amends: number } | null;
}

/** A spot that its campaign is owed. */
export interface OwedSpot<T extends MissedSpot> {
  readonly entry: T;
  readonly campaign: Campaign;
}

/**
 * The spots that are owed: each planned spot once, however many entries tell of it, as long as nobody has decided about it. Spots that no
 * campaign claims are owed to nobody.
 * @param missed in the order of the log
 * @param decided numbers of entries that were decided about
 */
export function owedSpots<T extends MissedSpot>(
  campaigns: readonly Campaign[],
  missed: readonly T[],
  decided: ReadonlySet<number>,
): readonly OwedSpot<T>[] {
  const told = new Set<string>();
  return missed.flatMap((entry) => {
    const campaign = campaigns.find(({ assetIds }) => entry.assetId !== null && assetIds.includes(entry.assetId));
    const isToldAlready = entry.itemId !== null && told.has(entry.itemId);
    if (entry.itemId !== null) told.add(entry.itemId);
    const isDecided = decided.has(entry.seq) || (entry.correction !== null && decided.has(entry.correction.amends));
    return campaign === undefined || isToldAlready || isDecided ? [] : [{ entry, campaign }];
  });
}
