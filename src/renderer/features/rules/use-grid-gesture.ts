import { type PointerEvent, useState } from 'react';
import type { Plan } from '../../../shared/contract/index.ts';
import { useRulesStore, withDaypart } from './rules-store.ts';
import { DAY_MINUTES, daypartOn, type GridBlock, type GridStretch, movedDaypart, resizedDaypart, snapped } from './week-grid-model.ts';

/** Less than this is a click and no drag. */
const CLICK_MINUTES = 15;

/** What the pointer is drawing. */
export interface GridGesture {
  readonly what: 'create' | 'move' | 'resize';
  readonly block: GridBlock | null;
  readonly day: number;
  /** Minutes of the day where the pointer went down, and where it is. */
  readonly from: number;
  readonly at: number;
}

/** Draws, moves and resizes dayparts with the pointer; the draft changes when it is let go, and Escape or losing it calls it off. */
export function useGridGesture(plan: Plan) {
  const [gesture, setGesture] = useState<GridGesture | null>(null);
  const begin = (event: PointerEvent<HTMLElement>, what: GridGesture['what'], day: number, block: GridBlock | null) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const column = columnOf(event.currentTarget);
    if (column === null) return;
    column.setPointerCapture(event.pointerId);
    const from = snapped(minutesUnder(event, column));
    if (block !== null) useRulesStore.getState().select(block.daypartId);
    setGesture({ what, block, day, from, at: from });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const column = columnOf(event.currentTarget);
    if (gesture !== null && column !== null) setGesture({ ...gesture, at: snapped(minutesUnder(event, column)) });
  };
  const end = () => {
    setGesture(null);
    if (gesture !== null && Math.abs(gesture.at - gesture.from) >= CLICK_MINUTES) finish(gesture, plan);
  };
  return { gesture, begin, move, end, cancel: () => setGesture(null) };
}

/** The stretch that is being drawn for a new daypart; null for any other gesture. */
export function drawnStretch(gesture: GridGesture | null): GridStretch | null {
  if (gesture === null || gesture.what !== 'create' || gesture.from === gesture.at) return null;
  return { day: gesture.day, from: Math.min(gesture.from, gesture.at), to: Math.max(gesture.from, gesture.at) };
}

function finish(gesture: GridGesture, plan: Plan): void {
  const { change, select } = useRulesStore.getState();
  const stretch = drawnStretch(gesture);
  if (stretch !== null) {
    const daypart = daypartOn(stretch, plan);
    change({ ...plan, dayparts: [...plan.dayparts, daypart] });
    select(daypart.id);
    return;
  }
  const daypart = plan.dayparts.find(({ id }) => id === gesture.block?.daypartId);
  if (daypart === undefined) return;
  const by = gesture.at - gesture.from;
  change(withDaypart(plan, gesture.what === 'move' ? movedDaypart(daypart, by) : resizedDaypart(daypart, by)));
}

function columnOf(element: HTMLElement): HTMLElement | null {
  return element.closest<HTMLElement>('.week-column');
}

function minutesUnder({ clientY }: { readonly clientY: number }, column: HTMLElement): number {
  const { top, height } = column.getBoundingClientRect();
  return ((clientY - top) / Math.max(height, 1)) * DAY_MINUTES;
}
