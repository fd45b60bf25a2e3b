import { create } from 'zustand';
import type { Asset, Campaign, CampaignProgress, MakeGood } from '../../../shared/contract/index.ts';
import { type Reading, type Refusal, readAnew, refusalIn, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { newCampaign } from './campaign-draft.ts';

/** What traffic knows. */
export interface Traffic {
  readonly campaigns: readonly Campaign[];
  /** By campaign id. */
  readonly progress: ReadonlyMap<string, CampaignProgress>;
  /** The broadcast day that is on air. */
  readonly date: string;
  readonly makeGoods: readonly MakeGood[];
  /** The commercials of the library by asset id, as far as they are listed. */
  readonly spots: ReadonlyMap<string, Asset>;
}

/** How the last change went. */
export type CampaignOutcome =
  | { readonly state: 'none' }
  | { readonly state: 'pending' }
  | { readonly state: 'done'; readonly what: string }
  | { readonly state: 'refused'; readonly refusal: Refusal };

interface CampaignStore {
  readonly reading: Reading<Traffic>;
  readonly selected: string | null;
  /** The campaign as it is being changed; null: as it stands. */
  readonly draft: Campaign | null;
  readonly outcome: CampaignOutcome;
  readonly load: (calls: StationCalls) => Promise<void>;
  /** Goes to another campaign; what was changed and not saved of the one before is dropped. */
  readonly select: (id: string | null) => void;
  readonly add: () => void;
  readonly change: (draft: Campaign) => void;
  readonly discard: () => void;
  readonly save: (calls: StationCalls) => Promise<void>;
  readonly remove: (calls: StationCalls, id: string) => Promise<void>;
  readonly decide: (calls: StationCalls, makeGood: MakeGood, decision: 'accepted' | 'declined') => Promise<void>;
}

const MOST_SPOTS = 500;
const NONE: CampaignOutcome = { state: 'none' };

/** The campaigns and the draft of one of them. A refusal keeps the draft as it is. */
export const useCampaignStore = create<CampaignStore>((set, get) => {
  const access = { get: () => get().reading, set: (reading: Reading<Traffic>) => set({ reading }) };
  const attempt = async (calls: StationCalls, call: () => Promise<string>, after: Partial<CampaignStore>) => {
    if (get().outcome.state === 'pending') return;
    set({ outcome: { state: 'pending' } });
    try {
      const what = await call();
      await readAnew(access, () => readTraffic(calls), steadyNow);
      set({ ...after, outcome: { state: 'done', what } });
    } catch (error) {
      set({ outcome: { state: 'refused', refusal: refusalIn(error) } });
    }
  };
  return {
    reading: UNREAD,
    selected: null,
    draft: null,
    outcome: NONE,
    load: (calls) => readAnew(access, () => readTraffic(calls), steadyNow),
    select: (selected) => set({ selected, draft: null, outcome: NONE }),
    add: () => {
      const { data } = get().reading;
      if (data === null) return;
      const draft = newCampaign(data.campaigns, data.date);
      set({ draft, selected: draft.id, outcome: NONE });
    },
    change: (draft) => set({ draft, outcome: NONE }),
    discard: () => set({ draft: null, outcome: NONE }),
    save: async (calls) => {
      const { draft } = get();
      if (draft === null) return;
      await attempt(calls, async () => `Saved: ${(await calls.traffic.putCampaign(draft)).name}`, { draft: null });
    },
    remove: (calls, id) =>
      attempt(calls, async () => calls.traffic.deleteCampaign({ id }).then(() => 'Deleted'), { draft: null, selected: null }),
    decide: (calls, { asRunSeq, title }, decision) =>
      attempt(calls, async () => calls.traffic.decideMakeGood({ asRunSeq, decision }).then(() => `${title}: ${decision}`), {}),
  };
});

/** The campaign in the editor: the draft, or the selected one as it stands. */
export function campaignInSight({ draft, selected, reading }: Pick<CampaignStore, 'draft' | 'selected' | 'reading'>): Campaign | null {
  return draft ?? reading.data?.campaigns.find(({ id }) => id === selected) ?? null;
}

async function readTraffic({ traffic, library }: StationCalls): Promise<Traffic> {
  const [campaigns, progress, makeGoods, spots] = await Promise.all([
    traffic.listCampaigns(),
    traffic.listProgress(),
    traffic.listMakeGoods(),
    library.listAssets({ limit: MOST_SPOTS, kind: 'commercial' }),
  ]);
  return {
    campaigns: campaigns.items,
    progress: new Map(progress.items.map((item) => [item.campaignId, item])),
    date: progress.date,
    makeGoods: makeGoods.items,
    spots: new Map(spots.items.map((asset) => [asset.id, asset])),
  };
}
