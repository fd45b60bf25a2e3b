/**
 * What an operator can do: one command a file, with its name, key, guard and deed.
 *
 * - Buttons, keys and the list of keys all go through the same command, so that none can do what another may not.
 * - With air enable off no single click or key changes the air; what needs no arming must be held.
 * - A hold acts once, and is called off by letting go or by losing the focus.
 */
export { addItems } from './add-items.ts';
export { ALL_COMMANDS } from './all-commands.ts';
export { armBreaking } from './arm-breaking.ts';
export { breakIn } from './break-in.ts';
export type { BreakInDesk, BreakInStage } from './break-in-desk.ts';
export { CommandProvider, useCommandDesk, useVerdict } from './command-context.tsx';
export { type CommandDesk, createCommandDesk } from './command-desk.ts';
export { type CommandRun, holdOf, runOf, useCommandRuns } from './command-runs.ts';
export { copyDay } from './copy-day.ts';
export { copyItems } from './copy-items.ts';
export { cutItems } from './cut-items.ts';
export { disarm } from './disarm.ts';
export { duplicateItems } from './duplicate-items.ts';
export { enableAir } from './enable-air.ts';
export { generateSchedule } from './generate-schedule.ts';
export { holdSchedule } from './hold-schedule.ts';
export { insertPicked } from './insert-picked.ts';
export { keyNames } from './key-chord.ts';
export { moveEarlier } from './move-earlier.ts';
export { moveLater } from './move-later.ts';
export type { OperatorCommand, Situation, Verdict, View } from './operator-command.ts';
export { panicSlate } from './panic-slate.ts';
export { pasteItems } from './paste-items.ts';
export { redoEdit } from './redo-edit.ts';
export { removeItems } from './remove-items.ts';
export { returnByNext } from './return-by-next.ts';
export { returnByResume } from './return-by-resume.ts';
export { returnToSchedule } from './return-to-schedule.ts';
export { setFixed } from './set-fixed.ts';
export { setFollow } from './set-follow.ts';
export { setManual } from './set-manual.ts';
export { showAsRun } from './show-as-run.ts';
export { showCommands } from './show-commands.ts';
export { showKeys } from './show-keys.ts';
export { showLibrary } from './show-library.ts';
export { showOnAir } from './show-on-air.ts';
export { showRules } from './show-rules.ts';
export { showSchedule } from './show-schedule.ts';
export { skipNext } from './skip-next.ts';
export { takeInput } from './take-input.ts';
export { takeNext } from './take-next.ts';
export { undoEdit } from './undo-edit.ts';
export { isField, useCommandKeys } from './use-command-keys.ts';
export { zoomIn } from './zoom-in.ts';
export { zoomOut } from './zoom-out.ts';
