/**
 * What did air.
 *
 * - Rows come from the station's log alone; the console never writes nor infers one.
 * - Every row says what was planned, what was done, why the two differ, and who or what caused it.
 */
export { AS_RUN_TAIL_MS, reloadAsRun, useAsRunStore } from './as-run-store.ts';
export { AsRunTail } from './as-run-tail.tsx';
export { AsRunView } from './as-run-view.tsx';
