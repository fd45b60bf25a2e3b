import type { Asset, Campaign } from '../../../shared/contract/index.ts';

/** A commercial that a campaign has, or could have. */
interface SpotChoice {
  readonly id: string;
  /** null: the library has it no longer. */
  readonly spot: Asset | null;
  /** The name of another campaign that has it; null: none. */
  readonly takenBy: string | null;
}

/** The spots of a campaign in their order, and after them the others of the library, by title, that have the words of a search. */
export function spotChoices(
  { id: ownId, assetIds }: Pick<Campaign, 'id' | 'assetIds'>,
  { campaigns, spots }: { readonly campaigns: readonly Campaign[]; readonly spots: ReadonlyMap<string, Asset> },
  search: string,
): readonly SpotChoice[] {
  const others = campaigns.filter(({ id }) => id !== ownId);
  const takenBy = (id: string) => others.find((each) => each.assetIds.includes(id))?.name ?? null;
  const own = assetIds.map((id) => ({ id, spot: spots.get(id) ?? null, takenBy: null }));
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const open = [...spots.values()]
    .filter((spot) => !assetIds.includes(spot.id) && hasWords(spot, words))
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .map((spot) => ({ id: spot.id, spot, takenBy: takenBy(spot.id) }));
  return [...own, ...open];
}

function hasWords({ title, houseId, advertiser }: Asset, words: readonly string[]): boolean {
  const text = `${title} ${houseId} ${advertiser ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
