import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { frameDueAt, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import type { ScheduleDay } from './schedule-day.ts';

/** An item of a schedule at 25 frames a second, for tests. */
export function scheduleItem(
  id: string,
  startFrame: number,
  durationFrames: number,
  startMode: PlaylogItem['startMode'] = 'follow',
): PlaylogItem {
  return {
    id,
    startsAt: new Date(frameDueAt(frames(startFrame), parseFrameRate('25/1'))).toISOString(),
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    kind: 'programme',
    title: `Title ${id}`,
    houseId: `H-${id}`,
    assetId: `asset-${id}`,
    inFrame: frames(0),
    startMode,
    status: 'planned',
    explanation: { rule: 'least recent', seed: null, candidateCount: 3, refused: [], relaxed: null },
  };
}

/** A broadcast day in UTC as read at a revision, with a lock window of half a minute. */
export function scheduleDay(revision: number, items: readonly PlaylogItem[], date = '2026-05-01'): ScheduleDay {
  const calendar = { zone: 'UTC', dayStartsAt: '00:00' };
  return { calendar, day: broadcastDay(calendar, date), revision, lockWindow: milliseconds(30_000), items, log: [] };
}
