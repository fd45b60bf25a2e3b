import { create } from 'zustand';
import type { View } from '../commands/index.ts';

interface ViewStore {
  readonly view: View;
  readonly isHelpOpen: boolean;
  readonly isPaletteOpen: boolean;
  readonly show: (view: View) => void;
  readonly setHelpOpen: (isOpen: boolean) => void;
  readonly setPaletteOpen: (isOpen: boolean) => void;
}

/** Which view is in sight. */
export const useViewStore = create<ViewStore>((set) => ({
  view: 'on-air',
  isHelpOpen: false,
  isPaletteOpen: false,
  show: (view) => set({ view }),
  setHelpOpen: (isHelpOpen) => set({ isHelpOpen }),
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
}));
