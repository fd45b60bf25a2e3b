import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';

/** What stands at the places that a change is about, in the order that it names them; null where nothing does. */
type Ground = readonly (PlaylogItem | null)[];

/**
 * Whether all that a change is about stands as it did when somebody made up their mind: the items it names, the two between which something
 * goes, and what is on either side of an item that moves. Whatever else is different, the change still means what it meant.
 *
 * A change that names something `seen` does not hold can't be judged, and does not stand.
 */
export function stillAsSeen(edits: readonly PlaylogEdit[], seen: readonly PlaylogItem[], fresh: readonly PlaylogItem[]): boolean {
  return edits.every((edit) => {
    const [before, after] = [groundOf(edit, seen), groundOf(edit, fresh)];
    return before !== null && after !== null && before.every((item, index) => isSame(item, after[index] ?? null));
  });
}

/** The ground of one edit; null when it names an item that is not there. */
function groundOf(edit: PlaylogEdit, items: readonly PlaylogItem[]): Ground | null {
  switch (edit.op) {
    case 'insert':
      return placeOf(edit, items);
    case 'move':
      return both(around(edit.itemId, items, 1, 1), placeOf(edit, items));
    case 'set-start-mode':
      return edit.at === undefined ? around(edit.itemId, items, 0, 0) : both(around(edit.itemId, items, 0, 0), placeOf(edit, items));
    case 'remove':
    case 'replace':
    case 'trim':
      return around(edit.itemId, items, 0, 0);
  }
}

function placeOf(
  place: { readonly at?: string | undefined; readonly afterItemId?: string | undefined; readonly beforeItemId?: string | undefined },
  items: readonly PlaylogItem[],
): Ground | null {
  if (place.afterItemId !== undefined) return around(place.afterItemId, items, 0, 1);
  if (place.beforeItemId !== undefined) return around(place.beforeItemId, items, 1, 0);
  // Nobody sees in one day what the end of another one is: only a time is left.
  if (place.at === undefined) return null;
  const at = Date.parse(place.at);
  return stretch(
    items,
    items.findLastIndex(({ startsAt }) => Date.parse(startsAt) <= at),
    0,
    1,
  );
}

function around(id: string, items: readonly PlaylogItem[], before: number, after: number): Ground | null {
  const index = items.findIndex((item) => item.id === id);
  return index < 0 ? null : stretch(items, index, before, after);
}

function stretch(items: readonly PlaylogItem[], index: number, before: number, after: number): Ground {
  return Array.from({ length: before + 1 + after }, (_, step) => items[index - before + step] ?? null);
}

function both(one: Ground | null, other: Ground | null): Ground | null {
  return one === null || other === null ? null : [...one, ...other];
}

function isSame(item: PlaylogItem | null, other: PlaylogItem | null): boolean {
  if (item === null || other === null) return item === other;
  return (
    item.id === other.id &&
    item.startFrame === other.startFrame &&
    item.durationFrames === other.durationFrames &&
    item.assetId === other.assetId &&
    item.inFrame === other.inFrame &&
    item.startMode === other.startMode
  );
}
