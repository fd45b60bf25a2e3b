import { create } from 'zustand';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { isSameMarks, type Marks, marksOf } from './marks.ts';

const NO_MARKS: Marks = { inFrame: null, outFrame: null, breaks: [] };

interface PreviewStore {
  readonly assetId: string | null;
  readonly length: Frames;
  /** The frame in sight, in the asset's own rate. */
  readonly playhead: Frames;
  /** How fast it plays: 1 as on air, negative backwards, 0 still. */
  readonly speed: number;
  readonly saved: Marks;
  readonly marks: Marks;
  readonly past: readonly Marks[];
  /** Marks of other assets that were left unsaved, to be found again when one comes back. */
  readonly left: ReadonlyMap<string, Marks>;
  /** Shows an asset. Marks that were not saved are kept, of this one and of the one before. */
  readonly open: (asset: MarkedAsset) => void;
  readonly seek: (frame: number) => void;
  readonly setSpeed: (speed: number) => void;
  readonly mark: (change: (marks: Marks) => Marks) => void;
  readonly undo: () => void;
  readonly revert: () => void;
}

/** The asset in the player, with the marks that are being set in it. */
export const usePreviewStore = create<PreviewStore>((set, get) => ({
  assetId: null,
  length: frames(0),
  playhead: frames(0),
  speed: 0,
  saved: NO_MARKS,
  marks: NO_MARKS,
  past: [],
  left: new Map(),
  open: (asset) => {
    const saved = marksOf(asset);
    const { assetId, marks, saved: before, past, left: leftBefore } = get();
    if (assetId === asset.id) {
      const isKept = !isSameMarks(marks, before);
      return set({ saved, marks: isKept ? marks : saved, past: isKept ? past : [], length: asset.durationFrames });
    }
    const left = new Map(leftBefore);
    if (assetId !== null && !isSameMarks(marks, before)) left.set(assetId, marks);
    const found = left.get(asset.id);
    left.delete(asset.id);
    const fresh = { speed: 0, playhead: saved.inFrame ?? frames(0), left };
    const unsaved = found === undefined ? { marks: saved, past: [] } : { marks: found, past: [saved] };
    set({ ...fresh, ...unsaved, assetId: asset.id, length: asset.durationFrames, saved });
  },
  seek: (frame) => set(({ length }) => ({ playhead: frames(Math.max(0, Math.min(Math.max(0, length - 1), Math.round(frame)))) })),
  setSpeed: (speed) => set({ speed }),
  mark: (change) =>
    set(({ marks, past }) => {
      const next = change(marks);
      return isSameMarks(next, marks) ? {} : { marks: next, past: [...past, marks].slice(-200) };
    }),
  undo: () => set(({ past }) => (past.length === 0 ? {} : { marks: past[past.length - 1] ?? NO_MARKS, past: past.slice(0, -1) })),
  revert: () => set(({ saved }) => ({ marks: saved, past: [] })),
}));

/** Whether marks were set that the station does not know yet. */
export function hasUnsavedMarks({ marks, saved }: Pick<PreviewStore, 'marks' | 'saved'>): boolean {
  return !isSameMarks(marks, saved);
}

/** The speed after another press of J (`by` -1) or L (`by` 1): the same way again is faster, up to eight times. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  return speed * by > 0 ? by * Math.min(8, Math.abs(speed) * 2) : by;
}
