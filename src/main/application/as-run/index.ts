/**
 * Taking in what the engine says it aired, and reading the log that is made of it.
 *
 * - A record is taken in exactly once; its cursor moves in the same unit of work.
 * - A fault in the evidence is put on record and never stops the log.
 */
export { Affidavits } from './affidavits.ts';
export { AmendAsRun } from './amend-as-run.ts';
export { AsRunQueries } from './as-run-queries.ts';
export { AsRunReports } from './as-run-reports.ts';
export { KeepDailyFiles } from './keep-daily-files.ts';
export { TakeInEvidence } from './take-in-evidence.ts';
