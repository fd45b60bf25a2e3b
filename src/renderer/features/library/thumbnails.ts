import type { StationCalls } from '../../station-client/index.ts';

/** How many pictures are kept: some screens full. */
const MOST_KEPT = 400;

const kept = new Map<string, Promise<string | null>>();

/** The address of an asset's thumbnail within the page; null when it has none. Pictures seen lately are kept. */
export function thumbnailAddress(calls: StationCalls, id: string): Promise<string | null> {
  const known = kept.get(id);
  if (known) return known;
  const address = readThumbnail(calls, id);
  kept.set(id, address);
  if (kept.size > MOST_KEPT) letOldestGo();
  return address;
}

async function readThumbnail(calls: StationCalls, id: string): Promise<string | null> {
  try {
    return URL.createObjectURL(await calls.library.getThumbnail({ id }));
  } catch {
    // It has none yet, or the station does not answer, which the list itself shows: asked again when it comes into sight next.
    kept.delete(id);
    return null;
  }
}

function letOldestGo(): void {
  const [oldest] = kept;
  if (!oldest) return;
  kept.delete(oldest[0]);
  void oldest[1].then((address) => address !== null && URL.revokeObjectURL(address));
}
