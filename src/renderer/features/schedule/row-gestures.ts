import { type HTMLAttributes, useCallback, useRef } from 'react';
import { NOTHING_CHOSEN, pointed, pointingOf, type Selection } from '../../ui/selection.ts';
import { useScheduleMenu } from './menu-store.ts';
import type { ScheduleRow } from './schedule-rows.ts';
import { useScheduleStore } from './schedule-store.ts';
import type { ScheduleSight } from './use-schedule-rows.ts';

/** What a row, or a box of the timeline, does when it is pointed at. The very same function for as long as the schedule is in sight. */
export type RowGestures = (row: ScheduleRow) => HTMLAttributes<HTMLElement>;

/** How a row or a box of the timeline answers to the pointer: a click selects, the other button opens its menu, a drag takes the selection along. Only what is free can be dragged. */
export function useRowGestures(sight: ScheduleSight): RowGestures {
  const latest = useRef(sight.rows);
  latest.current = sight.rows;
  return useCallback((row) => gesturesOn(row, () => latest.current), []);
}

function gesturesOn(row: ScheduleRow, rows: () => readonly ScheduleRow[]): HTMLAttributes<HTMLElement> {
  return {
    onClick: (event) => {
      const { selection, select } = useScheduleStore.getState();
      const listed = rows().map(({ item }) => item.id);
      select(pointed(selection, row.item.id, pointingOf(event), listed));
    },
    onContextMenu: (event) => {
      event.preventDefault();
      const { selection, select } = useScheduleStore.getState();
      if (!selection.ids.has(row.item.id)) select(only(row));
      useScheduleMenu.getState().open({ x: event.clientX, y: event.clientY });
    },
    draggable: row.isFree,
    onDragStart: (event) => {
      const { selection, select, drag } = useScheduleStore.getState();
      const isPart = selection.ids.has(row.item.id);
      if (!isPart) select(only(row));
      const taken = rows().filter(({ item, isFree }) => isFree && (isPart ? selection.ids.has(item.id) : item.id === row.item.id));
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', taken.map(({ item }) => item.title).join('\n'));
      drag({ type: 'items', items: taken.map(({ item }) => item) });
    },
    onDragEnd: () => useScheduleStore.getState().drag(null),
  };
}

function only({ item }: ScheduleRow): Selection {
  return pointed(NOTHING_CHOSEN, item.id, 'only', [item.id]);
}
