import { create } from 'zustand';

/** Where a menu opens, in pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface ScheduleMenuStore {
  /** null: it is closed. */
  readonly place: MenuPlace | null;
  readonly open: (place: MenuPlace) => void;
  readonly close: () => void;
}

/** The menu of what is selected in the schedule, whichever of table and timeline it was asked for in. */
export const useScheduleMenu = create<ScheduleMenuStore>((set) => ({
  place: null,
  open: (place) => set({ place }),
  close: () => set({ place: null }),
}));
