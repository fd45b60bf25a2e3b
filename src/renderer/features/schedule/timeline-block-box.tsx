import { memo } from 'react';
import type { FrameRate } from '../../../shared/time/index.ts';
import { isLive, itemName } from '../../ui/item-mark.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import type { RowGestures } from './row-gestures.ts';
import { useScheduleStore } from './schedule-store.ts';
import { STATE_WORDS } from './state-words.ts';
import type { TimelineBlock } from './timeline-blocks.ts';
import { TrimHandle } from './trim-handle.tsx';

const LABEL_PX = 46;

interface TimelineBlockBoxProps {
  readonly block: TimelineBlock;
  readonly rate: FrameRate;
  /** Of the timeline, in pixels. */
  readonly width: number;
  readonly gestures: RowGestures;
}

/** A box of the timeline: an item to select, drag and trim, or several that only zooming in tells apart. */
export const TimelineBlockBox = memo(function TimelineBlockBox({ block, rate, width, gestures }: TimelineBlockBoxProps) {
  const [row] = block.rows;
  const isSelected = useScheduleStore(({ selection }) => row !== undefined && selection.ids.has(row.item.id));
  if (row === undefined) return null;
  const style = { left: block.left, width: Math.max(1, block.width - 1) };
  if (block.rows.length > 1) {
    return <div className="timeline-box timeline-many" style={style} title={`${block.rows.length} items; zoom in to see them`} />;
  }
  const { item, state, isFree } = row;
  const length = frameLengthText(item.durationFrames, rate);
  return (
    <div
      className={`timeline-box timeline-${state} timeline-kind-${isLive(item) ? 'live' : item.kind}`}
      style={style}
      aria-label={`${item.title}, ${STATE_WORDS[state]}`}
      aria-selected={isSelected}
      role="option"
      tabIndex={-1}
      title={`${item.title} · ${itemName(item)} · ${length} · ${STATE_WORDS[state]}`}
      {...gestures(row)}
    >
      {block.width > LABEL_PX && (
        <>
          <b className="ellipsis">
            {isLive(item) && <StatusBadge look="live">LIVE</StatusBadge>} {item.title}
          </b>
          <span className="ellipsis">{length}</span>
        </>
      )}
      {isFree && block.width > LABEL_PX && (
        <>
          <TrimHandle item={item} edge="in" rate={rate} width={width} />
          <TrimHandle item={item} edge="out" rate={rate} width={width} />
        </>
      )}
    </div>
  );
});
