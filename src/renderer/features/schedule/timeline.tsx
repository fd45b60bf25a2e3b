import { type DragEvent, useEffect, useMemo, useRef, useState, type WheelEvent } from 'react';
import { frameOnAirAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { timeOfDay } from '../../ui/time-text.ts';
import { DropGhost } from './drop-ghost.tsx';
import { type DropMode, type DropPlan, type DropTarget, planDrop } from './drop-plan.ts';
import { dropModeOf, dropWords } from './drop-words.ts';
import { useRowGestures } from './row-gestures.ts';
import type { ScheduleDay } from './schedule-day.ts';
import { useScheduleStore } from './schedule-store.ts';
import { TimelineBlockBox } from './timeline-block-box.tsx';
import { nearestSeam, timelineBlocks } from './timeline-blocks.ts';
import { instantAt, pixelAt, ticks } from './timeline-scale.ts';
import { useTimelineStore } from './timeline-store.ts';
import { useElementWidth } from './use-element-width.ts';
import { dropGround, type ScheduleSight } from './use-schedule-rows.ts';
import './timeline.css';

const SNAP_PX = 10;

/** The part of the day in the timeline's window, item by item. The wheel zooms at the pointer; with Shift it moves through the day. */
export function Timeline({ data, sight }: { readonly data: ScheduleDay; readonly sight: ScheduleSight }) {
  const track = useRef<HTMLDivElement>(null);
  const width = useElementWidth(track);
  const window = useTimelineStore((state) => state.window);
  const { ghost, over, leave, drop } = useTimelineDrop(track, width, sight);
  useDayInSight(data, sight.lock.now);
  const gestures = useRowGestures(sight);
  const { rows, rate } = sight;
  const blocks = useMemo(() => timelineBlocks(rows, window, width, rate), [rows, window, width, rate]);
  const wheel = (event: WheelEvent) => {
    const store = useTimelineStore.getState();
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      store.pan(milliseconds(((event.deltaX || event.deltaY) * window.span) / Math.max(width, 1)));
    } else store.step(event.deltaY > 0 ? 1 : -1, instantUnder(event.clientX, track.current, width));
  };
  const { now } = sight.lock;
  return (
    <section className="timeline" aria-label="Timeline" onWheel={wheel}>
      <div className="timeline-ruler" aria-hidden="true">
        {ticks(window, width).map((tick) => (
          <span key={tick} style={{ left: pixelAt(tick, window, width) }}>
            {timeOfDay(tick, data.calendar.zone)}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; every drop has a key and a button of its own */}
      <div ref={track} className="timeline-track" onDragEnter={over} onDragOver={over} onDragLeave={leave} onDrop={drop}>
        {blocks.map((block) => (
          <TimelineBlockBox key={block.key} block={block} rate={rate} width={width} gestures={gestures} />
        ))}
        {now >= window.from && now < window.from + window.span && (
          <i className="timeline-now" style={{ left: pixelAt(now, window, width) }} />
        )}
        {ghost !== null && <DropGhost plan={ghost} sight={sight} width={width} zone={data.calendar.zone} />}
      </div>
    </section>
  );
}

/** Shows the day once it is another one, around now where that is in it. */
function useDayInSight({ day }: ScheduleDay, now: Milliseconds): void {
  const around = useRef(now);
  around.current = now >= day.startsAt && now < day.endsAt ? now : day.startsAt;
  useEffect(() => {
    useTimelineStore.getState().showDay({ from: day.startsAt, to: day.endsAt }, around.current);
  }, [day.startsAt, day.endsAt]);
}

function useTimelineDrop(track: { readonly current: HTMLDivElement | null }, width: number, sight: ScheduleSight) {
  const { client } = useStation();
  const [ghost, setGhost] = useState<DropPlan | null>(null);
  const planAt = (event: DragEvent): { readonly plan: DropPlan; readonly mode: DropMode } | null => {
    const { dragged } = useScheduleStore.getState();
    if (dragged === null) return null;
    const mode = dropModeOf(event);
    return { plan: planDrop(dragged, targetUnder(event.clientX, track.current, width, sight), mode, dropGround(sight)), mode };
  };
  const over = (event: DragEvent) => {
    const planned = planAt(event);
    if (planned === null) return;
    event.preventDefault();
    setGhost(planned.plan);
  };
  const drop = (event: DragEvent) => {
    const planned = planAt(event);
    const { dragged, drag, edit, refuse } = useScheduleStore.getState();
    setGhost(null);
    if (planned !== null && dragged !== null) {
      event.preventDefault();
      const what = dropWords(dragged, planned.mode);
      if (planned.plan.ok) void edit(client.calls, what, planned.plan.edits, false);
      else refuse(what, planned.plan.reason);
    }
    // Only now: what was read during the drag comes into sight with it, and the change is about what was in sight before.
    drag(null);
  };
  return { ghost, over, drop, leave: () => setGhost(null) };
}

function targetUnder(clientX: number, track: HTMLDivElement | null, width: number, { rows, rate }: ScheduleSight): DropTarget {
  const { window } = useTimelineStore.getState();
  const frame = frameOnAirAt(instantUnder(clientX, track, width), rate);
  const reach = frames(Math.round((SNAP_PX * window.span * rate.num) / (Math.max(width, 1) * rate.den * 1000)));
  const seam = nearestSeam(rows, frame, reach);
  const first = rows[0];
  if (seam === null || first === undefined) return { type: 'at', frame };
  return seam.afterItemId === null ? { type: 'before', itemId: first.item.id } : { type: 'after', itemId: seam.afterItemId };
}

function instantUnder(clientX: number, track: HTMLDivElement | null, width: number): Milliseconds {
  return instantAt(clientX - (track?.getBoundingClientRect().left ?? 0), useTimelineStore.getState().window, Math.max(width, 1));
}
