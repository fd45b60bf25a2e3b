import type { HTMLAttributes } from 'react';
import { useScheduleMenu } from './menu-store.ts';
import type { ScheduleRow } from './schedule-rows.ts';
import { useScheduleStore } from './schedule-store.ts';
import { gestureOf, selectionAfter } from './selection.ts';
import type { ScheduleSight } from './use-schedule-rows.ts';

/** How a row or a box of the timeline answers to the pointer: a click selects, the other button opens its menu, a drag takes the selection along. Only what is free can be dragged. */
export function useRowGestures({ rows }: ScheduleSight): (row: ScheduleRow) => HTMLAttributes<HTMLElement> {
  return (row) => ({
    onClick: (event) => {
      const { selected, anchor, select } = useScheduleStore.getState();
      const items = rows.map(({ item }) => item);
      const after = selectionAfter(items, { selected, anchor }, row.item.id, gestureOf(event));
      select(after.selected, after.anchor);
    },
    onContextMenu: (event) => {
      event.preventDefault();
      const { selected, select } = useScheduleStore.getState();
      if (!selected.has(row.item.id)) select([row.item.id], row.item.id);
      useScheduleMenu.getState().open({ x: event.clientX, y: event.clientY });
    },
    draggable: row.isFree,
    onDragStart: (event) => {
      const { selected, select, drag } = useScheduleStore.getState();
      const isPart = selected.has(row.item.id);
      if (!isPart) select([row.item.id], row.item.id);
      const taken = rows.filter(({ item, isFree }) => isFree && (isPart ? selected.has(item.id) : item.id === row.item.id));
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', taken.map(({ item }) => item.title).join('\n'));
      drag({ type: 'items', items: taken.map(({ item }) => item) });
    },
    onDragEnd: () => useScheduleStore.getState().drag(null),
  });
}
