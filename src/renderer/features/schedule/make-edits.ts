import type { PlaylogEdit, PlaylogEdited } from '../../../shared/contract/index.ts';
import { refusalOf } from '../../station-client/index.ts';
import type { ScheduleDay } from './schedule-day.ts';
import { stillAsSeen } from './still-as-seen.ts';

/** The planner works in the background, seldom twice within a second: more tries than this mean that something else is wrong. */
const MOST_TRIES = 5;

/** What making a change needs of the station. */
export interface EditedStation {
  /** Makes the edits on a revision. Rejects when they are refused. */
  readonly edit: (revision: number, edits: readonly PlaylogEdit[]) => Promise<PlaylogEdited>;
  /** The same day as it is now; null when it can't be read. */
  readonly readAnew: () => Promise<ScheduleDay | null>;
}

/**
 * Makes a change on the day as somebody saw it. Where the playlog has a newer revision because of something that the change is not about, it is
 * made once more on that one. Rejects with the station's refusal.
 */
export async function makeEdits(edits: readonly PlaylogEdit[], seen: ScheduleDay, station: EditedStation): Promise<PlaylogEdited> {
  let { revision } = seen;
  for (let tries = 1; ; tries += 1) {
    try {
      return await station.edit(revision, edits);
    } catch (refusal) {
      if (refusalOf(refusal) !== 'STALE_REVISION' || tries === MOST_TRIES) throw refusal;
      const fresh = await station.readAnew();
      if (fresh === null || fresh.day.date !== seen.day.date || !stillAsSeen(edits, seen.items, fresh.items)) throw refusal;
      revision = fresh.revision;
    }
  }
}
