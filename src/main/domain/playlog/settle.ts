import { type Frames, frames } from '../../../shared/time/index.ts';
import type { Filling } from './edit-asset.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem } from './playlog-item.ts';
import { NO_ORIGIN } from './playlog-origin.ts';

/** A playlog without gap and overlap, and what had to give way for it. */
export interface Settled {
  readonly items: readonly PlaylogItem[];
  readonly dropped: readonly PlaylogItem[];
}

/** Lets items follow one another from the first one on. Fixed ones keep their time: what reaches into it is cut or dropped, a hole before it is filled. */
export function settle(items: readonly PlaylogItem[], context: Filling): Settled {
  const settled: PlaylogItem[] = [];
  const dropped: PlaylogItem[] = [];
  for (const item of items) {
    const last = settled.at(-1);
    if (last === undefined) {
      settled.push(item);
    } else if (item.startMode !== 'fixed') {
      settled.push({ ...item, startFrame: endFrame(last) });
    } else {
      makeWay(settled, dropped, item.startFrame);
      settled.push(...fillers(settled.at(-1), item.startFrame, context), item);
    }
  }
  return { items: settled, dropped };
}

/** Lets items follow one another as between two edits: nothing is cut yet, because the next edit may make room. */
export function inLine(items: readonly PlaylogItem[]): readonly PlaylogItem[] {
  const line: PlaylogItem[] = [];
  for (const item of items) {
    const last = line.at(-1);
    line.push(last === undefined || item.startMode === 'fixed' ? item : { ...item, startFrame: endFrame(last) });
  }
  return line;
}

function makeWay(settled: PlaylogItem[], dropped: PlaylogItem[], until: Frames): void {
  for (let last = settled.at(-1); last !== undefined && endFrame(last) > until; last = settled.at(-1)) {
    settled.pop();
    if (last.startFrame < until) settled.push({ ...last, durationFrames: frames(until - last.startFrame) });
    else dropped.push(last);
  }
}

function fillers(last: PlaylogItem | undefined, until: Frames, { fill, newId }: Filling): readonly PlaylogItem[] {
  const added: PlaylogItem[] = [];
  let at = last === undefined ? until : endFrame(last);
  while (at < until) {
    const asset = fill[added.length % Math.max(1, fill.length)];
    const durationFrames = frames(Math.min(asset?.durationFrames ?? Number.POSITIVE_INFINITY, until - at));
    added.push({
      id: newId(),
      startFrame: at,
      durationFrames,
      kind: asset?.kind ?? 'slate',
      title: asset?.title ?? 'Slate',
      houseId: asset?.houseId ?? null,
      assetId: asset?.id ?? null,
      inputId: null,
      inFrame: asset?.inFrame ?? frames(0),
      startMode: 'follow',
      status: 'planned',
      explanation: {
        rule: 'Fills the time up to the next fixed start',
        seed: null,
        candidateCount: fill.length,
        refused: [],
        relaxed: null,
      },
      origin: NO_ORIGIN,
    });
    at = frames(at + durationFrames);
  }
  return added;
}
