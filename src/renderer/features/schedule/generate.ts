import { milliseconds } from '../../../shared/time/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { timeOfDay } from '../../ui/time-text.ts';
import type { MadeChange } from './schedule-store.ts';

/**
 * Has the coming time planned anew by the rules, and tells how much of it became another.
 * @param through the broadcast day to plan up to; null: as far as the station ever plans
 */
export async function generate(calls: StationCalls['schedule'], through: string | null, zone: string): Promise<MadeChange> {
  const { revision, planned, from } = await calls.generate(through === null ? {} : { through });
  const began = from === null ? '' : ` from ${timeOfDay(milliseconds(Date.parse(from)), zone)} on`;
  const note = planned === 0 ? 'All of it goes by the rules already.' : `${planned} ${planned === 1 ? 'item' : 'items'} planned${began}.`;
  return { revision, dropped: [], note };
}
