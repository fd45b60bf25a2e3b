import type { Plan } from '../../../shared/contract/plan.ts';
import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import { resolveSegments } from './segments.ts';

/**
 * When the plan would have items start: the first item of each daypart's occurrence, where the daypart begins. What is on before it may end later,
 * unless the daypart starts to the frame. Of all others the plan names no time.
 *
 * @param items a run of the playlog; of what it begins in the middle of, nothing is said
 * @returns frames by item
 */
export function plannedStarts(plan: Plan, items: readonly PlaylogItem[], rate: FrameRate): ReadonlyMap<string, Frames> {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const begins = new Map<string, Frames>();
  for (const { occurrence, from } of resolveSegments(plan, first.startFrame, endFrame(last), rate)) {
    if (!begins.has(occurrence)) begins.set(occurrence, from);
  }
  const starts = new Map<string, Frames>();
  for (const { id, origin } of items) {
    const planned = begins.get(origin.occurrence ?? '');
    if (planned === undefined) continue;
    begins.delete(origin.occurrence ?? '');
    if (planned > first.startFrame) starts.set(id, planned);
  }
  return starts;
}
