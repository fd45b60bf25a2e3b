import { type FrameRate, frameDueAt, frames } from '../../../shared/time/index.ts';
import { frameLengthText, frameTimeOfDay } from '../../ui/time-text.ts';
import type { DropPlan } from './drop-plan.ts';
import { pixelAt } from './timeline-scale.ts';
import { useTimelineStore } from './timeline-store.ts';
import type { ScheduleSight } from './use-schedule-rows.ts';

interface DropGhostProps {
  readonly plan: DropPlan;
  readonly sight: ScheduleSight;
  readonly width: number;
  readonly zone: string;
}

/** Where a drop would land, and what it would come to. */
export function DropGhost({ plan, sight, width, zone }: DropGhostProps) {
  const window = useTimelineStore((state) => state.window);
  if (!plan.ok) return <p className="timeline-refusal">{plan.reason}</p>;
  const left = pixelAt(frameDueAt(plan.startFrame, sight.rate), window, width);
  const right = pixelAt(frameDueAt(frames(plan.startFrame + plan.lengthFrames), sight.rate), window, width);
  return (
    <div className="timeline-ghost" style={{ left, width: Math.max(2, right - left) }}>
      <span>{ghostWords(plan, sight.rate, zone)}</span>
    </div>
  );
}

/** A ghost's words: when it would start, what would shift, and how far over or under the next fixed start is missed. */
export function ghostWords(plan: Extract<DropPlan, { readonly ok: true }>, rate: FrameRate, zone: string): string {
  const { startFrame, shifted, overFrames } = plan;
  const shift = shifted === 0 ? 'nothing shifts' : `${shifted} ${shifted === 1 ? 'item shifts' : 'items shift'}`;
  const words = [`Starts ${frameTimeOfDay(startFrame, rate, zone)}`, shift];
  if (overFrames === null || overFrames === 0) return words.join(' · ');
  return [...words, `${overFrames > 0 ? 'OVER' : 'UNDER'} ${frameLengthText(frames(Math.abs(overFrames)), rate)}`].join(' · ');
}
