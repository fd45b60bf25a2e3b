import type { Frames } from '../../../shared/time/index.ts';
import type { BookedTime } from '../traffic/index.ts';
import type { DayIndex } from './day-index.ts';
import type { Segment } from './segments.ts';

/** The broadcast days and the dayparts that [from, until) touches, by the plan alone: a programme may yet overrun one. */
export function bookedTime(segments: readonly Segment[], days: DayIndex, from: Frames, until: Frames): BookedTime {
  const touched = segments.filter((segment) => segment.from < until && segment.until > from);
  return { dates: days.datesIn(from, until), daypartIds: touched.flatMap(({ daypart }) => daypart?.id ?? []) };
}
