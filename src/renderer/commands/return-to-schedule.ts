import { ctrlShift } from './key-chord.ts';
import { returnCommand } from './return-command.ts';

/** Ends an override: joins the schedule where it is now. */
export const returnToSchedule = returnCommand('rejoin', 'return-to-schedule', ctrlShift('e'));
