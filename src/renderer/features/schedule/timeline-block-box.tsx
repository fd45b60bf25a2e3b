import { kindName } from '../../ui/kind-mark.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import { useRowGestures } from './row-gestures.ts';
import { useScheduleStore } from './schedule-store.ts';
import { STATE_WORDS } from './state-words.ts';
import type { TimelineBlock } from './timeline-blocks.ts';
import { TrimHandle } from './trim-handle.tsx';
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
      {isFree && block.width > LABEL_PX && (
        <>
          <TrimHandle item={item} edge="in" sight={sight} width={width} />
          <TrimHandle item={item} edge="out" sight={sight} width={width} />
        </>
      )}
    </div>
  );
}
