import { create } from 'zustand';
import type { Daypart, DryRun, Plan, Planned } from '../../../shared/contract/index.ts';
import { type Reading, type Refusal, readAnew, refusalIn, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { placeOfFault } from './place-of-fault.ts';

/** The plan in force, and ready-made ones to start from. */
export interface Rules {
  readonly inForce: Planned;
  readonly templates: readonly PlanStart[];
}

/** A ready-made plan. */
export interface PlanStart {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly plan: Plan;
}

/** How the last try of the draft went. */
export type DraftOutcome =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly what: 'dry-run' | 'apply' }
  | { readonly state: 'applied' }
  | { readonly state: 'refused'; readonly what: 'dry-run' | 'apply'; readonly refusal: Refusal };

/** The parts of the view. Campaigns are traffic's, and no part of the plan. */
export type RulesSection = 'week' | 'breaks' | 'day' | 'campaigns';

interface RulesStore {
  readonly reading: Reading<Rules>;
  /** The plan as it is being changed; null: as it is in force. */
  readonly draft: Plan | null;
  /** The revision of the plan in force that the draft was made from. */
  readonly madeFrom: number;
  /** The daypart in the editor. */
  readonly selected: string | null;
  /** The break pattern in the editor. */
  readonly pattern: string | null;
  readonly section: RulesSection;
  /** What the draft would change, as last tried; null once the draft was changed since. */
  readonly trial: DryRun | null;
  readonly outcome: DraftOutcome;
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly change: (draft: Plan) => void;
  readonly select: (daypartId: string | null) => void;
  readonly selectPattern: (patternId: string | null) => void;
  readonly show: (section: RulesSection) => void;
  readonly discard: () => void;
  readonly dryRun: (calls: StationCalls) => Promise<void>;
  readonly apply: (calls: StationCalls) => Promise<void>;
}

const DRY_RUN_HOURS = 48;

/** The plan and its draft. A refusal keeps the draft as it is. */
export const useRulesStore = create<RulesStore>((set, get) => {
  const access = { get: () => get().reading, set: (reading: Reading<Rules>) => set({ reading }) };
  const attempt = async (what: 'dry-run' | 'apply', call: (plan: Plan, revision: number) => Promise<Partial<RulesStore>>) => {
    const plan = planInSight(get());
    if (plan === null || get().outcome.state === 'pending') return;
    set({ outcome: { state: 'pending', what } });
    try {
      set(await call(plan, get().madeFrom));
    } catch (error) {
      const refusal = refusalIn(error);
      set({ outcome: { state: 'refused', what, refusal }, ...placeOfFault(plan, refusal.field) });
    }
  };
  return {
    reading: UNREAD,
    draft: null,
    madeFrom: 0,
    selected: null,
    pattern: null,
    section: 'week',
    trial: null,
    outcome: { state: 'none' },
    load: async (calls) => {
      await readAnew(access, () => readRules(calls), steadyNow);
      const { reading, draft } = get();
      if (draft === null && reading.data) set({ madeFrom: reading.data.inForce.revision });
    },
    change: (draft) => set({ draft, trial: null, outcome: { state: 'none' } }),
    select: (selected) => set({ selected }),
    selectPattern: (pattern) => set({ pattern }),
    show: (section) => set({ section }),
    discard: () =>
      set(({ reading }) => ({ draft: null, trial: null, outcome: { state: 'none' }, madeFrom: reading.data?.inForce.revision ?? 0 })),
    dryRun: (calls) =>
      attempt('dry-run', async (plan) => ({
        trial: await calls.schedule.dryRun({ plan, hours: DRY_RUN_HOURS }),
        outcome: { state: 'none' },
      })),
    apply: (calls) =>
      attempt('apply', async (plan, revision) => {
        const inForce = await calls.schedule.putPlan({ ...plan, revision });
        const { reading } = get();
        const data = reading.data && { ...reading.data, inForce };
        return { reading: { ...reading, data }, draft: null, madeFrom: inForce.revision, trial: null, outcome: { state: 'applied' } };
      }),
  };
});

/** The plan in the editor: the draft, or the one in force while nothing was changed; null before it was read. */
export function planInSight({ draft, reading }: Pick<RulesStore, 'draft' | 'reading'>): Plan | null {
  if (draft !== null || reading.data === null) return draft;
  const { revision: _, ...plan } = reading.data.inForce;
  return plan;
}

/** The plan with one daypart changed. */
export function withDaypart(plan: Plan, daypart: Daypart): Plan {
  return { ...plan, dayparts: plan.dayparts.map((each) => (each.id === daypart.id ? daypart : each)) };
}

async function readRules(calls: StationCalls): Promise<Rules> {
  const [inForce, { items }] = await Promise.all([calls.schedule.getPlan(), calls.schedule.listTemplates()]);
  return { inForce, templates: items.map(({ plan: { revision: _, ...plan }, ...rest }) => ({ ...rest, plan })) };
}
