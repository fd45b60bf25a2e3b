import type { MouseEvent, PointerEvent } from 'react';
import { frames } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { kindName } from '../../ui/kind-mark.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { useRowGestures } from './row-gestures.ts';
import { useScheduleStore } from './schedule-store.ts';
import { STATE_WORDS } from './state-words.ts';
import type { TimelineBlock } from './timeline-blocks.ts';
import { useTimelineStore } from './timeline-store.ts';
import type { ScheduleSight } from './use-schedule-rows.ts';

const LABEL_PX = 46;

interface TimelineBlockBoxProps {
  readonly block: TimelineBlock;
  readonly sight: ScheduleSight;
  readonly width: number;
}

/** A box of the timeline: an item to select, drag and trim, or several that only zooming in tells apart. */
export function TimelineBlockBox({ block, sight, width }: TimelineBlockBoxProps) {
  const gestures = useRowGestures(sight);
  const selected = useScheduleStore((state) => state.selected);
  const [row] = block.rows;
  if (row === undefined) return null;
  const style = { left: block.left, width: Math.max(1, block.width - 1) };
  if (block.rows.length > 1) {
    return <div className="timeline-box timeline-many" style={style} title={`${block.rows.length} items; zoom in to see them`} />;
  }
  const { item, state, isFree } = row;
  const length = frameLengthText(item.durationFrames, sight.rate);
  return (
    <div
      className={`timeline-box timeline-${state} timeline-kind-${item.kind}`}
      style={style}
      aria-label={`${item.title}, ${STATE_WORDS[state]}`}
      aria-selected={selected.has(item.id)}
      role="option"
      tabIndex={-1}
      title={`${item.title} · ${kindName(item.kind)} · ${length} · ${STATE_WORDS[state]}`}
      {...gestures(row)}
    >
      {block.width > LABEL_PX && (
        <>
          <b className="ellipsis">{item.title}</b>
          <span className="ellipsis">{length}</span>
        </>
      )}
      {isFree && block.width > LABEL_PX && <TrimHandle itemId={item.id} length={item.durationFrames} sight={sight} width={width} />}
    </div>
  );
}

interface TrimHandleProps {
  readonly itemId: string;
  readonly length: number;
  readonly sight: ScheduleSight;
  readonly width: number;
}

/** The right edge of an item: drawn to the left it ends earlier. */
function TrimHandle({ itemId, length, sight, width }: TrimHandleProps) {
  const { client } = useStation();
  const begin = (down: PointerEvent<HTMLElement>) => {
    down.preventDefault();
    down.stopPropagation();
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const end = (up: globalThis.PointerEvent) => {
      handle.removeEventListener('pointerup', end);
      const { window } = useTimelineStore.getState();
      const framesPerPixel = (window.span * sight.rate.num) / (Math.max(width, 1) * sight.rate.den * 1000);
      const trimmed = frames(Math.max(1, Math.round(length + (up.clientX - down.clientX) * framesPerPixel)));
      if (trimmed === length) return;
      const words = `Trim to ${frameLengthText(trimmed, sight.rate)}`;
      void useScheduleStore.getState().edit(client.calls, words, [{ op: 'trim', itemId, durationFrames: trimmed }], false);
    };
    handle.addEventListener('pointerup', end);
  };
  const stop = (event: MouseEvent) => event.stopPropagation();
  // biome-ignore lint/a11y/noStaticElementInteractions: the length can be typed in the item's details as well
  // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps a click from selecting
  return <i className="timeline-trim" draggable={false} title="Drag to trim" onPointerDown={begin} onClick={stop} />;
}
