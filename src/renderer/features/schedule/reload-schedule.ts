import { milliseconds } from '../../../shared/time/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime } from '../air/index.ts';
import { useScheduleStore } from './schedule-store.ts';

/** Reads the day in sight anew; which one is today is told by the engine's time of day. */
export function reloadSchedule(calls: StationCalls): void {
  void useScheduleStore.getState().load(calls, engineTime(steadyNow()) ?? milliseconds(Date.now()));
}
