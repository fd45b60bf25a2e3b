import type { KeyboardEvent } from 'react';
import { useScheduleMenu } from './menu-store.ts';
import { useScheduleStore } from './schedule-store.ts';

/** Opens the menu of what is selected with the keyboard's menu key or Shift+F10, beside the selected row where one is in sight. */
export function openMenuByKey(event: KeyboardEvent<HTMLElement>): void {
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (!isMenuKey || useScheduleStore.getState().selection.ids.size === 0) return;
  event.preventDefault();
  const chosen = event.currentTarget.querySelector('.schedule-row-selected') ?? event.currentTarget;
  const { left, bottom } = chosen.getBoundingClientRect();
  useScheduleMenu.getState().open({ x: left + 8, y: bottom });
}
