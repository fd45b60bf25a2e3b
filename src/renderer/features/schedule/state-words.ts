import type { ScheduleState } from './schedule-rows.ts';

/** Where an item stands, in words. */
export const STATE_WORDS: Readonly<Record<ScheduleState, string>> = {
  played: 'Played',
  partial: 'Partly played',
  missing: 'Missing',
  failed: 'Failed',
  'on-air': 'On air',
  next: 'Next',
  locked: 'Locked: too close to air',
  planned: 'Planned',
};
