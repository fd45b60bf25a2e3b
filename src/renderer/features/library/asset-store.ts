import { create } from 'zustand';
import type { AssetChanges, MarkedAsset } from '../../../shared/contract/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { type Refusal, refusalIn, type StationCalls } from '../../station-client/index.ts';
import type { Marks } from './marks.ts';

interface AssetStore {
  /** The asset in the inspector; null while none is, or it is on its way. */
  readonly asset: MarkedAsset | null;
  readonly wantedId: string | null;
  /** Why it could not be read; null when it could. */
  readonly refusal: Refusal | null;
  /** Why the last save was refused; null when it was not. */
  readonly saveRefusal: Refusal | null;
  readonly isSaving: boolean;
  readonly show: (calls: StationCalls, id: string | null) => Promise<void>;
  /** Saves changes; whether they were taken. `isForced`: over what somebody else changed meanwhile. */
  readonly save: (calls: StationCalls, changes: AssetChanges, isForced: boolean) => Promise<boolean>;
  readonly saveMarks: (calls: StationCalls, marks: Marks) => Promise<boolean>;
  /** Has suggested breaks never offered again; whether that was taken. The breaks that were set stay. */
  readonly refuseSuggestions: (calls: StationCalls, at: readonly Frames[]) => Promise<boolean>;
  readonly run: (call: () => Promise<MarkedAsset>) => Promise<boolean>;
  readonly forgive: () => void;
}

/** The one asset that is looked at and edited. */
export const useAssetStore = create<AssetStore>((set, get) => ({
  asset: null,
  wantedId: null,
  refusal: null,
  saveRefusal: null,
  isSaving: false,
  show: async (calls, id) => {
    if (get().wantedId !== id) set({ wantedId: id, asset: null, refusal: null, saveRefusal: null });
    if (id === null) return;
    try {
      const asset = await calls.library.getAsset({ id });
      if (get().wantedId === id) set({ asset, refusal: null });
    } catch (error) {
      if (get().wantedId === id) set({ refusal: refusalIn(error) });
    }
  },
  save: (calls, changes, isForced) => {
    const { asset } = get();
    if (asset === null) return Promise.resolve(false);
    const revision = isForced ? {} : { revision: asset.revision };
    return get().run(() => calls.library.changeAsset({ id: asset.id, ...changes, ...revision }));
  },
  saveMarks: async (calls, { inFrame, outFrame, breaks }) => {
    const { asset } = get();
    if (asset === null) return false;
    const isRangeNew = inFrame !== asset.inFrame || outFrame !== asset.outFrame;
    if (isRangeNew && !(await get().save(calls, { inFrame, outFrame }, false))) return false;
    const revision = get().asset?.revision ?? asset.revision;
    const input = { id: asset.id, revision, breaks: breaks.map((atFrame) => ({ atFrame })) };
    return get().run(() => calls.library.setBreaks(input));
  },
  refuseSuggestions: (calls, at) => {
    const { asset } = get();
    if (asset === null) return Promise.resolve(false);
    const { id, revision, breaks } = asset;
    return get().run(() => calls.library.setBreaks({ id, revision, breaks, refused: at.map((atFrame) => ({ atFrame })) }));
  },
  run: async (call) => {
    set({ isSaving: true, saveRefusal: null });
    try {
      const asset = await call();
      set(({ wantedId }) => (wantedId === asset.id ? { asset, isSaving: false } : { isSaving: false }));
      return true;
    } catch (error) {
      set({ isSaving: false, saveRefusal: refusalIn(error) });
      return false;
    }
  },
  forgive: () => set({ saveRefusal: null }),
}));
