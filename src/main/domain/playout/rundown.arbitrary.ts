import fc from 'fast-check';
import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { decibels, frames } from '../../../shared/time/index.ts';

/** An item for tests: a follow-on programme unless said otherwise. */
export function rundownItem(id: string, startFrame: number, durationFrames: number, change: Partial<RundownItem> = {}): RundownItem {
  return {
    id,
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    startMode: 'follow',
    kind: 'programme',
    title: id,
    houseId: null,
    assetId: null,
    source: { type: 'file', path: `/media/${id}.mp4`, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) },
    ...change,
  };
}

/** A rundown of items for tests. */
export function rundownOf(...items: readonly RundownItem[]): Rundown {
  return { revision: 1, items: [...items], filler: [] };
}

/** Sound rundowns with gaps here and there, and every start mode. */
export const soundRundown: fc.Arbitrary<Rundown> = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
      length: fc.integer({ min: 1, max: 60 }),
      startMode: fc.constantFrom('follow' as const, 'fixed' as const, 'manual' as const),
    }),
    { maxLength: 12 },
  )
  .map((parts) => {
    let at = 0;
    const items = parts.map(({ gap, length, startMode }, index) => {
      const item = rundownItem(`item-${index}`, at + gap, length, { startMode });
      at += gap + length;
      return item;
    });
    return rundownOf(...items);
  });
