/**
 * The as-run log: what did air, frame by frame, folded from the engine's evidence and from nothing else.
 *
 * - Entries tile the channel's frames from its first on-air to the last record: no hole and no overlap. Time that nobody saw is an entry too.
 * - Entries are only ever added, in the order of their frames; a correction is an entry more, that counts in the place of the one it names.
 * - What was planned under an override and never came on air has an entry of its own, without frames, with the override's reason.
 * - The fold is a pure function of a state and one record, so that it can stop anywhere and go on from there.
 */
export * from './as-run-entry.ts';
export * from './as-run-state.ts';
export { asCorrected, type Correction } from './correction.ts';
export { instantOf } from './entries.ts';
export * from './fold-evidence.ts';
export { formatAsRunCsv } from './format-as-run-csv.ts';
export { reconcile } from './reconcile.ts';
