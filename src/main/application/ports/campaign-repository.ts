import type { Campaign } from '../../../shared/contract/traffic.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** What was decided about a spot that is owed. */
export interface MakeGoodDecision {
  readonly asRunSeq: number;
  readonly campaignId: string;
  readonly decision: 'accepted' | 'declined';
  readonly by: string;
  readonly at: Milliseconds;
}

/** The campaigns, and what became of the spots that they are owed. */
export interface CampaignRepository {
  /** In the order of their ids. */
  list(): Promise<readonly Campaign[]>;
  /** Changes with every change of a campaign or a decision. */
  stamp(): Promise<string>;
  put(campaign: Campaign): Promise<void>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
  listDecisions(): Promise<readonly MakeGoodDecision[]>;
  /** Notes a decision in place of an earlier one about the same spot. */
  decide(decision: MakeGoodDecision): Promise<void>;
}
