/**
 * What an operator can do: one command a file, with its name, key, guard and deed.
 *
 * - Buttons, keys and the list of keys all go through the same command, so that none can do what another may not.
 * - With air enable off no single click or key changes the air; what needs no arming must be held.
 * - A hold acts once, and is called off by letting go or by losing the focus.
 */
export { ALL_COMMANDS } from './all-commands.ts';
export { CommandProvider, useCommandDesk, useVerdict } from './command-context.tsx';
export { type CommandDesk, createCommandDesk } from './command-desk.ts';
export { type CommandRun, holdOf, runOf, useCommandRuns } from './command-runs.ts';
export { disarm } from './disarm.ts';
export { enableAir } from './enable-air.ts';
export { keyNames } from './key-chord.ts';
export type { OperatorCommand, Situation, View } from './operator-command.ts';
export { panicSlate } from './panic-slate.ts';
export { returnToSchedule } from './return-to-schedule.ts';
export { showAsRun } from './show-as-run.ts';
export { showKeys } from './show-keys.ts';
export { showLibrary } from './show-library.ts';
export { showOnAir } from './show-on-air.ts';
export { takeNext } from './take-next.ts';
export { isField, useCommandKeys } from './use-command-keys.ts';
