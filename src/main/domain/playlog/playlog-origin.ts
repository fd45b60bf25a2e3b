/** What an item belongs to, besides its place in time. null where it belongs to nothing of that sort. */
export interface PlaylogOrigin {
  /** The parts of one programme that a break interrupts share it. */
  readonly airingId: string | null;
  /** The items of one break share it. */
  readonly breakId: string | null;
  /** The campaign that a spot airs for. */
  readonly campaignId: string | null;
  /** The occurrence of the daypart that asked for it: `evening@2026-03-01`. */
  readonly occurrence: string | null;
  /** The person who put it there: the planner leaves it where it is. */
  readonly placedBy: string | null;
}

/** Of an item that nothing but the rotation put there. */
export const NO_ORIGIN: PlaylogOrigin = { airingId: null, breakId: null, campaignId: null, occurrence: null, placedBy: null };
