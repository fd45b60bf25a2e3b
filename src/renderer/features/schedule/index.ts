/**
 * The schedule of a broadcast day: table, timeline and map of the day with one selection.
 *
 * - Whatever is done with the pointer can be done with a key and a button; all of it goes through the same edits.
 * - The station decides: a change is pending until it answers, and what it refuses is told in its own words.
 * - A change is about what was in sight when it was asked for: the planner's work elsewhere does not hinder it, a change of what it is about does.
 * - The past and the lock window are shown and never offered for change.
 */

export { usePickerStore } from './picker-store.ts';
export { reloadSchedule } from './reload-schedule.ts';
export { openScheduleDesk, type ScheduleDesk } from './schedule-desk.ts';
export { useScheduleStore } from './schedule-store.ts';
export { ScheduleView } from './schedule-view.tsx';
export { WaysToFill } from './ways-to-fill.tsx';
