import { create } from 'zustand';
import type { Asset, AssetChanges } from '../../../shared/contract/index.ts';
import { type AssetDraft, changesOf, type DraftField, draftOf } from './asset-draft.ts';

interface DraftStore {
  /** What was typed and not saved yet. */
  readonly edits: Partial<AssetDraft>;
  readonly type: (field: DraftField, text: string) => void;
  readonly discard: () => void;
  /** What the edits change of an asset; nothing while one of them can't be read. */
  readonly changes: (asset: Asset) => AssetChanges;
}

/** What stands in the inspector's form beside what the station knows. */
export const useDraftStore = create<DraftStore>((set, get) => ({
  edits: {},
  type: (field, text) => set(({ edits }) => ({ edits: { ...edits, [field]: text } })),
  discard: () => set({ edits: {} }),
  changes: (asset) => {
    const read = changesOf(asset, { ...draftOf(asset), ...get().edits });
    return read.ok ? read.changes : {};
  },
}));
