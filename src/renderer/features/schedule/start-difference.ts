import type { AsRunRow, PlaylogItem } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { timeOfDay } from '../../ui/time-text.ts';

/** How far an item's start is from the one that was meant, and which of the two is known to have been: aired, or still to come. */
export interface StartDifference {
  readonly by: Milliseconds;
  readonly of: 'aired' | 'coming';
}

/** Of what aired, by item, how far it started from its plan; positive when later. Of an item that was interrupted its first start counts. */
export function airedDifferences(rows: readonly AsRunRow[]): ReadonlyMap<string, Milliseconds> {
  const firstStart = new Map<string, number>();
  const differences = new Map<string, Milliseconds>();
  for (const { itemId, plannedStartsAt, startsAt, outcome } of rows) {
    if (itemId === null || plannedStartsAt === null || outcome === 'missed' || outcome === 'skipped') continue;
    const started = Date.parse(startsAt);
    if (started >= (firstStart.get(itemId) ?? Number.POSITIVE_INFINITY)) continue;
    firstStart.set(itemId, started);
    differences.set(itemId, milliseconds(started - Date.parse(plannedStartsAt)));
  }
  return differences;
}

/** What is known of an item's start against its plan; null when nothing is. */
export function differenceOf(item: PlaylogItem, aired: ReadonlyMap<string, Milliseconds>): StartDifference | null {
  const by = aired.get(item.id);
  if (by !== undefined) return { by, of: 'aired' };
  if (!item.plannedStartsAt) return null;
  return { by: milliseconds(Date.parse(item.startsAt) - Date.parse(item.plannedStartsAt)), of: 'coming' };
}

/** A difference explained. */
export function differenceWords(item: PlaylogItem, difference: StartDifference | null, zone: string): string {
  if (difference === null) return 'The plan names no time for it: it follows what is before it';
  const { by, of } = difference;
  const time = (instant: number) => timeOfDay(milliseconds(instant), zone);
  if (of === 'coming') {
    const starts = Date.parse(item.startsAt);
    return `Starts at ${time(starts)}; the plan has its daypart begin at ${time(starts - by)}`;
  }
  // The log is the word on what was planned when it came on; the row's own time may be another since.
  return by === 0 ? 'Aired as planned, by the as-run log' : `Aired ${by < 0 ? 'before' : 'after'} its planned time, by the as-run log`;
}
