import { create } from 'zustand';

interface StationZone {
  /** An IANA name; the zone of the machine that the console runs on until the station has named its own. */
  readonly zone: string;
  readonly set: (zone: string) => void;
}

/** The zone that the station lives in: wherever the console runs, it shows the times of the station. */
export const useStationZone = create<StationZone>((set) => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  set: (zone) => set({ zone }),
}));
