import { returnCommand } from './return-command.ts';

/** Ends an override: starts the next item of the schedule, whole. */
export const returnByNext = returnCommand('next', 'return-by-next', null);
