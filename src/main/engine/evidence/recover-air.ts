import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';

/** The last frame that an engine is known to have aired, and how its airing stood then. Written once a second. */
export interface AirPosition {
  readonly frame: Frames;
  readonly airingId: string;
  readonly heldFrames: Frames;
  readonly slatedFrames: Frames;
}

/** What the next engine makes of the one before it. */
export interface RecoveredAir {
  /** The evidence that the last engine didn't get to write. */
  readonly missing: readonly EvidenceBody[];
  /** The first frame that nobody saw; null when the channel was never on air. */
  readonly lostFrom: Frames | null;
}

type Air = Extract<EvidenceBody, { type: 'on-air' | 'off-air' | 'item-started' | 'item-ended' }>;

/** Draws from a journal's last records, and the last position, how the last engine left the air. Pure. */
export function recoverAir(tail: readonly Evidence[], position: AirPosition | null): RecoveredAir {
  const last = lastOnAir(tail);
  if (last === null) return { missing: [], lostFrom: null };
  if (last.type === 'off-air' || last.type === 'item-ended') return { missing: [], lostFrom: last.frame };
  const known = position !== null && position.frame >= last.frame ? position : null;
  const lostFrom = frames(known === null ? last.frame : known.frame + 1);
  if (last.type === 'on-air') return { missing: [], lostFrom };
  const counted = known?.airingId === last.airingId ? known : null;
  const ended: EvidenceBody = {
    type: 'item-ended',
    airingId: last.airingId,
    frame: lostFrom,
    heldFrames: counted?.heldFrames ?? frames(0),
    slatedFrames: counted?.slatedFrames ?? frames(0),
    outcome: 'partial',
    reason: 'engine-lost',
    cause: 'engine',
  };
  return { missing: [ended], lostFrom };
}

function lastOnAir(tail: readonly Evidence[]): Air | null {
  for (let index = tail.length - 1; index >= 0; index--) {
    const body = tail[index]?.body;
    if (body?.type === 'on-air' || body?.type === 'off-air' || body?.type === 'item-started' || body?.type === 'item-ended') return body;
  }
  return null;
}
