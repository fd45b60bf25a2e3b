import { returnCommand } from './return-command.ts';

/** Ends an override: goes on where the schedule was left. */
export const returnByResume = returnCommand('resume', 'return-by-resume', null);
