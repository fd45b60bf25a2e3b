import type { DayCopied, DayCopy, DayCopyTrial } from '../../../shared/contract/index.ts';
import { dateAfter } from '../../../shared/time/station-calendar.ts';
import { refusalOf, type StationCalls } from '../../station-client/index.ts';
import type { MadeChange } from './schedule-store.ts';

/** The planner works in the background, seldom twice within a second. */
const MOST_TRIES = 5;
const A_WEEK = 7;

/** Which day somebody who looks at one most likely means to copy, and where to: this one to the same day of the next week, a coming one from the last. */
export function likelyCopy(inSight: string, today: string): Pick<DayCopy, 'from' | 'to'> {
  return inSight > today ? { from: dateAfter(inSight, -A_WEEK), to: inSight } : { from: inSight, to: dateAfter(inSight, A_WEEK) };
}

/** Copies a day as it was tried. Where the playlog has moved on since, it is tried and made once more, unless it would leave out something else then. */
export async function makeCopy(calls: StationCalls['playlog'], copy: DayCopy, tried: DayCopyTrial): Promise<MadeChange> {
  const leaveOut = tried.leftOut.length > 0;
  let { revision } = tried;
  for (let tries = 1; ; tries += 1) {
    try {
      const copied = await calls.copyDay({ ...copy, revision, leaveOut });
      return { ...copied, note: copiedWords(copied) };
    } catch (refusal) {
      if (refusalOf(refusal) !== 'STALE_REVISION' || tries === MOST_TRIES) throw refusal;
      const fresh = await calls.tryCopyDay(copy);
      if (JSON.stringify(fresh.leftOut) !== JSON.stringify(tried.leftOut)) throw refusal;
      revision = fresh.revision;
    }
  }
}

function copiedWords({ copied, leftOut }: DayCopied): string {
  const placed = `${copied} ${copied === 1 ? 'item' : 'items'} placed`;
  return leftOut.length === 0 ? `${placed}.` : `${placed}, ${leftOut.length} left out.`;
}
