import type { Frames } from '../../../shared/time/index.ts';
import { dropPast, itemEnd, skipNext, takeNext } from '../../domain/playout/index.ts';
import type { AirDeskHost } from './air-desk-host.ts';
import type { Cause } from './airing.ts';

/** Items that went by during an override and may be resumed: hours of short ones. */
const MOST_PASSED = 500;

/** Ends the item on air on `frame` and starts the next one; a hold ends with it. @returns false when nothing comes next */
export function takeNow(host: AirDeskHost, frame: Frames, cause: string): boolean {
  const result = takeNext(host.state().rundown, frame);
  if (result === null) return false;
  const why: Cause = { reason: 'operator-take', cause };
  host.interrupt(why, why);
  const { taken, shiftFrames, rundown } = result;
  const seq = host.parts.evidence.append({ type: 'taken', frame, itemId: taken.id, shiftFrames, cause });
  host.change({ rundown, changedAtSeq: seq, override: null });
  return true;
}

/** Drops the next item before `frame` is made. @returns false when nothing comes next */
export function skipNow(host: AirDeskHost, frame: Frames, cause: string): boolean {
  const result = skipNext(host.state().rundown, frame);
  if (result === null) return false;
  const { skipped: item, shiftFrames, rundown } = result;
  const seq = host.parts.evidence.append({ type: 'skipped', frame, item, shiftFrames, cause });
  host.change({ rundown, changedAtSeq: seq });
  return true;
}

/** Lets go of what has ended by `frame`; what an override kept from the air is remembered with it. */
export function passBy(host: AirDeskHost, frame: Frames): void {
  const { rundown, override } = host.state();
  const left = dropPast(rundown, frame);
  if (left === rundown) return;
  const gone = rundown.items.filter((item) => itemEnd(item) <= frame && item.id !== override?.heldItemId);
  const passed = override === null ? null : { ...override, passed: [...override.passed, ...gone].slice(-MOST_PASSED) };
  host.trim({ rundown: left, override: passed });
}
