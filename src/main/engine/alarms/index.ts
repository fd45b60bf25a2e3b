/**
 * Alarms: what somebody should know now.
 *
 * - Whoever watches something reports how it is, as often as it likes; the board alone knows what is new, worse or over.
 * - Raised, cleared and seen are kept with their times, the last 500 of them, over restarts.
 * - An alarm carries a code; its words stand in the protocol, and nothing of files, addresses or programs is in it.
 */
export { AlarmBoard } from './alarm-board.ts';
export { type DiskCondition, watchEngine } from './watch-engine.ts';
