import type { StationCalls } from '../../station-client/index.ts';
import { useScheduleStore } from './schedule-store.ts';

/** Reads the day in sight anew. */
export function reloadSchedule(calls: StationCalls): void {
  void useScheduleStore.getState().load(calls);
}
