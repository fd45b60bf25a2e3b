import type { Override } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAt, type Landed, land } from '../../domain/playout/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { AirDeskHost } from './air-desk-host.ts';
import type { RundownState } from './channel-parts.ts';
import { ownEnd } from './override-item.ts';
import type { PendingReturn } from './pending-command.ts';
import type { WaitingCommand } from './waiting-command.ts';

/** How long before a clip that broke in ends its way back is made ready. */
const LANDING_AHEAD_MS = 3000;

/** Where a return that waits lands: on `frame`, or on the first frame that it may. */
export function landing({ rundown, override }: RundownState, { policy, from }: PendingReturn, frame: Frames): Landed {
  const at = frames(Math.max(frame, from));
  return land(policy, rundown, override ?? { since: at, interrupted: null, passed: [] }, at);
}

/** Ends an override on `frame`: the evidence first, then the rundown as it is from there on. */
export function goBack(host: AirDeskHost, pending: PendingReturn, override: Override, frame: Frames): void {
  const { policy, cause, cut, isByOperator } = pending;
  const { since, interrupted } = override;
  const { evidence } = host.parts;
  const before = host.state().rundown;
  const { rundown, taken } = land(policy, before, override, frame);
  host.interrupt(isByOperator ? cut : { reason: 'operator-return', cause }, cut);
  let seq = evidence.append({ type: 'returned', frame, cause, policy, since, interruptedId: interrupted?.id ?? null });
  if (taken !== null) seq = evidence.append({ type: 'taken', frame, ...taken, cause });
  host.change({ rundown, override: null, ...(rundown === before ? {} : { changedAtSeq: seq }) });
}

/** A clip that broke in ends by itself: its way back is made ready before, and taken at its end. */
export function planEnd(host: AirDeskHost, waiting: WaitingCommand, frame: Frames): void {
  const { override } = host.state();
  if (override?.item == null || waiting.current !== null) return;
  const end = ownEnd(override.item);
  if (end === null || frame < end - framesIn(LANDING_AHEAD_MS, host.parts.format.rate)) return;
  waiting.leave(override.returnBy, end, end, { reason: 'as-planned', cause: override.cause });
}

/** What an override that begins now leaves out. One that follows another goes on with what that one left out. */
export function leftOutFrom(
  { rundown, override }: RundownState,
  frame: Frames,
): Pick<Override, 'since' | 'interrupted' | 'passed' | 'heldItemId'> {
  const interrupted = itemAt(rundown, frame);
  const isHeldOnAir = override?.mode === 'hold' && interrupted?.id === override.heldItemId;
  if (override === null || isHeldOnAir) return { since: frame, interrupted, passed: [], heldItemId: null };
  const { since, passed, heldItemId } = override;
  return { since, interrupted: override.interrupted, passed, heldItemId };
}
