import type { ReactNode } from 'react';
import { type FrameRate, framesToMs } from '../../../shared/time/index.ts';
import { lengthText } from '../../ui/time-text.ts';
import type { Pickable } from './pickable.ts';
import { usePickerStore } from './picker-store.ts';
import { useScheduleStore } from './schedule-store.ts';

interface PickRowProps {
  readonly pickable: Pickable;
  /** Where in a list of many it stands, in pixels; null: where it comes. */
  readonly top: number | null;
  readonly rate: FrameRate;
  /** What it is: two cells under title and length. */
  readonly children: ReactNode;
}

/** Something that can be picked, and dragged into the schedule. */
export function PickRow({ pickable, top, rate, children }: PickRowProps) {
  const { picked, pick } = usePickerStore();
  const isPicked = picked.some(({ key }) => key === pickable.key);
  const drag = () => {
    if (!isPicked) pick(pickable, false);
    useScheduleStore.getState().drag({ type: 'picked', parts: isPicked ? picked : [pickable] });
  };
  return (
    <div
      className={top === null ? 'picker-row' : 'picker-row picker-row-placed'}
      style={top === null ? undefined : { transform: `translateY(${top}px)` }}
      role="option"
      tabIndex={0}
      aria-selected={isPicked}
      draggable
      onClick={(event) => pick(pickable, event.ctrlKey || event.metaKey)}
      onKeyDown={(event) => event.key === 'Enter' && pick(pickable, event.ctrlKey)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'copyMove';
        event.dataTransfer.setData('text/plain', pickable.title);
        drag();
      }}
      onDragEnd={() => useScheduleStore.getState().drag(null)}
    >
      <b className="ellipsis">{pickable.title}</b>
      <span>{lengthText(framesToMs(pickable.durationFrames, rate))}</span>
      {children}
    </div>
  );
}
