/**
 * Playout: what the engine does to its rundown as time passes, as pure functions, so that the planner can do the very same to its playlog.
 *
 * - A rundown is in order and has no overlap; a gap in it airs filler.
 * - A frame belongs to at most one item; ranges are half-open.
 * - What has aired is never moved.
 */
export * from './find-rundown-fault.ts';
export * from './item-at.ts';
export * from './land.ts';
export * from './left-out-by-loss.ts';
export * from './merge-load.ts';
export * from './resume-interrupted.ts';
export * from './skip-next.ts';
export * from './take-next.ts';
